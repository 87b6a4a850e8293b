/** A Satker cannot learn that another's request exists: what is another's is answered, byte for byte, like what never was. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { sebagai } from "./setup/lakon.js";
import { bukaSesi, type Contoh, minta, siapkanContoh } from "./setup/matriks.js";
import { testSystem } from "./setup/system.js";

const MESIN = "/camunda/api/engine/engine/default";
const isianJawaban = { variables: { jawaban: { type: "Json", value: "{}" } } };

let contoh: Contoh;
let rudi: Awaited<ReturnType<typeof sebagai>>;
beforeAll(async () => {
  [contoh, rudi] = await Promise.all([siapkanContoh(), sebagai("rudi")]);
});
afterAll(() => contoh.bersihkan());

/** Method, path with the id where `{…}` stands, and body; each thing is named as the matrix names it. */
const pertanyaan: readonly (readonly [string, string, unknown?])[] = [
  ["GET", "/api/permohonan/{nomor}"],
  ["POST", "/api/permohonan/{nomor}/tarik", { alasan: "Ingin tahu saja" }],
  ["GET", "/api/tugas/{tugas}"],
  ["GET", "/api/tugas/{tugasSatker}"],
  ["POST", "/api/tugas/{tugas}/kredensial", {}],
  ["GET", "/api/tugas/{tugasTandaTangan}/tanda-tangan"],
  ["POST", "/api/tugas/{tugasTandaTangan}/tanda-tangan", { passphrase: "x" }],
  ["POST", "/api/tugas/{tugasTandaTangan}/surat-bertanda-tangan", { dokumen: randomUUID() }],
  ["GET", "/api/dokumen/{dokumen}"],
  ["GET", "/api/sla/instans/{instans}"],
  ["POST", "/api/sla/langkah/{langkah}/alihkan", { kepada: "rudi" }],
  ["POST", "/api/sla/langkah/{langkah}/perpanjang", { tambah: "PT30M", alasan: "Ingin tahu saja" }],
  ["GET", "/api/arsip/{dokumen}/isi"],
  ["GET", "/api/arsip?cari={nomor}"],
  ["GET", "/api/verifikasi/{dokumen}"],
  ...["", "/form", "/form-variables", "/deployed-form", "/variables", "/identity-links", "/comment"].map(
    (apa) => ["GET", `${MESIN}/task/{tugas}${apa}`] as const,
  ),
  ["GET", `${MESIN}/task/{tugasSatker}/form-variables`],
  ["POST", `${MESIN}/task/{tugas}/comment/create`, { message: "Ada?" }],
  ["POST", `${MESIN}/task/{tugas}/claim`, { userId: "rudi" }],
  ["POST", `${MESIN}/task/{tugas}/unclaim`, {}],
  ["POST", `${MESIN}/task/{tugasSatker}/submit-form`, isianJawaban],
  ["POST", `${MESIN}/task/{tugasSatker}/complete`, isianJawaban],
  ["POST", `${MESIN}/task/{tugas}/assignee`, { userId: "rudi" }],
  ["PUT", `${MESIN}/task/{tugas}`, { name: "x" }],
  ["GET", `${MESIN}/process-instance/{instans}`],
  ["DELETE", `${MESIN}/process-instance/{instans}`],
  ["GET", `${MESIN}/process-instance/{instans}/activity-instances`],
  ["GET", `${MESIN}/history/process-instance/{instans}`],
  ["POST", "/camunda/api/cockpit/plugin/base/default/process-instance/{instans}/called-process-instances", {}],
];

interface Jawaban {
  readonly status: number;
  readonly isi: string;
  readonly kepala: Readonly<Record<string, string>>;
}

/** What names the moment or the request itself, and not what was asked about. */
const SESAAT = new Set(["date", "x-request-id", "set-cookie", "retry-after"]);
const tanpaSesaat = (nama: string) => !SESAAT.has(nama) && !nama.startsWith("ratelimit");

async function tanya(kepala: Record<string, string>, method: string, jalur: string, badan: unknown): Promise<Jawaban> {
  const balasan = await minta(kepala, method, jalur, badan);
  return {
    status: balasan.status,
    isi: await balasan.text(),
    kepala: Object.fromEntries([...balasan.headers].filter(([nama]) => tanpaSesaat(nama))),
  };
}

/** An id of nothing that looks like the given one. */
const tiada = (nama: string): string => (nama === "{nomor}" ? "RP-2026-9876" : randomUUID());

describe("another Satker's", () => {
  test("request, task, letter, step, history: each answer equals that of an id that never was", async () => {
    const kepala = await bukaSesi("rudi", testSystem().secrets.DEMO_PASSWORD);
    const beda = await Promise.all(
      pertanyaan.map(async ([method, pola, badan]) => {
        const [nama = ""] = /\{\w+\}/.exec(pola) ?? [];
        const ada = contoh.nilai[nama as keyof Contoh["nilai"]];
        const [lain, kosong] = [ada, tiada(nama)];
        const jawab = async (id: string) => {
          const { isi, ...sisa } = await tanya(kepala, method, pola.replace(nama, id), badan);
          return JSON.stringify({ ...sisa, isi: isi.replaceAll(id, "ID") });
        };
        const [satu, dua] = [await jawab(lain), await jawab(kosong)];
        return satu === dua ? [] : [`${method} ${pola}\n  another's: ${satu}\n  nobody's:  ${dua}`];
      }),
    );
    expect(beda.flat()).toEqual([]);
  });

  test("requests are in no list, no count, no search and no figure", async () => {
    const { nilai, permohonan } = contoh;
    const isi = async (method: string, jalur: string, badan?: unknown) =>
      JSON.stringify((await rudi.panggil(method, jalur, badan)).isi);
    const milik = { processVariables: [{ name: "satker", operator: "eq", value: "satker-biro-keuangan" }] };
    const nol = JSON.stringify({ count: 0 });
    for (const saring of [
      milik,
      { processInstanceId: nilai["{instans}"] },
      { processInstanceBusinessKey: permohonan.nomor },
    ]) {
      expect(await isi("POST", `${MESIN}/task/count`, saring)).toBe(nol);
      expect(await isi("POST", `${MESIN}/task?maxResults=9`, saring)).toBe("[]");
      expect(await isi("POST", `${MESIN}/filter/${nilai["{filter}"]}/count`, saring)).toBe(nol);
      expect(await isi("POST", `${MESIN}/filter/${nilai["{filter}"]}/list?maxResults=9`, saring)).toBe("[]");
    }
    const operasi = `${MESIN}/history/user-operation?maxResults=9&processInstanceId=${nilai["{instans}"]}`;
    expect(await isi("GET", operasi)).toBe("[]");
    expect(await isi("GET", operasi.replace("user-operation", "user-operation/count"))).toBe(nol);
    for (const jalur of [
      `/api/permohonan?cari=${permohonan.nomor}`,
      "/api/permohonan?ukuran=100",
      `/api/sla/langkah?cari=${permohonan.nomor}`,
      "/api/sla/langkah?satker=satker-biro-keuangan",
      "/api/sla/langkah.csv",
      "/api/modeler/audit?banyak=200",
      `${MESIN}/task?maxResults=100`,
      `${MESIN}/filter?maxResults=100`,
      `${MESIN}/group?member=dewi&maxResults=9`,
      `${MESIN}/user?maxResults=9&memberOfGroup=satker-biro-keuangan`,
    ]) {
      const teks = await isi("GET", jalur);
      for (const rahasia of [permohonan.nomor, permohonan.instans, "satker-biro-keuangan", "Biro Keuangan", "dewi"])
        expect({ jalur, rahasia, ada: teks.includes(rahasia) }).toEqual({ jalur, rahasia, ada: false });
    }
  });

  test("people are unknown: a profile of another is answered like that of nobody", async () => {
    const [lain, kosong] = await Promise.all(
      ["dewi", "nana"].map(async (id) => {
        const { status, isi } = await rudi.panggil("GET", `${MESIN}/user/${id}/profile`);
        return { status, isi: JSON.stringify(isi).replaceAll(id, "ID") };
      }),
    );
    expect(lain).toEqual(kosong);
    expect(lain?.status).toBe(404);
  });

  test("lanes are not told by handing a task on: who belongs to one is answered like who does not", async () => {
    const dewi = await sebagai("dewi");
    const alihkan = async (kepada: string) => {
      const { status, isi } = await dewi.panggil("POST", `/api/sla/langkah/${contoh.nilai["{langkah}"]}/alihkan`, {
        kepada,
      });
      return { status, isi };
    };
    const [sendiri, lain, tiada] = await Promise.all(["hendra", "ratna", "tiada"].map(alihkan));
    expect(sendiri?.status).toBe(403);
    expect([lain, tiada]).toEqual([sendiri, sendiri]);
  });

  test("reports and plans of migrations, which count everybody's requests, are not for a Satker", async () => {
    for (const jalur of ["/api/modeler/migrasi", `/api/modeler/migrasi/${randomUUID()}`])
      expect((await rudi.panggil("GET", jalur)).status).toBe(403);
    expect((await rudi.panggil("GET", "/api/sla/laporan/bulanan")).status).toBe(404);
  });
});

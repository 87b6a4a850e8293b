/** Bad input: a clear Indonesian message at the place, nothing lost, nothing half done. */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { Ditolak, masuk, type Pengguna } from "../../scripts/drive/pengguna.js";
import { letterPdf } from "../../scripts/drive/surat-contoh.js";
import { ajukan, isiPermohonan, kirim, sebagai, tugasDi } from "./setup/lakon.js";
import { akunDiSpse } from "./setup/simulator.js";
import { adminEngine, testSystem } from "./setup/system.js";

const DISPOSISI = { keputusanDisposisi: "disposisi" };
let dewi: Pengguna;
let baik: Awaited<ReturnType<typeof isiPermohonan>>;

beforeAll(async () => {
  dewi = await sebagai("dewi");
  baik = await isiPermohonan(dewi, await akunDiSpse(2));
});

const instances = () =>
  adminEngine().call("GET", "/history/process-instance/count", { schema: z.object({ count: z.number() }) });

const refusal = async (attempt: Promise<unknown>): Promise<{ status: number; pesan: string; jalur: string[] }> => {
  const error = await attempt.then(
    () => new Error("nothing was refused"),
    (e: unknown) => e,
  );
  if (!(error instanceof Ditolak)) throw error;
  const { galat = [] } = error.isi as { galat?: { jalur: string }[] };
  return { status: error.status, pesan: error.message, jalur: galat.map((g) => g.jalur) };
};

describe("an upload", () => {
  test.each([
    [
      "that is not a PDF, whatever its name says",
      Buffer.from("PK\u0003\u0004 sebenarnya dokumen Word"),
      400,
      /bukan PDF/i,
    ],
    ["that is empty", Buffer.alloc(0), 400, /kosong/i],
    [
      "that is larger than the limit",
      Buffer.concat([letterPdf(["Besar"]), Buffer.alloc(11_000_000)]),
      413,
      /terlalu besar|paling besar/i,
    ],
  ])("%s is refused with a sentence", async (_what, isi, status, sentence) => {
    const answer = await refusal(dewi.unggah("surat.pdf", isi));
    expect(answer.status).toBe(status);
    expect(answer.pesan).toMatch(sentence);
  });
});

describe("a request", () => {
  test.each([
    ["without accounts", () => ({ ...baik, akun: [] }), "akun", /sekurang-kurangnya satu akun/],
    [
      "with one NIP twice",
      () => ({ ...baik, akun: [baik.akun[0], { ...baik.akun[1], nip: baik.akun[0]?.nip }] }),
      "akun",
      /lebih dari sekali/,
    ],
    [
      "with a name of 81 letters",
      () => ({ ...baik, akun: [{ ...baik.akun[0], nama: "a".repeat(81) }] }),
      "akun.0.nama",
      /paling panjang 80/,
    ],
    [
      "without a letter number",
      () => ({ ...baik, nomorSuratPermohonan: " " }),
      "nomorSuratPermohonan",
      /Nomor surat wajib diisi/,
    ],
    ["without a letter", () => ({ ...baik, suratPermohonan: undefined }), "suratPermohonan", /Unggah Surat Permohonan/],
  ])("%s is refused at the field, and none is started", async (_what, isi, field, sentence) => {
    const before = await instances();
    const answer = await refusal(dewi.mulai(isi() as never));
    expect(answer).toMatchObject({ status: 400, pesan: expect.stringMatching(sentence) });
    expect(answer.jalur).toContain(field);
    expect(await instances()).toEqual(before);
  });

  test("with somebody else's document is refused", async () => {
    const rudi = await sebagai("rudi");
    const answer = await refusal(rudi.mulai(baik));
    expect(answer.status).toBe(400);
  });
});

describe("a task", () => {
  test("completed in two tabs counts once, and the second tab is told so", async () => {
    const akun = await akunDiSpse(1);
    const permohonan = await ajukan("dewi", akun);
    await kirim("dewi", permohonan, akun);
    const hendra = await sebagai("hendra");
    const { id } = await tugasDi("hendra", permohonan, "disposisi-permohonan");
    await hendra.klaim(id);
    const both = await Promise.allSettled([hendra.selesaikan(id, DISPOSISI), hendra.selesaikan(id, DISPOSISI)]);
    expect(both.map((r) => r.status).sort()).toEqual(["fulfilled", "rejected"]);
    const third = await refusal(hendra.selesaikan(id, DISPOSISI));
    expect(third).toMatchObject({ status: 409, pesan: expect.stringMatching(/sudah diselesaikan/) });
    const ratna = await sebagai("ratna");
    expect(await ratna.tugas({ instans: permohonan.instans })).toHaveLength(1);
  });

  test("cannot be completed by the wrong actor, who is told so", async () => {
    const akun = await akunDiSpse(1);
    const permohonan = await ajukan("dewi", akun);
    await kirim("dewi", permohonan, akun);
    const { id } = await tugasDi("hendra", permohonan, "disposisi-permohonan");
    for (const orang of ["andi", "dewi", "rudi"] as const) {
      const answer = await refusal((await sebagai(orang)).selesaikan(id, DISPOSISI));
      expect(answer).toMatchObject({ status: 403, pesan: expect.stringMatching(/bukan untuk Anda/i) });
    }
    expect((await tugasDi("hendra", permohonan, "disposisi-permohonan")).id).toBe(id);
  });

  test("stays as it is when the session has expired, and the person is told so", async () => {
    const akun = await akunDiSpse(1);
    const permohonan = await ajukan("dewi", akun);
    await kirim("dewi", permohonan, akun);
    const { id } = await tugasDi("hendra", permohonan, "disposisi-permohonan");
    const { addresses, secrets } = testSystem();
    const tab = await masuk(addresses.gateway, "hendra", secrets.DEMO_PASSWORD);
    await tab.panggil("POST", "/camunda/api/admin/auth/user/default/logout");
    const answer = await refusal(tab.selesaikan(id, DISPOSISI));
    expect(answer).toMatchObject({ status: 401, pesan: expect.stringMatching(/Sesi Anda sudah berakhir/) });
    expect((await tugasDi("hendra", permohonan, "disposisi-permohonan")).id).toBe(id);
  });
});

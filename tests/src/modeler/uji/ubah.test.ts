import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { buatGraf, type Graf } from "../../../../src/modeler/uji/graf.js";
import { rencanakan } from "../../../../src/modeler/uji/rencana.js";
import { untukUji } from "../../../../src/modeler/uji/ubah.js";
import { type ModdleElement, readElements } from "../../../../src/sop/moddle.js";
import { topics } from "../../../../workers/registry.js";

const xml = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
let elemen: ModdleElement[];
let graf: Graf;

beforeAll(async () => {
  const uji = await untukUji(xml);
  elemen = await readElements(uji.xml);
  graf = buatGraf(uji.proses);
});

describe("a draft rewritten for its trial run", () => {
  test("has a key of its own and nobody who may start it", () => {
    const [proses] = elemen.filter((e) => e.$type === "bpmn:Process");
    expect(proses).toMatchObject({ id: "uji-coba", isExecutable: true });
    expect([proses?.candidateStarterGroups, proses?.candidateStarterUsers]).toEqual([undefined, undefined]);
  });

  test("asks no worker: no topic of the registry is left", () => {
    const nama = elemen.flatMap((e) => (typeof e.topic === "string" ? [e.topic] : []));
    expect(nama.length).toBeGreaterThan(5);
    expect(nama.filter((t) => topics.some(({ topic }) => topic === t))).toEqual([]);
  });

  test("asks no person: every task is for nobody, without a form", () => {
    const tugas = elemen.filter((e) => e.$type === "bpmn:UserTask");
    expect(tugas.length).toBeGreaterThan(8);
    for (const t of tugas)
      expect([t.id, t.candidateGroups, t.assignee, t.candidateUsers, t.formKey]).toEqual([
        t.id,
        "uji-coba",
        undefined,
        undefined,
        undefined,
      ]);
    expect(elemen.filter((e) => e.formKey !== undefined)).toEqual([]);
  });

  test("hears no message meant for real requests", () => {
    const pesan = elemen.filter((e) => e.$type === "bpmn:Message").map((e) => e.name);
    expect(pesan).toEqual(["uji-coba-tarik-permohonan"]);
  });
});

describe("the plan", () => {
  test("chooses the variables that lead to the way wanted, and not elsewhere", () => {
    const ke = (id: string) => rencanakan(graf, "verifikasi-permohonan", (j) => j.id === id);
    expect(ke("alur-bukan-reset").nilai).toMatchObject({ keputusanVerifikasi: "bukanReset" });
    expect(ke("alur-lengkap").nilai).toEqual({ keputusanVerifikasi: "bukan-bukan-tidakLengkap-bukan-bukanReset" });
    expect(ke("ditarik-langkah-4").jalan[0]).toMatchObject({
      jenis: "tepi",
      pemicu: { jenis: "pesan", nama: "uji-coba-tarik-permohonan" },
    });
    expect(ke("tenggat-langkah-4").jalan[0]).toMatchObject({ pemicu: { jenis: "pewaktu" } });
  });

  test("knows every flow and every boundary event of the diagram, and can choose each", () => {
    const alur = elemen.filter((e) => e.$type === "bpmn:SequenceFlow").map((e) => e.id);
    expect(
      graf.jalan
        .filter((j) => j.jenis === "alur")
        .map((j) => j.id)
        .sort(),
    ).toEqual(alur.sort());
    expect(graf.jalan.filter((j) => j.nilai === undefined)).toEqual([]);
  });

  test("ends by the ordinary way: no timer, no error, no message", () => {
    const { jalan, sasaran } = rencanakan(graf, "koreksi-draf", () => false);
    expect(sasaran).toBeUndefined();
    expect(jalan.filter((j) => j.jenis === "tepi")).toEqual([]);
    expect(jalan.at(-1)?.ke).toBe("tanda-tangan-surat");
  });
});

/** Other SOPs than the one in force: drafted from their tables, run on the real engine by people alone. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { nothing } from "../../src/engine/client.js";
import { readSop } from "../../src/sop/diagram.js";
import { imporSop } from "../../src/sop/impor/index.js";
import { TANYA_ESKALASI } from "../../src/sop/impor/tenggat.js";
import { sebagai } from "./setup/lakon.js";
import { adminEngine } from "./setup/system.js";

const Id = z.object({ id: z.string() });
const Tugas = z.object({ id: z.string(), taskDefinitionKey: z.string(), due: z.string().nullable() });
const Kaitan = z.object({ groupId: z.string().nullable(), type: z.string() });

async function pasang(kunci: string, xml: string): Promise<string> {
  const form = new FormData();
  form.append("deployment-name", kunci);
  form.append(`${kunci}.bpmn`, new Blob([xml]), `${kunci}.bpmn`);
  return (await adminEngine().call("POST", "/deployment/create", { body: form, schema: Id })).id;
}

/** Completes task after task until none is left; `jawab` gives a task's variables. Answers the steps in their order. */
async function jalankan(instans: string, jawab: (langkah: string) => object) {
  const dilalui: { langkah: string; grup: string[]; tenggat: boolean }[] = [];
  for (let n = 0; n < 100; n += 1) {
    const query = { processInstanceId: instans };
    const [tugas] = await adminEngine().call("GET", "/task", { query, schema: z.array(Tugas) });
    if (!tugas) return dilalui;
    const kaitan = await adminEngine().call("GET", `/task/${tugas.id}/identity-links`, { schema: z.array(Kaitan) });
    const langkah = tugas.taskDefinitionKey;
    dilalui.push({ langkah, grup: kaitan.flatMap((k) => k.groupId ?? []), tenggat: tugas.due !== null });
    const body = { variables: jawab(langkah) };
    await adminEngine().call("POST", `/task/${tugas.id}/complete`, { body, schema: nothing });
  }
  throw new Error(`the process does not end: ${dilalui.map((d) => d.langkah).join(" ")}`);
}

describe("an SOP that a unit brings as a table", () => {
  test.each([
    ["peminjaman-ruang-rapat", 5, "2"],
    ["pengadaan-langsung", 24, "12"],
  ])(
    "%s runs from its first to its last row, and goes back where a decision says no",
    async (nama, banyak, kembali) => {
      const draf = imporSop(readFileSync(`tests/fixtures/sop/${nama}.txt`));
      expect(draf.pertanyaan).toEqual([TANYA_ESKALASI]);
      const deployment = await pasang(draf.kunci, draf.xml);
      try {
        const start = `/process-definition/key/${draf.kunci}/start`;
        const { id } = await adminEngine().call("POST", start, { body: {}, schema: Id });
        let menolak = true;
        const dilalui = await jalankan(id, (langkah) => {
          if (langkah !== `langkah-${kembali}` || !menolak) return {};
          menolak = false;
          return { [`keputusan${kembali}`]: { type: "String", value: "tidak" } };
        });
        const sop = await readSop(draf.xml);
        expect(sop.langkah).toHaveLength(banyak);
        const grup = new Map(sop.langkah.map((l) => [l.id, l.grup]));
        expect(new Set(dilalui.map((d) => d.langkah))).toEqual(new Set(grup.keys()));
        expect(dilalui.filter((d) => d.langkah === `langkah-${kembali}`)).toHaveLength(2);
        expect(dilalui.length).toBeGreaterThan(banyak);
        for (const d of dilalui) expect([d.grup, d.tenggat]).toEqual([[grup.get(d.langkah)], true]);
        const history = await adminEngine().call("GET", `/history/process-instance/${id}`, {
          schema: z.object({ state: z.string() }),
        });
        expect(history.state).toBe("COMPLETED");
        const tercetak = await (await sebagai("hendra")).panggil("GET", `/sop/${draf.kunci}.json`);
        expect(tercetak).toMatchObject({ status: 200, isi: { kunci: draf.kunci, langkah: { length: banyak } } });
      } finally {
        await adminEngine().call("DELETE", `/deployment/${deployment}`, { query: { cascade: true }, schema: nothing });
      }
    },
  );
});

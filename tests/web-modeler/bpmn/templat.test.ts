import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { namaTopik, templatTopik } from "../../../web-modeler/src/bpmn/blok/templat.js";
import { topics } from "../../../workers/registry.js";

test("every topic of the registry has an element template that Camunda's own schema accepts", async () => {
  const templat = topics.map((t) => templatTopik({ topik: t.topic, masukan: [], keluaran: [], galat: t.errorCodes }));
  for (const [i, { errorCodes }] of topics.entries())
    for (const kode of errorCodes) expect(templat[i]?.description).toContain(kode);
  // In a process of its own: the validator is CommonJS that requires ES modules, which jest cannot.
  const skrip = `import { validateAll } from "@bpmn-io/element-templates-validator";
    const { results } = validateAll(JSON.parse(process.argv[1]));
    process.stdout.write(JSON.stringify(results.filter((r) => !r.valid).map((r) => r.errors)));`;
  const { stdout } = await promisify(execFile)("node", ["--input-type=module", "-e", skrip, JSON.stringify(templat)]);
  expect(JSON.parse(stdout)).toEqual([]);
});

test("a topic reads like words, names of systems as they are written", () => {
  expect(namaTopik("spse-reset-password")).toBe("SPSE reset password");
  expect(namaTopik("epesan-kirim-kredensial")).toBe("e-Pesan kirim kredensial");
  expect(namaTopik("arsip-simpan")).toBe("Arsip simpan");
});

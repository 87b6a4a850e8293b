/** `npm run sop`: the SOP document from a diagram, and a diagram from an SOP. */
import { readFileSync, writeFileSync } from "node:fs";
import { parse } from "node:path";
import { z } from "zod";
import { engineUrl, readConfig, systemOptions } from "../src/config.js";
import { createEngine, EngineError } from "../src/engine/client.js";
import { diagramOf } from "../src/engine/diagram.js";
import { bacaDokumenSop } from "../src/sop/dokumen.js";
import { createPencetakSop, eksporSop } from "../src/sop/ekspor/index.js";
import { SopError } from "../src/sop/galat.js";
import { imporSop } from "../src/sop/impor/index.js";
import { type EksporOptions, type ImporOptions, readSopOptions } from "./sop/options.js";
import { fromRoot } from "./system/addresses.js";
import { messageOf, SystemError } from "./system/error.js";
import { storedSecrets } from "./system/secrets.js";

/** Resolves with the exit code; throws a SystemError with a sentence where nothing can be written. */
export async function main(args: readonly string[]): Promise<number> {
  const options = readSopOptions(args);
  try {
    if (options.command === "export") await ekspor(options);
    else impor(options);
    return 0;
  } catch (error) {
    if (error instanceof SopError) throw new SystemError(error.message, { cause: error });
    throw error;
  }
}

async function ekspor(options: EksporOptions): Promise<void> {
  const config = readConfig(systemOptions);
  const { xml, nama } = await diagram(options);
  const dokumen = await bacaDokumenSop(xml);
  const isi = eksporSop(options.format, dokumen, createPencetakSop({ dir: fromRoot(config.SURAT_DIR) }));
  const file = options.out ?? `sop-${nama(dokumen.kunci)}.${options.format}`;
  writeFileSync(file, isi);
  console.log(`${file}: ${dokumen.baris.length} langkah, ${dokumen.pelaksana.length} pelaksana`);
}

function impor({ file, out }: ImporOptions): void {
  const draf = imporSop(bacaBerkas(file), parse(file).name);
  const tujuan = out ?? `${draf.kunci}.bpmn`;
  writeFileSync(tujuan, draf.xml);
  console.log(`${tujuan}: ${draf.tabel.baris.length} langkah, ${draf.tabel.pelaksana.length} pelaksana`);
  for (const tanya of draf.pertanyaan) console.log(`  ? ${tanya}`);
}

interface Diagram {
  readonly xml: string;
  readonly nama: (kunci: string) => string;
}

async function diagram({ definition, version, file }: EksporOptions): Promise<Diagram> {
  if (definition === undefined) return { xml: bacaBerkas(fromRoot(file)).toString("utf8"), nama: (kunci) => kunci };
  const config = readConfig(systemOptions);
  const password = config.GATEWAY_ENGINE_PASSWORD ?? storedSecrets(fromRoot(config.DATA_DIR)).GATEWAY_ENGINE_PASSWORD;
  if (password === undefined) throw new SystemError("There is no running system here; start it with npm start.");
  const url = engineUrl(config);
  const engine = createEngine({ url, user: "layanan-gateway", password });
  const query = version === undefined ? { key: definition, latestVersion: true } : { key: definition, version };
  const Definisi = z.object({ id: z.string(), version: z.number() });
  try {
    const [found] = await engine.call("GET", "/process-definition", { query, schema: z.array(Definisi) });
    if (!found)
      throw new SystemError(
        `The engine knows no ${definition}${version === undefined ? "" : ` in version ${version}`}.`,
      );
    return { xml: await diagramOf(engine, found.id), nama: (kunci) => `${kunci}-versi-${found.version}` };
  } catch (error) {
    if (error instanceof EngineError || error instanceof SystemError) throw error;
    throw new SystemError(`The engine at ${url} does not answer: ${messageOf(error)}`, { cause: error });
  }
}

function bacaBerkas(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new SystemError(`Cannot read ${file}.`, { cause: error });
  }
}

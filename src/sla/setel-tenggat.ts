/** Sets a running step's due date wherever it stands in the engine: variables, task, timer. */
import { type Engine, nothing } from "../engine/client.js";
import type { LangkahTerbuka } from "./langkah-terbuka.js";

/** Instants in epoch ms; `perpanjangan` counts extensions, unset for a step that has had none. */
export interface TenggatBaru {
  readonly tenggat: number;
  readonly pengingat: number;
  readonly perpanjangan?: number;
}

/** Throws EngineError; doing it again after a failure half-way sets everything right. */
export async function setelTenggat(
  engine: Engine,
  langkah: LangkahTerbuka,
  baru: TenggatBaru,
  signal?: AbortSignal,
): Promise<void> {
  const { tenggat, pengingat, perpanjangan } = baru;
  const modifications = {
    tenggat: { type: "Date", value: saatMesin(tenggat) },
    pengingat: { type: "Date", value: saatMesin(pengingat) },
    ...(perpanjangan === undefined ? {} : { perpanjangan: { type: "Integer", value: perpanjangan } }),
  };
  const path = `/execution/${langkah.eksekusi}/localVariables`;
  await engine.call("POST", path, { body: { modifications }, schema: nothing, signal });
  if (langkah.tugas) {
    const body = { ...langkah.tugas.isi, due: saatMesin(tenggat) };
    await engine.call("PUT", `/task/${langkah.tugas.id}`, { body, schema: nothing, signal });
  }
  // The timer asks the calendar again, with the step's new instants.
  for (const id of langkah.timer) {
    const query = { creationDateBased: false };
    await engine.call("POST", `/job/${id}/duedate/recalculate`, { query, schema: nothing, signal });
  }
}

/** An instant as the engine reads dates. */
const saatMesin = (saat: number): string => new Date(saat).toISOString().replace("Z", "+0000");

/** Due dates after a move: counted anew from when each running step began, by the new version's Waktu. */
import { z } from "zod";
import type { Kalender } from "../calendar/calendar.js";
import { saatPengingat } from "../calendar/escalation.js";
import { tambahWaktuKerja } from "../calendar/working-time.js";
import { type Engine, EngineError } from "../engine/client.js";
import type { Logger } from "../log.js";
import { bacaLangkahTerbuka } from "../sla/langkah-terbuka.js";
import { setelTenggat } from "../sla/setel-tenggat.js";
import { readSop } from "../sop/diagram.js";
import { isoDariWaktu } from "../sop/waktu.js";
import type { MesinModeler } from "./mesin-modeler.js";
import { xmlVersi } from "./versi.js";

/** A variable of an execution between two activities belongs to no activity instance. */
const Variabel = z.array(z.object({ executionId: z.string(), activityInstanceId: z.string().nullable() }));
interface TenggatDeps {
  readonly engine: Engine;
  readonly mesin: MesinModeler;
  readonly kalender: Kalender;
  readonly logger: Logger;
}

/** Sets the due dates of all running steps of these requests; answers how many. One that fails is logged and left as it is. */
export async function hitungUlangTenggat(
  d: TenggatDeps,
  definisi: string,
  instans: readonly string[],
): Promise<number> {
  const { langkah } = await readSop(await xmlVersi(d.mesin, definisi));
  const waktu = new Map(langkah.map((l) => [l.id, isoDariWaktu(l.waktu)]));
  let jumlah = 0;
  for (let i = 0; i < instans.length; i += 50)
    for (const satu of await langkahBerjalan(d.engine, instans.slice(i, i + 50)))
      jumlah += (await setel(d, satu, waktu)) ? 1 : 0;
  return jumlah;
}

/** Every execution that carries a `tenggat` of its own. */
async function langkahBerjalan(engine: Engine, processInstanceIdIn: readonly string[]): Promise<string[]> {
  const query = { deserializeValues: false };
  const body = { processInstanceIdIn, variableName: "tenggat" };
  const baris = await engine.call("POST", "/variable-instance", { query, body, schema: Variabel });
  return baris.flatMap(({ executionId, activityInstanceId }) => (activityInstanceId === null ? [] : [executionId]));
}

async function setel(
  d: TenggatDeps,
  eksekusi: string,
  waktu: ReadonlyMap<string, string | undefined>,
): Promise<boolean> {
  try {
    const langkah = await bacaLangkahTerbuka(d.engine, eksekusi);
    const durasi = langkah && waktu.get(langkah.aktivitas);
    if (!langkah || durasi === undefined) return false;
    const tenggat = tambahWaktuKerja(langkah.mulai, durasi, d.kalender);
    await setelTenggat(d.engine, langkah, { tenggat, pengingat: saatPengingat(langkah.mulai, tenggat, d.kalender) });
    return true;
  } catch (err) {
    if (!(err instanceof EngineError)) throw err;
    d.logger.warn({ err, eksekusi }, "a due date could not be set after a migration");
    return false;
  }
}

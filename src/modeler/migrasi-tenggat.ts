/** Due dates after a move: counted anew from when each running step began, by the new version's Waktu. */
import { z } from "zod";
import type { Kalender } from "../calendar/calendar.js";
import { saatPengingat } from "../calendar/escalation.js";
import { tambahWaktuKerja } from "../calendar/working-time.js";
import { type Engine, EngineError, nothing } from "../engine/client.js";
import { TugasUtuh } from "../engine/tugas.js";
import type { Logger } from "../log.js";
import { readSop } from "../sop/diagram.js";
import { isoDariWaktu } from "../sop/waktu.js";
import type { MesinModeler } from "./mesin-modeler.js";
import { xmlVersi } from "./versi.js";

/** A variable of an execution between two activities belongs to no activity instance. */
const Variabel = z.array(
  z.object({ name: z.string(), executionId: z.string(), activityInstanceId: z.string().nullable() }),
);
const Kegiatan = z.array(
  z.object({
    activityId: z.string(),
    startTime: z.string().transform((t) => Date.parse(t)),
    endTime: z.string().nullable(),
  }),
);
const Pekerjaan = z.array(z.object({ id: z.string() }));

export interface TenggatDeps {
  readonly engine: Engine;
  readonly mesin: MesinModeler;
  readonly kalender: Kalender;
  readonly logger: Logger;
}

interface Langkah {
  readonly eksekusi: string;
  readonly kejadian: string;
  readonly pengingat: boolean;
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
async function langkahBerjalan(engine: Engine, processInstanceIdIn: readonly string[]): Promise<Langkah[]> {
  const body = { processInstanceIdIn };
  const baris = await engine.call("POST", "/variable-instance", {
    query: { deserializeValues: false },
    body,
    schema: Variabel,
  });
  const pengingat = new Set(baris.filter(({ name }) => name === "pengingat").map(({ executionId }) => executionId));
  return baris.flatMap(({ name, executionId, activityInstanceId }) =>
    name === "tenggat" && activityInstanceId !== null
      ? [{ eksekusi: executionId, kejadian: activityInstanceId, pengingat: pengingat.has(executionId) }]
      : [],
  );
}

async function setel(d: TenggatDeps, l: Langkah, waktu: ReadonlyMap<string, string | undefined>): Promise<boolean> {
  try {
    const query = { activityInstanceId: l.kejadian };
    const [kegiatan] = await d.engine.call("GET", "/history/activity-instance", { query, schema: Kegiatan });
    const durasi = kegiatan && waktu.get(kegiatan.activityId);
    if (!kegiatan || kegiatan.endTime !== null || durasi === undefined) return false;
    const tenggat = tambahWaktuKerja(kegiatan.startTime, durasi, d.kalender);
    const pengingat = saatPengingat(kegiatan.startTime, tenggat, d.kalender);
    await tulis(d.engine, l, tenggat, pengingat);
    return true;
  } catch (err) {
    if (!(err instanceof EngineError)) throw err;
    d.logger.warn({ err, eksekusi: l.eksekusi }, "a due date could not be set after a migration");
    return false;
  }
}

/** Wherever the due date stands: the step's variables, its task, its timer (which asks for the new instants again). */
async function tulis(engine: Engine, l: Langkah, tenggat: number, pengingat: number): Promise<void> {
  const saat = (ms: number) => ({ type: "Date", value: saatMesin(ms) });
  const modifications = { tenggat: saat(tenggat), ...(l.pengingat ? { pengingat: saat(pengingat) } : {}) };
  await engine.call("POST", `/execution/${l.eksekusi}/localVariables`, { body: { modifications }, schema: nothing });
  const query = { activityInstanceIdIn: l.kejadian };
  for (const { id, ...isi } of await engine.call("GET", "/task", { query, schema: z.array(TugasUtuh) }))
    await engine.call("PUT", `/task/${id}`, { body: { ...isi, due: saatMesin(tenggat) }, schema: nothing });
  const timer = { executionId: l.eksekusi, timers: true };
  for (const { id } of await engine.call("GET", "/job", { query: timer, schema: Pekerjaan }))
    await engine.call("POST", `/job/${id}/duedate/recalculate`, {
      query: { creationDateBased: false },
      schema: nothing,
    });
}

/** An instant as the engine reads dates. */
const saatMesin = (saat: number): string => new Date(saat).toISOString().replace("Z", "+0000");

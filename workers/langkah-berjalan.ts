/** The run of a step that a timer belongs to, from the engine's history. */
import { z } from "zod";
import type { Engine } from "../src/engine/client.js";
import { Instant } from "../src/engine/shapes.js";

/** One run of a step, `eksekusi` its execution; times in epoch ms, `selesai` null while it goes on, `perpanjangan` how often its time was extended. */
export interface LangkahBerjalan {
  readonly id: string;
  readonly eksekusi: string;
  readonly mulai: number;
  readonly selesai: number | null;
  /** Null where the calendar could not tell when the step began. */
  readonly tenggat: number | null;
  /** When its actor is to be reminded; null where nobody could tell, and in diagrams without reminders. */
  readonly pengingat: number | null;
  readonly perpanjangan: number;
  /** Who has taken its task; null while nobody has, and for automated work. */
  readonly pemegang: string | null;
}

/** Which run: of which activity of which request, seen from which instant (epoch ms). */
export interface TanyaLangkah {
  readonly instans: string;
  readonly aktivitas: string;
  readonly saat: number;
}

const Aktivitas = z.object({
  id: z.string(),
  executionId: z.string(),
  startTime: Instant,
  endTime: Instant.nullable(),
  assignee: z.string().nullish(),
});
type Aktivitas = z.infer<typeof Aktivitas>;
const Variabel = z.object({ name: z.string(), value: z.unknown(), executionId: z.string() });

/** The run that was open at that instant, the one due first among several; undefined where the step was not running. */
export async function bacaLangkahBerjalan(
  engine: Engine,
  { instans, aktivitas, saat }: TanyaLangkah,
  signal?: AbortSignal,
): Promise<LangkahBerjalan | undefined> {
  const query = { processInstanceId: instans, activityId: aktivitas };
  const semua = await engine.call("GET", "/history/activity-instance", {
    query,
    schema: z.array(Aktivitas),
    signal,
  });
  const terbuka = semua.filter((a) => a.startTime <= saat && (a.endTime === null || a.endTime >= saat));
  if (terbuka.length === 0) return undefined;
  // By execution: a variable that was added later (an extension) does not know its activity there.
  const variabel = await engine.call("GET", "/history/variable-instance", {
    query: { processInstanceId: instans, executionIdIn: terbuka.map(({ executionId }) => executionId).join(",") },
    schema: z.array(Variabel),
    signal,
  });
  return terbuka.flatMap((a) => rangkai(a, variabel)).sort((a, b) => (a.tenggat ?? 0) - (b.tenggat ?? 0))[0];
}

function rangkai(a: Aktivitas, semua: readonly z.infer<typeof Variabel>[]): LangkahBerjalan[] {
  const nilai = (nama: string) => semua.find((v) => v.name === nama && v.executionId === a.executionId)?.value;
  const waktu = nilai("tenggat");
  // A step of a diagram without due dates has no such variable; null is one that could not be calculated.
  if (waktu === undefined) return [];
  return [
    {
      ...{ id: a.id, eksekusi: a.executionId, mulai: a.startTime, selesai: a.endTime },
      tenggat: saatDari(waktu),
      pengingat: saatDari(nilai("pengingat") ?? null),
      perpanjangan: Number(nilai("perpanjangan") ?? 0),
      pemegang: a.assignee ?? null,
    },
  ];
}

const saatDari = (nilai: unknown): number | null => (nilai === null ? null : Date.parse(String(nilai)));

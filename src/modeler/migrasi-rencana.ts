/** The plan of moving running requests to another version: where they stand, what can be mapped, what cannot and why. */
import { z } from "zod";
import type { Engine } from "../engine/client.js";
import { namaJenis } from "./beda/istilah.js";
import { uraiDiagram } from "./beda/urai.js";
import type { MesinModeler } from "./mesin-modeler.js";
import { wajibVersi, xmlVersi } from "./versi.js";
import { bacaXmlAman } from "./xml-aman.js";

const Petunjuk = z.object({
  sourceActivityIds: z.array(z.string()),
  targetActivityIds: z.array(z.string()),
  updateEventTrigger: z.boolean(),
});
const Rencana = z.object({
  sourceProcessDefinitionId: z.string(),
  targetProcessDefinitionId: z.string(),
  instructions: z.array(Petunjuk),
});
/** The engine's migration plan. */
export type RencanaMesin = z.infer<typeof Rencana>;

const Laporan = z.object({
  instructionReports: z.array(z.object({ instruction: Petunjuk, failures: z.array(z.string()) })).nullish(),
});
const Jumlah = z.array(z.object({ id: z.string(), instances: z.number() }));

/** A mapping that a person adds to what the engine finds by itself. */
export interface Petaan {
  readonly dari: string;
  readonly ke: string;
}

/** One activity of the old version: how many requests stand there, where they would go, or why they cannot. */
export interface BarisRencana {
  readonly id: string;
  readonly nama: string;
  readonly permohonan: number;
  readonly ke: string | null;
  readonly sebab: string | null;
}

/** Makes and validates the plan; throws VERSI_TIDAK_DITEMUKAN. */
export async function rencanaMigrasi(
  engine: Engine,
  mesin: MesinModeler,
  dari: string,
  ke: string,
  petaan: readonly Petaan[] = [],
) {
  const [asal, tujuan] = await Promise.all([wajibVersi(mesin, dari), wajibVersi(mesin, ke)]);
  const body = { sourceProcessDefinitionId: asal.id, targetProcessDefinitionId: tujuan.id, updateEventTriggers: true };
  const dasar = await engine.call("POST", "/migration/generate", { body, schema: Rencana });
  const rencana = tambahPetaan(dasar, petaan);
  const [laporan, jumlah, lama, baru] = await Promise.all([
    engine.call("POST", "/migration/validate", { body: rencana, schema: Laporan }),
    engine.call("GET", `/process-definition/${encodeURIComponent(asal.id)}/statistics`, { schema: Jumlah }),
    unsurVersi(mesin, asal.id),
    unsurVersi(mesin, tujuan.id),
  ]);
  const tolakan = new Map(
    (laporan.instructionReports ?? []).flatMap((r) =>
      r.instruction.sourceActivityIds.map((id) => [id, r.failures.join(" ")] as const),
    ),
  );
  const tempat = jumlah.filter(({ instances }) => instances > 0);
  const kegiatan = tempat.map(({ id: mentah, instances }): BarisRencana => {
    const id = tanpaBadan(mentah);
    const petunjuk = rencana.instructions.find((p) => p.sourceActivityIds.map(tanpaBadan).includes(id));
    const ditolak = tolakan.get(mentah) ?? tolakan.get(id);
    const sasaran = petunjuk?.targetActivityIds[0];
    return {
      id,
      nama: lama.get(id)?.nama || namaJenis(lama.get(id)?.tipe ?? id),
      permohonan: instances,
      ke: sasaran && ditolak === undefined ? tanpaBadan(sasaran) : null,
      sebab: ditolak ?? (sasaran ? null : sebabTakTerpetakan(id, lama, baru)),
    };
  });
  return { rencana, dari: ringkas(asal), ke: ringkas(tujuan), kegiatan, dapat: tolakan.size === 0 };
}

const tanpaBadan = (id: string): string => id.replace("#multiInstanceBody", "");
const ringkas = ({
  id,
  version,
  versionTag,
  key,
}: {
  id: string;
  version: number;
  versionTag: string | null;
  key: string;
}) => ({
  id,
  versi: version,
  tag: versionTag,
  kunci: key,
});

function tambahPetaan(rencana: RencanaMesin, petaan: readonly Petaan[]): RencanaMesin {
  const diganti = new Set(petaan.map(({ dari }) => dari));
  const tetap = rencana.instructions.filter((p) => !p.sourceActivityIds.some((id) => diganti.has(id)));
  const baru = petaan.map(({ dari, ke }) => ({
    sourceActivityIds: [dari],
    targetActivityIds: [ke],
    updateEventTrigger: false,
  }));
  return { ...rencana, instructions: [...tetap, ...baru] };
}

type Unsur = Awaited<ReturnType<typeof unsurVersi>>;
const unsurVersi = async (mesin: MesinModeler, id: string) => uraiDiagram(await bacaXmlAman(await xmlVersi(mesin, id)));

function sebabTakTerpetakan(id: string, lama: Unsur, baru: Unsur): string {
  const [dulu, kini] = [lama.get(id), baru.get(id)];
  if (!kini) return "Kegiatan ini tidak ada lagi di versi tujuan.";
  if (dulu && dulu.tipe !== kini.tipe)
    return `Kegiatan ini menjadi ${namaJenis(kini.tipe).toLowerCase()} di versi tujuan.`;
  return "Kegiatan ini tidak dapat dipetakan ke versi tujuan.";
}

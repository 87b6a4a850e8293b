/** A change of the SOP on its way into force, by the modeler's API: drafts, trial runs, versions, requests moved. */
import { z } from "zod";
import type { Pengguna } from "../../../scripts/drive/pengguna.js";
import { tunggu } from "../../../scripts/tunggu.js";
import { type Permohonan, tugasDi } from "./lakon.js";
import { adminEngine } from "./system.js";

/** A trial run takes half a minute on an idle machine. */
const UJI_MS = 180_000;
/** Step 4. */
export const VERIFIKASI = "verifikasi-permohonan";

const Versi = z.object({
  id: z.string(),
  versi: z.number(),
  tag: z.string().nullable(),
  keadaan: z.string(),
  permohonanBerjalan: z.number(),
});
export type Versi = z.infer<typeof Versi>;
const Uji = z.object({
  uji: z
    .object({
      keadaan: z.string(),
      hasil: z
        .looseObject({ alur: z.record(z.string(), z.number()).optional(), macet: z.array(z.unknown()).optional() })
        .nullable(),
    })
    .nullable(),
});
const Id = z.object({ id: z.string() });
const Migrasi = z.object({ selesai: z.string().nullable(), hasil: z.unknown() });

/** Asks as this person; throws where the answer is a refusal. */
export async function ok<T>(
  siapa: Pengguna,
  method: string,
  jalur: string,
  skema: z.ZodType<T>,
  isi?: unknown,
): Promise<T> {
  const balasan = await siapa.panggil(method, jalur, isi);
  if (balasan.status >= 400) throw new Error(`${method} ${jalur}: ${balasan.status} ${JSON.stringify(balasan.isi)}`);
  return skema.parse(balasan.isi);
}

/** The same, of the modeler's API. */
export const modeler = <T>(siapa: Pengguna, method: string, jalur: string, skema: z.ZodType<T>, isi?: unknown) =>
  ok(siapa, method, `/api/modeler${jalur}`, skema, isi);

/** All versions, the one in force first. */
export const daftarVersi = async (siapa: Pengguna): Promise<Versi[]> =>
  (await modeler(siapa, "GET", "/proses/reset-password-spse/versi", z.object({ versi: z.array(Versi) }))).versi;

/** The diagram of a version. */
export const xmlVersi = (siapa: Pengguna, id = ""): Promise<string> =>
  modeler(siapa, "GET", `/versi/${encodeURIComponent(id)}/xml`, z.string());

/** What a trial run under way comes to; `sementara` is done before each look. */
export const hasilUji = (siapa: Pengguna, idDraf: string, sementara = async () => {}) =>
  tunggu(
    "the trial run",
    async () => {
      await sementara();
      const { uji } = await modeler(siapa, "GET", `/draf/${idDraf}/uji`, Uji);
      return uji?.keadaan === "berjalan" ? undefined : uji;
    },
    { batasMs: UJI_MS },
  );

/** Moves running requests to another version; answers what became of them. */
export async function pindahkan(siapa: Pengguna, isi: object): Promise<unknown> {
  const { id } = await modeler(siapa, "POST", "/migrasi", Id, isi);
  const { hasil } = await tunggu("the migration", async () => {
    const migrasi = await modeler(siapa, "GET", `/migrasi/${id}`, Migrasi);
    return migrasi.selesai ? migrasi : undefined;
  });
  return hasil;
}

/** When step 4 of a request is due. */
export const tenggatTugas = async (permohonan: Permohonan): Promise<number> =>
  Date.parse((await tugasDi("andi", permohonan, VERIFIKASI)).due ?? "");

/** When step 4 of a request began. */
export const mulaiTugas = async (p: Permohonan): Promise<number> => {
  const query = { processInstanceId: p.instans, activityId: VERIFIKASI };
  const [satu] = await adminEngine().call("GET", "/history/activity-instance", {
    query,
    schema: z.array(z.object({ startTime: z.string() })),
  });
  return Date.parse(satu?.startTime ?? "");
};

/** The version on which a request runs. */
export const definisiDari = async ({ instans }: Permohonan): Promise<string> => {
  const schema = z.object({ processDefinitionId: z.string() });
  return (await adminEngine().call("GET", `/history/process-instance/${instans}`, { schema })).processDefinitionId;
};

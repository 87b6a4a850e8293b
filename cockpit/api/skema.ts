/** The replies of `/api/sla/*` and of the engine, as far as they are used here; zod/mini keeps the bundle small. */
import * as z from "zod/mini";

const saat = z.pipe(
  z.string(),
  z.transform((teks: string) => Date.parse(teks)),
);
const bernama = z.object({ id: z.string(), nama: z.string() });
const status = z.enum(["aman", "mendekati", "lewat"]);
/** `mendekati` once 80 % of the working time is used, `lewat` after the due date. */
export type Status = z.infer<typeof status>;

/** An open step; instants in epoch ms, spans in working ms. */
export const Langkah = z.object({
  id: z.string(),
  instans: z.string(),
  nomorPermohonan: z.string(),
  satker: z.nullish(bernama),
  langkah: z.object({ id: z.string(), nomor: z.nullish(z.number()), nama: z.string(), waktu: z.nullish(z.string()) }),
  pelaksana: z.object({ grup: z.string(), nama: z.string() }),
  pemegang: z.nullish(bernama),
  tugas: z.nullish(z.string()),
  mulai: saat,
  tenggat: saat,
  sisaMs: z.number(),
  jatahMs: z.number(),
  status,
  timerBerikut: z.nullish(z.object({ id: z.string(), kapan: saat, jenis: z.string() })),
  akun: z.nullish(z.string()),
});
export type Langkah = z.infer<typeof Langkah>;

/** A step after its extension. */
export const Diperpanjang = z.object({ tenggat: saat });
export type Diperpanjang = z.infer<typeof Diperpanjang>;

const hitungan = { aman: z.number(), mendekati: z.number(), lewat: z.number() };
/** How many open steps stand at each status. */
export const Ringkas = z.object(hitungan);
export type Ringkas = z.infer<typeof Ringkas>;

/** A page of open steps, most urgent first; `total` is that of all pages, `diperbarui` the server's clock. */
export const HalamanLangkah = z.object({
  total: z.number(),
  ringkas: Ringkas,
  diperbarui: saat,
  langkah: z.array(Langkah),
});
export type HalamanLangkah = z.infer<typeof HalamanLangkah>;

const ms = z.nullish(z.number());
/** An activity of a definition: open steps counted, finished ones measured in working ms; `kepatuhan` from 0 to 1. */
export const LangkahDefinisi = z.object({
  id: z.string(),
  nomor: z.nullish(z.number()),
  terbuka: z.number(),
  mendekati: z.number(),
  lewat: z.number(),
  selesai: z.number(),
  medianMs: ms,
  p90Ms: ms,
  jatahMs: ms,
  kepatuhan: ms,
});
export type LangkahDefinisi = z.infer<typeof LangkahDefinisi>;
/** The reply of `/api/sla/definisi/{id}`. */
export const Definisi = z.object({ langkah: z.array(LangkahDefinisi) });

const kapan = z.nullish(saat);
/** One run of a row; instants in epoch ms, `pakaiMs` in working ms, `selesai` null while it runs. */
export const Putaran = z.object({
  mulai: saat,
  selesai: kapan,
  tenggat: kapan,
  pakaiMs: ms,
  status: z.nullish(z.string()),
  oleh: z.nullish(z.array(bernama)),
  akun: z.nullish(z.string()),
});
export type Putaran = z.infer<typeof Putaran>;

/** A row of the SOP in one request, with its runs; the plan is as if every row took exactly its Waktu. */
export const BarisInstans = z.object({
  nomor: z.number(),
  id: z.string(),
  nama: z.string(),
  pelaksana: z.nullish(z.string()),
  jatahMs: ms,
  rencanaMulai: kapan,
  rencanaSelesai: kapan,
  putaran: z.array(Putaran),
  keadaan: z.string(),
});
export type BarisInstans = z.infer<typeof BarisInstans>;

/** A decision on the request; `alasan` null where none was given. */
export const Riwayat = z.object({
  langkah: z.string(),
  keputusan: z.nullish(z.string()),
  namaOleh: z.nullish(z.string()),
  oleh: z.nullish(z.string()),
  waktu: kapan,
  alasan: z.nullish(z.string()),
});
export type Riwayat = z.infer<typeof Riwayat>;

/** The reply of `/api/sla/instans/{id}`: one request, its rows in the order of the SOP. */
export const Instans = z.object({
  nomorPermohonan: z.string(),
  satker: z.nullish(bernama),
  langkah: z.array(BarisInstans),
  riwayat: z.array(Riwayat),
});
export type Instans = z.infer<typeof Instans>;

/** The reply of `/api/sla/ringkas`: `kepatuhanBulanIni` from 0 to 1, `tren` of 30 days (WIB), oldest first. */
export const RingkasanSla = z.object({
  ...hitungan,
  kepatuhanBulanIni: z.nullish(z.number()),
  tren: z.array(z.object({ tanggal: z.string(), selesai: z.number(), tepat: z.number() })),
});
export type RingkasanSla = z.infer<typeof RingkasanSla>;

/** The engine's groups and users. */
export const GrupMesin = z.array(z.object({ id: z.string(), name: z.nullish(z.string()) }));
/** Users of the engine; a name that nobody filled in is null. */
export const PenggunaMesin = z.array(
  z.object({ id: z.string(), firstName: z.nullish(z.string()), lastName: z.nullish(z.string()) }),
);

/** A refusal of the gateway (`application/problem+json`); `detail` is for the reader. */
export const Problem = z.object({ kode: z.nullish(z.string()), detail: z.nullish(z.string()) });

/** The files of `bpmn/kalender/`, which the gateway has checked. */
export const BerkasKalender = z.object({ berkas: z.array(z.looseObject({})) });

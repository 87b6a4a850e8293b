/** A request as people see it, read from its process variables. Pure. */
import { z } from "zod";
import type { NilaiVariabel } from "./jawaban.js";
import { Akun, Hasil, type NamaVariabel, namaVariabelAkun, namaVariabelHasil, variabel } from "./variabel.js";

/** A variable as the engine's REST gives it with `deserializeValues=false`. */
export const BarisVariabel = z.object({ name: z.string(), type: z.string().nullish(), value: z.unknown() });
export type BarisVariabel = z.infer<typeof BarisVariabel>;

/** What a request holds: its variables, and by account id what the sub-process left behind. */
export interface IsiVariabel {
  readonly nilai: NilaiVariabel;
  readonly hasilAkun: ReadonlyMap<string, Hasil>;
  /** Accounts as the Tim corrected them in steps 5 and 6, by id; there once the account is settled. */
  readonly akunTuntas: ReadonlyMap<string, Akun>;
}

/** How far one account is. */
export type StatusAkun = "menunggu" | "dicoret" | "diproses" | "berhasil" | "gagal";

/** One account with what became of it; `keterangan` also holds the reason of a strike-off. */
export interface AkunBerstatus extends Akun {
  readonly status: StatusAkun;
  readonly hasilUserId: string | null;
  readonly cara: "otomatis" | "manual" | null;
  readonly keterangan: string | null;
}

const AWALAN_HASIL = namaVariabelHasil("");
const AWALAN_AKUN = namaVariabelAkun("");

/** The variables by their schemas; throws where one that we wrote does not fit, and passes over those of others. */
export function bacaVariabel(baris: readonly BarisVariabel[]): IsiVariabel {
  const nilai: Record<string, unknown> = {};
  const hasilAkun = new Map<string, Hasil>();
  const akunTuntas = new Map<string, Akun>();
  for (const satu of baris) {
    if (satu.value === null || satu.value === undefined) continue;
    if (satu.name.startsWith(AWALAN_HASIL)) hasilAkun.set(satu.name.slice(AWALAN_HASIL.length), urai(satu, Hasil));
    else if (satu.name.startsWith(AWALAN_AKUN)) akunTuntas.set(satu.name.slice(AWALAN_AKUN.length), urai(satu, Akun));
    else if (dikenal(satu.name)) nilai[satu.name] = urai<unknown>(satu, variabel[satu.name]);
  }
  return { nilai: nilai as NilaiVariabel, hasilAkun, akunTuntas };
}

// These belong to a step, not to the request; the dates among them are the engine's own.
const MILIK_LANGKAH = new Set(["tenggat", "pengingat", "perpanjangan", "waktuEskalasi"]);
const dikenal = (nama: string): nama is NamaVariabel => Object.hasOwn(variabel, nama) && !MILIK_LANGKAH.has(nama);

function urai<T>({ name, type, value }: BarisVariabel, skema: z.ZodType<T>): T {
  const isi = type === "Json" && typeof value === "string" ? JSON.parse(value) : value;
  const hasil = skema.safeParse(isi);
  if (hasil.success) return hasil.data;
  throw new Error(`process variable ${name} does not fit its schema: ${z.prettifyError(hasil.error)}`);
}

/** The accounts of a request in the letter's order, as corrected by the Tim, each with its status. */
export function akunBerstatus({ nilai, hasilAkun, akunTuntas }: IsiVariabel): AkunBerstatus[] {
  const disetujui = new Map(nilai.akunDisetujui?.map((a) => [a.id, a]));
  const dicoret = new Map(nilai.akunDicoret?.map((a) => [a.id, a]));
  return (nilai.akun ?? []).map((asal): AkunBerstatus => {
    const coret = dicoret.get(asal.id);
    if (coret) {
      const { alasan, ...akun } = coret;
      return { ...akun, status: "dicoret", hasilUserId: null, cara: null, keterangan: alasan };
    }
    const akun = akunTuntas.get(asal.id) ?? disetujui.get(asal.id) ?? asal;
    return { ...akun, ...statusHasil(hasilAkun.get(asal.id), disetujui.has(asal.id)) };
  });
}

function statusHasil(hasil: Hasil | undefined, disetujui: boolean): Omit<AkunBerstatus, keyof Akun> {
  if (!hasil) return { status: disetujui ? "diproses" : "menunggu", hasilUserId: null, cara: null, keterangan: null };
  const { status, userId = null, cara, keterangan = null } = hasil;
  return { status: status === "direset" ? "diproses" : status, hasilUserId: userId, cara, keterangan };
}

/** How a whole request stands. */
export type KeadaanPermohonan = "berjalan" | "selesai" | "ditolak" | "bukanReset" | "ditarik" | "dihentikan";

/** The standing of a request by the engine's state of its instance (ACTIVE, COMPLETED, …) and its variables. */
export function keadaanPermohonan(status: string, { nilai }: IsiVariabel): KeadaanPermohonan {
  if (status === "ACTIVE" || status === "SUSPENDED") return "berjalan";
  if (status !== "COMPLETED") return "dihentikan";
  if (nilai.arsip) return "selesai";
  return nilai.sebabPenolakan ?? "ditarik";
}

/** Null where undefined: JSON replies name every field. */
const ataukah = <T>(nilai: T | undefined): T | null => nilai ?? null;

/** The request's own data as replies show it; names of people are the caller's to add. */
export function ringkasan(nomor: string, isi: IsiVariabel) {
  const { nilai } = isi;
  return {
    nomor,
    satker: { id: nilai.satker ?? "", nama: nilai.namaSatker ?? "" },
    nomorSuratPermohonan: ataukah(nilai.nomorSuratPermohonan),
    tanggalSuratPermohonan: ataukah(nilai.tanggalSuratPermohonan),
    suratPermohonan: ataukah(nilai.suratPermohonan),
    lampiran: nilai.lampiran ?? [],
    akun: akunBerstatus(isi),
    akunDisetujui: ataukah(nilai.akunDisetujui),
    akunDicoret: ataukah(nilai.akunDicoret),
    riwayat: nilai.riwayat ?? [],
    sebabPenolakan: ataukah(nilai.sebabPenolakan),
    alasanPenolakan: ataukah(nilai.alasanPenolakan),
    nomorSurat: ataukah(nilai.nomorSurat),
    tanggalSuratPemberitahuan: ataukah(nilai.tanggalSuratPemberitahuan),
    versiDraf: ataukah(nilai.versiDraf),
    drafSurat: ataukah(nilai.drafSurat),
    paragraf: ataukah(nilai.paragraf),
    suratDitandatangani: ataukah(nilai.suratDitandatangani),
    arsip: ataukah(nilai.arsip),
  };
}

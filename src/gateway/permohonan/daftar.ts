/** The list of requests: one page, each with what it waits for. */

import { Galat } from "../../galat.js";
import { keadaanPermohonan } from "../../proses/permohonan.js";
import { jalanKeluar } from "../../proses/tahap.js";
import { internal, type Pengguna, satkerPengguna } from "../../sesi/pengguna.js";
import type { Sop } from "../../sop/diagram.js";
import type { Konteks } from "../konteks.js";
import type { Instans, VariabelRiwayat } from "../mesin/mesin.js";
import { tenggatPerKejadian, variabelPermohonan } from "./pandangan.js";

/** Which page of which requests; `halaman` from 1, `ukuran` rows each. */
export interface PermintaanDaftar {
  readonly cari?: string | undefined;
  readonly halaman: number;
  readonly ukuran: number;
}

/** Open work of a request; `tenggat` in epoch milliseconds. */
interface Terbuka {
  readonly instans: string;
  readonly aktivitas: string;
  readonly nama: string | null;
  readonly tenggat: number | null;
}

const DIPERLUKAN = [
  "satker",
  "namaSatker",
  "nomorSuratPermohonan",
  "akun",
  "nomorSurat",
  "arsip",
  "sebabPenolakan",
  "tenggat",
];

/** One page, newest first: everything for internal staff, else the requests of the person's units. */
export async function daftarPermohonan(k: Konteks, pengguna: Pengguna, minta: PermintaanDaftar) {
  const satker = internal(pengguna) ? undefined : satkerPengguna(pengguna).map((s) => s.id);
  if (satker?.length === 0) throw new Galat("TANPA_SATKER", "Akun Anda belum terdaftar pada Satuan Kerja.");
  const { cari, halaman, ukuran } = minta;
  const { total, instans } = await k.mesin.daftar({ satker, cari }, (halaman - 1) * ukuran, ukuran);
  const ids = instans.map((i) => i.id);
  const semua = await k.mesin.variabel(ids, DIPERLUKAN);
  const terbuka = await pekerjaanTerbuka(k, ids, semua);
  const permohonan = await Promise.all(
    instans.map(async (i) =>
      barisDaftar(
        i,
        semua.filter((v) => v.processInstanceId === i.id),
        menunggu(
          await k.sop(i.processDefinitionId),
          terbuka.filter((t) => t.instans === i.id),
          k.jam().getTime(),
        ),
      ),
    ),
  );
  return { total, halaman, ukuran, permohonan };
}

async function pekerjaanTerbuka(
  { mesin }: Konteks,
  ids: readonly string[],
  semua: readonly VariabelRiwayat[],
): Promise<Terbuka[]> {
  if (ids.length === 0) return [];
  const [tugas, otomatis] = await Promise.all([mesin.tugasTerbuka(ids), mesin.tugasOtomatis(ids)]);
  const tenggat = tenggatPerKejadian(semua);
  return [
    ...tugas.map((t) => ({
      instans: t.processInstanceId,
      aktivitas: t.taskDefinitionKey,
      nama: t.name,
      tenggat: t.due,
    })),
    ...otomatis.map((t) => ({
      instans: t.processInstanceId,
      aktivitas: t.activityId,
      nama: null,
      tenggat: tenggat.get(t.activityInstanceId) ?? null,
    })),
  ];
}

/** The steps a request waits for, each once, in the SOP's order; work without a name of its own and outside the SOP is left out. */
function menunggu({ langkah }: Sop, terbuka: readonly Terbuka[], kini: number) {
  const baris = terbuka.flatMap((t) => {
    const milik = langkah.find((l) => l.id === (jalanKeluar[t.aktivitas] ?? t.aktivitas));
    const nama = t.nama ?? milik?.nama;
    if (nama === undefined) return [];
    const tenggat = t.tenggat === null ? null : new Date(t.tenggat).toISOString();
    return [
      {
        nomor: milik?.nomor ?? null,
        nama,
        tenggat,
        lewatTenggat: t.tenggat !== null && t.tenggat < kini,
      },
    ];
  });
  const menurutTenggat = baris.sort((a, b) => (a.tenggat ?? "~").localeCompare(b.tenggat ?? "~"));
  const unik = new Map(menurutTenggat.toReversed().map((b) => [b.nama, b]));
  return [...unik.values()].sort((a, b) => (a.nomor ?? 99) - (b.nomor ?? 99));
}

function barisDaftar(i: Instans, semua: readonly VariabelRiwayat[], tunggu: ReturnType<typeof menunggu>) {
  const isi = variabelPermohonan(semua, i.id);
  const { nilai } = isi;
  return {
    nomor: i.businessKey ?? "",
    satker: { id: nilai.satker ?? "", nama: nilai.namaSatker ?? "" },
    nomorSuratPermohonan: nilai.nomorSuratPermohonan ?? null,
    jumlahAkun: nilai.akun?.length ?? 0,
    keadaan: keadaanPermohonan(i.state, isi),
    diajukan: new Date(i.startTime).toISOString(),
    selesai: i.endTime === null ? null : new Date(i.endTime).toISOString(),
    menunggu: tunggu,
    nomorSurat: nilai.nomorSurat ?? null,
  };
}

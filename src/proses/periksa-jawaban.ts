/** What a single answer cannot show by itself: does it fit the request it belongs to? Pure. */
import type { KeadaanPermohonan } from "./jawaban.js";
import type { Jawaban, NamaFormulir } from "./tugas.js";
import type { Akun } from "./variabel.js";

/** A fault in an answer: `jalur` is the field, like `akun.0.nama`; `pesan` an Indonesian sentence. */
export interface GalatIsian {
  readonly jalur: string;
  readonly pesan: string;
}

type Pemeriksa = { readonly [K in NamaFormulir]?: (jawaban: Jawaban<K>, keadaan: KeadaanPermohonan) => GalatIsian[] };

const pemeriksa: Pemeriksa = {
  "verifikasi-permohonan": (j, { akun = [] }) =>
    j.keputusanVerifikasi === "lengkap"
      ? [...periksaPembagian(j.akunDisetujui, j.akunDicoret, akun), ...periksaNipGanda(j.akunDisetujui)]
      : [],
  "perbaiki-akun": (j, { akunDiproses }) =>
    j.keputusanPerbaikan === "diperbaiki" && j.akunDiproses.id !== akunDiproses?.id
      ? [{ jalur: "akunDiproses.id", pesan: "Akun yang diperbaiki bukan akun tugas ini." }]
      : [],
};

/** The faults of an answer against its request; none where it fits. */
export function periksaJawaban<K extends NamaFormulir>(
  formulir: K,
  jawaban: Jawaban<K>,
  keadaan: KeadaanPermohonan,
): GalatIsian[] {
  const periksa: Pemeriksa[K] = pemeriksa[formulir];
  return periksa ? periksa(jawaban, keadaan) : [];
}

/** Every account of the letter is either to be reset or struck off; the Tim may correct names, not add or drop accounts. */
function periksaPembagian(
  disetujui: readonly Akun[],
  dicoret: readonly Akun[],
  diminta: readonly Akun[],
): GalatIsian[] {
  const asal = new Set(diminta.map((a) => a.id));
  const terbagi = [...disetujui, ...dicoret].map((a) => a.id);
  const asing = terbagi.some((id) => !asal.has(id));
  const ganda = new Set(terbagi).size !== terbagi.length;
  const hilang = diminta.filter((a) => !terbagi.includes(a.id));
  return [
    ...(asing ? ["Ada akun yang tidak tercantum dalam permohonan."] : []),
    ...(ganda ? ["Ada akun yang sekaligus disetujui dan dicoret, atau tercantum dua kali."] : []),
    ...hilang.map((a) => `Akun ${a.nama} belum diputuskan: di-reset atau dicoret.`),
  ].map((pesan) => ({ jalur: "akunDisetujui", pesan }));
}

function periksaNipGanda(akun: readonly Akun[]): GalatIsian[] {
  return akun.flatMap(({ nip }, i) =>
    akun.findIndex((a) => a.nip === nip) === i
      ? []
      : [{ jalur: `akunDisetujui.${i}.nip`, pesan: "NIP ini sudah tercantum pada akun lain." }],
  );
}

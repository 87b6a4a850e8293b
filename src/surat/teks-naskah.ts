import type { BarisKepala, Naskah, TabelAkun } from "./naskah.js";

/** The letter's words as plain text, one item a line: for previews and for comparing versions. */
export function teksNaskah(naskah: Naskah): string {
  const { kop, tabel, lampiran } = naskah;
  const bagian = [
    [kop.kementerian, kop.unit, kop.layanan ?? ""].map((nama) => nama.toUpperCase()).concat(kop.alamat),
    naskah.bentuk === "nota-dinas" ? ["NOTA DINAS", `Nomor ${naskah.nomor}`] : [],
    [...kepala(naskah.kepala), naskah.tempatTanggal ?? ""],
    naskah.yth.map((baris, i) => (i === 0 ? `Yth. ${baris}` : baris)),
    ...[...naskah.pembuka, ...naskah.isi].map((alinea) => [alinea]),
    tabel ? daftarAkun(tabel) : [],
    ...naskah.penutup.map((alinea) => [alinea]),
    ...(naskah.keputusan === undefined ? penandaTangan(naskah) : [naskah.keputusan]),
    tembusan(naskah.tembusan),
    lampiran ? [lampiran.keterangan, ...kepala(lampiran.kepala), lampiran.judul.toUpperCase()] : [],
    lampiran ? daftarAkun(lampiran.tabel) : [],
  ];
  return bagian
    .map((baris) => baris.filter((satu) => satu !== "").join("\n"))
    .filter((satu) => satu !== "")
    .join("\n\n");
}

function penandaTangan({ penandaTangan: ttd }: Naskah): string[][] {
  return [
    [ttd.atasNama ? `a.n. ${ttd.atasNama}` : "", `${ttd.jabatan},`],
    [ttd.nama, ttd.nip ? `NIP ${ttd.nip}` : ""],
  ];
}

function tembusan(daftar: readonly string[]): string[] {
  if (daftar.length === 0) return [];
  return ["Tembusan:", ...(daftar.length === 1 ? daftar : daftar.map((nama, i) => `${i + 1}. ${nama}`))];
}

function kepala(daftar: readonly BarisKepala[]): string[] {
  return daftar.map(({ label, nilai }) => `${label}: ${nilai}`);
}

function daftarAkun(tabel: TabelAkun): string[] {
  return tabel.baris.map(({ no, nama, nip, peran, userId, hasil, keterangan }) => {
    const catatan = keterangan === undefined ? "" : ` (${keterangan})`;
    return `${no}. ${nama}, NIP ${nip}, ${peran}, User ID ${userId}: ${hasil}${catatan}`;
  });
}

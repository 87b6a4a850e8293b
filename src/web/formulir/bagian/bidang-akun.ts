/** The fields of one account, used by the list editor and by the correction of a single account. */
import { type Isian, teksIsian } from "../isian.js";
import { bidang, isi, masukan, pilihanTurun } from "./bidang.js";

const KOLOM = ["nama", "nip", "peran", "userId", "epesan"] as const;

interface BidangAkun {
  readonly elemen: HTMLElement[];
  nilai(): Record<string, unknown>;
  /** Nothing has been typed. */
  kosong(): boolean;
  fokus(): void;
  /** Sets the path that messages find the fields by, e.g. "akun.3". */
  jalur(awalan: string): void;
}

/** The fields, filled from `awal` as far as it has them. */
export function bidangAkun(awal: Isian): BidangAkun {
  const k = {
    nama: masukan(teksIsian(awal, "nama"), { maxlength: 200 }),
    nip: masukan(teksIsian(awal, "nip"), { inputmode: "numeric", class: "rp-kontrol rp-angka", maxlength: 40 }),
    peran: pilihanTurun(teksIsian(awal, "peran"), "Pilih …", ["PPK", "Pejabat Pengadaan"]),
    userId: masukan(teksIsian(awal, "userId"), { maxlength: 50, spellcheck: "false" }),
    epesan: masukan(teksIsian(awal, "epesan"), { inputmode: "email", maxlength: 120, spellcheck: "false" }),
  };
  const elemen = [
    bidang({ jalur: "nama", label: "Nama" }, k.nama),
    bidang({ jalur: "nip", label: "NIP" }, k.nip),
    bidang({ jalur: "peran", label: "Peran" }, k.peran),
    bidang({ jalur: "userId", label: "User ID SPSE", opsional: true }, k.userId),
    bidang({ jalur: "epesan", label: "Alamat e-Pesan" }, k.epesan),
  ];
  return {
    elemen,
    nilai: () => ({
      nama: isi(k.nama),
      nip: isi(k.nip)?.replace(/[\s.]/g, ""),
      peran: isi(k.peran),
      userId: isi(k.userId),
      epesan: isi(k.epesan)?.trim(),
    }),
    kosong: () => KOLOM.every((n) => isi(k[n]) === undefined),
    fokus: () => k.nama.focus(),
    jalur: (awalan) => {
      elemen.forEach((e, i) => {
        e.dataset.jalur = `${awalan}.${KOLOM[i]}`;
      });
    },
  };
}

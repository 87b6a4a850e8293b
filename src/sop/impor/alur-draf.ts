/** Ids and sequence flows of a drafted process. */
import type { Rencana } from "./rencana.js";

/** Ids of a row's elements. */
export const id = {
  tugas: (nomor: number) => `langkah-${nomor}`,
  gerbang: (nomor: number) => `keputusan-${nomor}`,
  gabung: (nomor: number) => `kumpul-${nomor}`,
  catatan: (nomor: number) => `pertanyaan-${nomor}`,
  catatanProses: "pertanyaan-proses",
};

/** A sequence flow of the draft. */
export interface AlurDraf {
  readonly id: string;
  readonly dari: string;
  readonly ke: string;
  readonly nama?: string;
  readonly syarat?: string;
}

/** Whether a decision leads back (or ahead) to this row, so that several flows meet before its task. */
export const bergabung = (langkah: Rencana["langkah"], i: number): boolean => langkah.some((l) => l.tidak === i);

/** All flows but those of the timers, in the order of the rows. */
export function alurDraf({ langkah }: Rencana): AlurDraf[] {
  const nomor = (i: number) => langkah[i]?.baris.nomor ?? 0;
  const masuk = (i: number) => (bergabung(langkah, i) ? id.gabung(nomor(i)) : id.tugas(nomor(i)));
  const tujuan = (i: number) => (i < langkah.length ? masuk(i) : "selesai");
  const isi = langkah.flatMap((l, i): AlurDraf[] => {
    const n = l.baris.nomor;
    const maju = { dari: id.tugas(n), ke: tujuan(i + 1) };
    if (l.tidak === undefined) return [{ id: `alur-${n}`, ...maju }];
    // Asked of the execution, because a variable that nobody set is unknown by its bare name.
    const syarat = `\${execution.getVariable('keputusan${n}') == 'tidak'}`;
    return [
      { id: `alur-${n}`, dari: id.tugas(n), ke: id.gerbang(n) },
      { id: `alur-${n}-ya`, dari: id.gerbang(n), ke: maju.ke, nama: "ya" },
      { id: `alur-${n}-tidak`, dari: id.gerbang(n), ke: masuk(l.tidak), nama: "tidak", syarat },
    ];
  });
  const gabung = langkah.flatMap(({ baris: { nomor: n } }, i): AlurDraf[] =>
    bergabung(langkah, i) ? [{ id: `alur-kumpul-${n}`, dari: id.gabung(n), ke: id.tugas(n) }] : [],
  );
  return [{ id: "alur-mulai", dari: "mulai", ke: tujuan(0) }, ...isi, ...gabung];
}

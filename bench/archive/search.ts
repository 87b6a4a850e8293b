/** Questions put to the register, and how long each took. */
import { cariArsip, KueriArsip } from "../../src/arsip/index.js";
import type { Db } from "../../src/db/open.js";
import { letter } from "./sample.js";

/** How often each question is put, each time about another letter. */
const ROUNDS = 15;

type Question = (sample: ReturnType<typeof letter>, at: number) => Record<string, string | number>;

const QUESTIONS: Readonly<Record<string, Question>> = {
  "text, a word in every entry": () => ({ cari: "pemberitahuan" }),
  "text, two words": ({ satker }) => ({ cari: `reset ${satker?.split(" ").at(-1)}` }),
  "text, the beginning of a word": ({ satker }) => ({ cari: satker?.split(" ").at(-1)?.slice(0, 3) ?? "" }),
  "text, a word of no entry": (_, at) => ({ cari: `takada${at}` }),
  "number of a letter": ({ nomorSurat }) => ({ nomor: nomorSurat ?? "" }),
  "number of a request": ({ nomorPermohonan }) => ({ nomor: nomorPermohonan ?? "" }),
  "number, its serial only": ({ nomorSurat }) => ({ nomor: nomorSurat?.split("/")[1] ?? "" }),
  Satker: ({ satker }) => ({ satker: satker ?? "" }),
  "person, whole name": ({ orang }) => ({ orang: orang[0] ?? "" }),
  "person, first name": ({ orang }) => ({ orang: orang[0]?.split(" ")[0] ?? "" }),
  "person in every entry": () => ({ orang: "Hendra Gunawan" }),
  "date, one day": ({ tanggalSurat }) => ({ dari: tanggalSurat, sampai: tanggalSurat }),
  "date, one year": ({ tanggalSurat }) => ({
    dari: `${tanggalSurat.slice(0, 4)}-01-01`,
    sampai: `${tanggalSurat.slice(0, 4)}-12-31`,
  }),
  "Satker, person and year": ({ satker, orang, tanggalSurat }) => ({
    satker: satker ?? "",
    orang: orang[0] ?? "",
    dari: `${tanggalSurat.slice(0, 4)}-01-01`,
  }),
  "all, first page": () => ({}),
  "all, last page": () => ({ halaman: LAST_PAGE }),
};
const LAST_PAGE = 2_000;

/** A question's times in ms, and how many entries it found the last time. */
export interface Asked {
  readonly name: string;
  readonly times: readonly number[];
  readonly found: number;
}

/** Puts every question; `entries` is how many the register holds. */
export async function ask(db: Db, entries: number): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const at = Math.floor((entries / ROUNDS) * (round + 0.5));
      const kueri = KueriArsip.parse(question(letter(at), at));
      const began = performance.now();
      found = (await cariArsip(db, kueri)).total;
      times.push(performance.now() - began);
    }
    asked.push({ name, times, found });
  }
  return asked;
}

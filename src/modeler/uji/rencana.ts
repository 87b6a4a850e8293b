/** Where to go next: from a place where the engine waits to the nearest way not taken yet, or to the end. Pure. */
import type { Graf, Jalan } from "./graf.js";
import type { Nilai } from "./syarat.js";

/** A plan: the ways in order, up to where the engine waits next, and the variables that the choices on it need. */
export interface Rencana {
  readonly jalan: readonly Jalan[];
  readonly nilai: Nilai;
  /** The way not taken yet that it leads to; undefined: it only leads on. */
  readonly sasaran: Jalan | undefined;
  readonly panjang: number;
}

/** The shortest ways from `asal` to a way for which `cocok` holds, over ways that can be chosen and that `boleh` admits. */
function telusur(
  graf: Graf,
  asal: string,
  cocok: (j: Jalan) => boolean,
  boleh: (j: Jalan) => boolean = () => true,
): readonly Jalan[] | undefined {
  const datang = new Map<string, readonly Jalan[]>([[asal, []]]);
  const antre = [asal];
  for (let di = antre.shift(); di !== undefined; di = antre.shift()) {
    const sampai = datang.get(di) ?? [];
    for (const j of graf.keluarDari(di)) {
      if (j.nilai === undefined || !boleh(j)) continue;
      if (cocok(j)) return [...sampai, j];
      if (datang.has(j.ke)) continue;
      datang.set(j.ke, [...sampai, j]);
      antre.push(j.ke);
    }
  }
  return undefined;
}

/** Only up to the next place where the engine waits: what is beyond is planned when the token is there. */
function satuLangkah(graf: Graf, jalan: readonly Jalan[]): readonly Jalan[] {
  const henti = jalan.findIndex((j) => graf.simpul.get(j.ke)?.menunggu);
  return henti < 0 ? jalan : jalan.slice(0, henti + 1);
}

const berhenti = (graf: Graf, id: string): boolean =>
  graf.simpul.get(id)?.menunggu === true || graf.keluarDari(id).length === 0;

/** Going on without anything out of the ordinary: no timer, no error, no message. */
const wajar = (j: Jalan): boolean => j.jenis !== "tepi";

/** The plan from a waiting place; `perlu` says which ways are still to be taken. */
export function rencanakan(graf: Graf, asal: string, perlu: (j: Jalan) => boolean): Rencana {
  const ke = telusur(graf, asal, perlu);
  const jalan = ke ?? telusur(graf, asal, (j) => graf.keluarDari(j.ke).length === 0, wajar) ?? [];
  let langkah = [...satuLangkah(graf, jalan)];
  const ujung = langkah.at(-1)?.ke ?? asal;
  // Gateways between the goal and the next stop need their variables as well.
  if (!berhenti(graf, ujung) || langkah.length === 0) {
    const lanjut = telusur(graf, ujung, (j) => berhenti(graf, j.ke), wajar) ?? [];
    langkah = [...langkah, ...satuLangkah(graf, lanjut)];
  }
  return {
    jalan: langkah,
    nilai: Object.assign({}, ...langkah.map((j) => j.nilai ?? {})),
    sasaran: ke?.at(-1),
    panjang: ke?.length ?? Number.POSITIVE_INFINITY,
  };
}

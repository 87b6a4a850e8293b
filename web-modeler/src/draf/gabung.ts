/**
 * Joins two people's changes of one diagram, element by element (everything with an id). What only one of them touched
 * is taken; what both touched differently is a clash that a person decides. Pure.
 */
import { bacaPohon, type Simpul, tulisPohon } from "./pohon.js";

/** Lists of references are joined entry by entry: two people may each draw a flow from the same task. */
const RUJUKAN =
  /^bpmn:(incoming|outgoing|flowNodeRef)$|:(incoming|outgoing|flowNodeRef)$|^(incoming|outgoing|flowNodeRef)$/;

interface Rata {
  readonly induk: string;
  readonly simpul: Simpul;
  /** Without children that have an id and without references, as text. */
  readonly isi: string;
  readonly rujukan: readonly string[];
  readonly anak: readonly string[];
}

interface Hasil {
  readonly xml: string;
  /** Ids that both changed, differently; `xml` holds ours for them, or theirs where asked. */
  readonly bentrok: readonly string[];
}

const id = (s: Simpul): string | undefined => s.sifat.id;
const adalahSimpul = (a: Simpul | string): a is Simpul => typeof a !== "string";

/** An element without what lives under an id of its own; inner elements without id stay whole. */
function sendiri(s: Simpul): Simpul {
  return {
    ...s,
    anak: s.anak.flatMap((a): (Simpul | string)[] =>
      !adalahSimpul(a) ? [a] : id(a) || RUJUKAN.test(a.nama) ? [] : [sendiri(a)],
    ),
  };
}

const rujukanDari = (s: Simpul): string[] =>
  s.anak.filter(adalahSimpul).flatMap((a) => (RUJUKAN.test(a.nama) ? [`${a.nama}|${a.anak.join("").trim()}`] : []));

/** Elements with id directly below, also through wrappers that have none (extensionElements, …). */
const anakBerId = (s: Simpul): Simpul[] =>
  s.anak.filter(adalahSimpul).flatMap((a) => (id(a) ? [a] : RUJUKAN.test(a.nama) ? [] : anakBerId(a)));

function ratakan(akar: Simpul): Map<string, Rata> {
  const hasil = new Map<string, Rata>();
  const kunjungi = (s: Simpul, induk: string): void => {
    const anak = anakBerId(s);
    const kunci = id(s) ?? "";
    hasil.set(kunci, {
      induk,
      simpul: s,
      isi: JSON.stringify(sendiri(s)),
      rujukan: rujukanDari(s),
      anak: anak.map((a) => id(a) ?? ""),
    });
    for (const a of anak) kunjungi(a, kunci);
  };
  kunjungi(akar, "");
  return hasil;
}

/** Three-way union of lists: what either added, without what either removed; order of `kita`. */
export function gabungDaftar(dasar: readonly string[], kita: readonly string[], mereka: readonly string[]): string[] {
  const dihapus = new Set(dasar.filter((x) => !kita.includes(x) || !mereka.includes(x)));
  return [...new Set([...kita, ...mereka])].filter((x) => !dihapus.has(x));
}

const sama = (a: Rata | undefined, b: Rata | undefined): boolean => a?.isi === b?.isi && a?.induk === b?.induk;

/** Which side's version of an element counts: `undefined` where it is gone. */
function pilih(d: Rata | undefined, k: Rata | undefined, m: Rata | undefined, menang: "kita" | "mereka") {
  if (sama(k, m)) return { rata: k, bentrok: false };
  if (sama(d, k)) return { rata: m, bentrok: false };
  if (sama(d, m)) return { rata: k, bentrok: false };
  return { rata: menang === "kita" ? k : m, bentrok: true };
}

/** Attributes of flows, boundary events and shapes that name another element: without it they cannot be. */
const WAJIB = ["sourceRef", "targetRef", "attachedToRef", "bpmnElement"];

function bangun(kunci: string, hidup: Map<string, Rata>, sumber: readonly Map<string, Rata>[]): Simpul {
  const r = hidup.get(kunci);
  if (!r) throw new Error(`no element ${kunci}`);
  const [d, k, m] = sumber.map((s) => s.get(kunci));
  const rujukan = gabungDaftar(d?.rujukan ?? [], k?.rujukan ?? [], m?.rujukan ?? []).filter((x) =>
    hidup.has(x.slice(x.indexOf("|") + 1)),
  );
  const anak = gabungDaftar(d?.anak ?? [], k?.anak ?? [], m?.anak ?? []).filter((a) => hidup.get(a)?.induk === kunci);
  return susun(r.simpul, new Map(anak.map((a) => [a, bangun(a, hidup, sumber)])), rujukan);
}

/** Puts the joined children in the place of the element's own; new ones go where the last of them stood. */
function susun(asal: Simpul, anak: Map<string, Simpul>, rujukan: readonly string[]): Simpul {
  const sisa = new Map(anak);
  const isi = (s: Simpul): (Simpul | string)[] =>
    s.anak.flatMap((a): (Simpul | string)[] => {
      if (!adalahSimpul(a)) return [a];
      if (RUJUKAN.test(a.nama)) return [];
      const kunci = id(a);
      if (!kunci) return [{ ...a, anak: isi(a) }];
      const baru = sisa.get(kunci);
      sisa.delete(kunci);
      return baru ? [baru] : [];
    });
  const lama = isi(asal);
  const ref = rujukan.map((x): Simpul => {
    const [nama = "", ke = ""] = [x.slice(0, x.indexOf("|")), x.slice(x.indexOf("|") + 1)];
    return { nama, sifat: {}, anak: [ke] };
  });
  // BPMN wants documentation and extensions first, then references, then what the element holds.
  const depan = lama.filter((a) => adalahSimpul(a) && /(^|:)(documentation|extensionElements)$/.test(a.nama));
  const belakang = lama.filter((a) => !depan.includes(a));
  return { ...asal, anak: [...depan, ...ref, ...belakang, ...sisa.values()] };
}

/** Joins `kita` and `mereka`, both made from `dasar`; throws where one of them is no XML. */
export function gabung(dasar: string, kita: string, mereka: string, menang: "kita" | "mereka" = "kita"): Hasil {
  const pohon = [dasar, kita, mereka].map(bacaPohon);
  const sumber = pohon.map(ratakan);
  const [d, k, m] = sumber;
  const akar = pohon[1]?.sifat.id ?? "";
  const semua = new Set(sumber.flatMap((s) => [...s.keys()]));
  const bentrok: string[] = [];
  const hidup = new Map<string, Rata>();
  for (const kunci of semua) {
    const hasil = pilih(d?.get(kunci), k?.get(kunci), m?.get(kunci), menang);
    if (hasil.bentrok) bentrok.push(kunci);
    if (hasil.rata) hidup.set(kunci, hasil.rata);
  }
  buangTakBerinduk(hidup, akar, bentrok);
  return { xml: tulisPohon(bangun(akar, hidup, sumber)), bentrok: bentrok.sort() };
}

/** One drew a flow to what the other deleted: the flow goes, and a person is told. */
function buangTakBerinduk(hidup: Map<string, Rata>, akar: string, bentrok: string[]): void {
  for (let berubah = true; berubah; ) {
    berubah = false;
    for (const [kunci, r] of hidup) {
      const yatim = kunci !== akar && !hidup.has(r.induk);
      const hilang = WAJIB.some((w) => r.simpul.sifat[w] !== undefined && !hidup.has(r.simpul.sifat[w] ?? ""));
      if (!yatim && !hilang) continue;
      hidup.delete(kunci);
      if (hilang && r.simpul.sifat.bpmnElement === undefined) bentrok.push(kunci);
      berubah = true;
    }
  }
}

import type { Aturan, Unsur } from "../jenis.js";
import { daftar, definisiKejadian, kejadianTepi, teks, unsurDari } from "../unsur.js";

type Tetangga = (u: Unsur) => Unsur[];

/** Everything that can be walked to from some elements. */
function terjangkau(awal: readonly Unsur[], tetangga: Tetangga): Set<Unsur> {
  const hasil = new Set(awal);
  const antre = [...awal];
  for (let x = antre.pop(); x; x = antre.pop())
    for (const n of tetangga(x)) {
      if (hasil.has(n)) continue;
      hasil.add(n);
      antre.push(n);
    }
  return hasil;
}

const tautan = (u: Unsur): string => teks(definisiKejadian(u, "bpmn:LinkEventDefinition")[0]?.name);

function maju(simpul: readonly Unsur[]): Map<Unsur, Unsur[]> {
  return new Map(
    simpul.map((u) => [
      u,
      [
        ...daftar(u.outgoing).flatMap((f) => unsurDari(f.targetRef) ?? []),
        ...kejadianTepi(u),
        ...(u.$type === "bpmn:IntermediateThrowEvent" && tautan(u)
          ? simpul.filter((x) => x.$type === "bpmn:IntermediateCatchEvent" && tautan(x) === tautan(u))
          : []),
      ],
    ]),
  );
}

function mundur(depan: Map<Unsur, Unsur[]>): Map<Unsur, Unsur[]> {
  const hasil = new Map<Unsur, Unsur[]>();
  for (const [u, sasaran] of depan) for (const s of sasaran) hasil.set(s, [...(hasil.get(s) ?? []), u]);
  return hasil;
}

/** Stands outside the flow on purpose: event sub-processes, compensation. */
const terpisah = (u: Unsur): boolean => u.triggeredByEvent === true || u.isForCompensation === true;

/** Every step can be reached from a start, and every way leads to an end. */
export const jalanBuntu: Aturan = {
  nama: "jalan-buntu",
  tingkat: "galat",
  sebab: "A step nobody can reach is an SOP row that never happens; a way without end keeps a request open for ever.",
  periksa(u, lapor) {
    if (!u.$instanceOf("bpmn:FlowElementsContainer") || u.$type === "bpmn:AdHocSubProcess") return;
    const simpul = daftar(u.flowElements).filter((x) => x.$instanceOf("bpmn:FlowNode"));
    const awal = simpul.filter((x) => x.$type === "bpmn:StartEvent" || terpisah(x));
    const akhir = simpul.filter((x) => daftar(x.outgoing).length === 0);
    // Without any start or end bpmnlint's own rules already speak.
    if (!simpul.some((x) => x.$type === "bpmn:StartEvent") || akhir.length === 0) return;
    const depan = maju(simpul);
    const belakang = mundur(depan);
    const sampai = terjangkau(awal, (x) => depan.get(x) ?? []);
    const berujung = terjangkau(akhir, (x) => belakang.get(x) ?? []);
    for (const x of simpul) {
      if (!sampai.has(x)) lapor(x, "No way leads here from a start event.");
      if (!berujung.has(x)) lapor(x, "From here no way leads to an end.");
    }
  },
};

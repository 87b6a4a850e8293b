/** The process as a graph of ways: what can follow what, and what must happen for it. Pure. */
import type { ModdleElement } from "bpmn-moddle";
import { elementsOf, isElement } from "../../sop/moddle.js";
import { gabung, type Nilai, pilihNilai } from "./syarat.js";

/** What makes a token leave its place by a boundary event. */
export type Pemicu =
  | { readonly jenis: "pewaktu" }
  | { readonly jenis: "galat"; readonly kode: string }
  | { readonly jenis: "pesan" | "sinyal"; readonly nama: string }
  | { readonly jenis: "lain" };

/** One way: `alur` a sequence flow, `tepi` onto a boundary event, the others into, out of and between scopes. */
export interface Jalan {
  readonly id: string;
  readonly jenis: "alur" | "tepi" | "masuk" | "keluar" | "picu";
  readonly dari: string;
  readonly ke: string;
  readonly pemicu?: Pemicu;
  /** Variables with which the engine takes this flow; undefined: cannot be told from its condition. */
  readonly nilai: Nilai | undefined;
}

/** A place in the process; `menunggu`: the engine stops there until somebody acts. */
export interface Simpul {
  readonly id: string;
  readonly tipe: string;
  readonly menunggu: boolean;
  /** Entered by a job of its own: history knows of it only after that job. */
  readonly tunda: boolean;
}

/** `mulai` are start events; a sub-process is two places, its own id to go in by and `<id>:keluar` to come out. */
export interface Graf {
  readonly mulai: readonly string[];
  readonly simpul: ReadonlyMap<string, Simpul>;
  readonly jalan: readonly Jalan[];
  keluarDari(id: string): readonly Jalan[];
}

const idDari = (nilai: unknown): string => (isElement(nilai) ? String(nilai.id) : "");
const MENUNGGU = /^bpmn:(UserTask|ReceiveTask|IntermediateCatchEvent|EventBasedGateway|ManualTask)$/;
const KELUAR = ":keluar";

const subproses = (e: ModdleElement): boolean => /^bpmn:(SubProcess|Transaction)$/.test(e.$type);
const definisi = (e: ModdleElement, jenis: string): ModdleElement | undefined =>
  elementsOf(e.eventDefinitions).find((d) => d.$type === `bpmn:${jenis}EventDefinition`);
const kodeEskalasi = (e: ModdleElement): string | undefined => {
  const d = definisi(e, "Escalation");
  return d && (isElement(d.escalationRef) ? String(d.escalationRef.escalationCode ?? "") : "");
};

/** The graph of an executable process. */
export function buatGraf(proses: ModdleElement): Graf {
  const simpul = new Map<string, Simpul>();
  const jalan: Jalan[] = [];
  const kumpul = (lingkup: ModdleElement, eskalasiLuar: readonly ModdleElement[]): void => {
    const isi = elementsOf(lingkup.flowElements);
    const penangkap = isi
      .filter((e) => subproses(e) && e.triggeredByEvent === true)
      .flatMap((e) => elementsOf(e.flowElements).filter((s) => s.$type === "bpmn:StartEvent"));
    const eskalasi = [...penangkap.filter((s) => kodeEskalasi(s) !== undefined), ...eskalasiLuar];
    for (const e of isi.filter((f) => f.$type !== "bpmn:SequenceFlow" && typeof f.id === "string")) {
      const id = idDari(e);
      const tunda = e.asyncBefore === true;
      const luar = e.type === "external" || e["camunda:type"] === "external";
      simpul.set(id, { id, tipe: e.$type, menunggu: MENUNGGU.test(e.$type) || luar || tunda, tunda });
      if (e.$type === "bpmn:BoundaryEvent")
        jalan.push({ id, jenis: "tepi", dari: idDari(e.attachedToRef), ke: id, pemicu: pemicu(e), nilai: {} });
      if (subproses(e)) {
        kumpul(e, eskalasi);
        const dalam = elementsOf(e.flowElements);
        simpul.set(id + KELUAR, { id: id + KELUAR, tipe: "", menunggu: false, tunda: false });
        if (e.triggeredByEvent !== true)
          for (const s of dalam.filter((d) => d.$type === "bpmn:StartEvent"))
            jalan.push(sambung("masuk", id, idDari(s)));
        for (const a of dalam.filter((d) => d.$type === "bpmn:EndEvent" && elementsOf(d.eventDefinitions).length === 0))
          jalan.push(sambung("keluar", idDari(a), id + KELUAR));
      }
      const dilempar = /^bpmn:(EndEvent|IntermediateThrowEvent)$/.test(e.$type) ? kodeEskalasi(e) : undefined;
      const tangkap = eskalasi.find((s) => dilempar !== undefined && ["", dilempar].includes(kodeEskalasi(s) ?? "-"));
      if (tangkap) jalan.push(sambung("picu", id, idDari(tangkap)));
    }
    // A timer or message of an event sub-process can come wherever its scope waits.
    const sewaktu = penangkap.filter((p) => definisi(p, "Timer") || definisi(p, "Message"));
    for (const s of sewaktu)
      for (const e of isi.filter((f) => simpul.get(idDari(f))?.menunggu))
        jalan.push({ id: idDari(s), jenis: "tepi", dari: idDari(e), ke: idDari(s), pemicu: pemicu(s), nilai: {} });
    for (const e of isi) jalan.push(...alurDari(e));
  };
  kumpul(proses, []);
  const mulai = elementsOf(proses.flowElements)
    .filter((e) => e.$type === "bpmn:StartEvent")
    .map(idDari);
  const menurutAsal = new Map<string, Jalan[]>();
  for (const j of jalan) menurutAsal.set(j.dari, [...(menurutAsal.get(j.dari) ?? []), j]);
  return { mulai, simpul, jalan, keluarDari: (id) => menurutAsal.get(id) ?? [] };
}

const sambung = (jenis: Jalan["jenis"], dari: string, ke: string): Jalan => ({
  id: `${dari}→${ke}`,
  jenis,
  dari,
  ke,
  nilai: {},
});

function pemicu(e: ModdleElement): Pemicu {
  if (definisi(e, "Timer")) return { jenis: "pewaktu" };
  const galat = definisi(e, "Error");
  if (galat)
    return {
      jenis: "galat",
      kode: isElement(galat.errorRef) ? String(galat.errorRef.errorCode ?? "UJI_COBA") : "UJI_COBA",
    };
  const pesan = definisi(e, "Message")?.messageRef;
  if (isElement(pesan)) return { jenis: "pesan", nama: String(pesan.name) };
  const sinyal = definisi(e, "Signal")?.signalRef;
  return isElement(sinyal) ? { jenis: "sinyal", nama: String(sinyal.name) } : { jenis: "lain" };
}

/** The flows out of an element, each with the variables that lead there and not elsewhere. */
function alurDari(e: ModdleElement): Jalan[] {
  const keluar = elementsOf(e.outgoing);
  const dari = idDari(e) + (subproses(e) ? KELUAR : "");
  const memilih =
    /^bpmn:(ExclusiveGateway|InclusiveGateway)$/.test(e.$type) || keluar.some((f) => isElement(f.conditionExpression));
  const syarat = (f: ModdleElement) =>
    isElement(f.conditionExpression) ? String(f.conditionExpression.body ?? "") : undefined;
  return keluar.map((f, i) => {
    const jalan = { id: idDari(f), jenis: "alur" as const, dari, ke: idDari(f.targetRef) };
    if (!memilih || keluar.length === 1) return { ...jalan, nilai: {} };
    const milik = syarat(f);
    // An exclusive gateway takes the first flow whose condition holds; the default one where none does.
    const sebelum = milik === undefined ? keluar.filter((g) => g !== f) : keluar.slice(0, i);
    const gagal = sebelum.flatMap((g) => syarat(g) ?? []).map((u) => pilihNilai(u, false));
    if (milik === undefined) return { ...jalan, nilai: gabung(gagal) };
    const dipilih = pilihNilai(milik, true);
    return { ...jalan, nilai: dipilih && { ...Object.assign({}, ...gagal.map((g) => g ?? {})), ...dipilih } };
  });
}

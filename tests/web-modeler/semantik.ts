/** What a BPMN file means, without how it is written: prefixes, order of attributes, coordinates, blank space. */
import { bacaPohon, type Simpul } from "../../web-modeler/src/draf/pohon.js";

type Ruang = Readonly<Record<string, string>>;
/** Coordinates are drawing; moving one shape by a pixel changes them. */
const GAMBAR = /^\{http:\/\/www\.omg\.org\/spec\/DD\/20100524\/(DC|DI)\}|BPMNLabel$/;
/** Given where the schema has the same as its default: writing it or not says the same. */
const BAWAAN: Readonly<Record<string, string>> = {
  isClosed: "false",
  isExecutable: "false",
  isInterrupting: "true",
  cancelActivity: "true",
  startQuantity: "1",
  completionQuantity: "1",
  isForCompensation: "false",
  triggeredByEvent: "false",
  isSequential: "false",
  parallelMultiple: "false",
  gatewayDirection: "Unspecified",
  instantiate: "false",
  isImmediate: "true",
  processType: "None",
  eventGatewayType: "Exclusive",
  associationDirection: "None",
  isCollection: "false",
  behavior: "All",
  waitForCompletion: "true",
  cancelRemainingInstances: "true",
  ordering: "Parallel",
  method: "##Compensate",
  isUnlimited: "true",
  testBefore: "false",
  implementation: "##unspecified",
};

function nama(mentah: string, ruang: Ruang, sifat: boolean): string {
  const [awalan, lokal] = mentah.includes(":") ? mentah.split(":") : ["", mentah];
  if (awalan === "" && sifat) return lokal ?? "";
  return `{${ruang[awalan ?? ""] ?? awalan}}${lokal}`;
}

function kanonik(s: Simpul, luar: Ruang): string | undefined {
  const baru = Object.entries(s.sifat).filter(([k]) => /^xmlns(:|$)/.test(k));
  const ruang = { ...luar, ...Object.fromEntries(baru.map(([k, v]) => [k === "xmlns" ? "" : k.slice(6), v])) };
  const n = nama(s.nama, ruang, false);
  if (GAMBAR.test(n)) return undefined;
  const sifat = Object.entries(s.sifat)
    .filter(
      ([k, v]) => !/^xmlns(:|$)/.test(k) && BAWAAN[k] !== v && !/^(exporter|exporterVersion)$|schemaLocation$/.test(k),
    )
    // A type is a name with a prefix: `bpmn:tFormalExpression` and `tFormalExpression` are one.
    .map(
      ([k, v]) =>
        `${nama(k, ruang, true)}=${/(^|:)type$/.test(k) && ruang.xsi ? (v.split(":").pop() ?? "") : v.trim()}`,
    )
    .sort();
  const anak = s.anak
    .flatMap((a) => (typeof a === "string" ? [a.trim().replace(/\s+/g, " ")] : (kanonik(a, ruang) ?? [])))
    .filter((a) => a !== "")
    .sort();
  return `<${n} ${sifat.join(" ")}>${anak.join("")}</>`;
}

/** Two files that mean the same give the same text. */
export const makna = (xml: string): string => kanonik(bacaPohon(xml), {}) ?? "";

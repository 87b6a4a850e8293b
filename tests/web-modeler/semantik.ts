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
  textFormat: "text/plain",
  messageVisibleKind: "initiating",
};

/** `pemilik`: the element of an attribute, whose own prefix says the same as none (moddle treats them as one). */
function nama(mentah: string, ruang: Ruang, pemilik?: string): string {
  const [awalan, lokal] = mentah.includes(":") ? mentah.split(":") : ["", mentah];
  if (pemilik !== undefined && (awalan === "" || pemilik.startsWith(`${awalan}:`))) return lokal ?? "";
  return `{${ruang[awalan ?? ""] ?? awalan}}${lokal}`;
}

/** `formalExpression` stands for `expression` of that type (substitution group of the schema). */
const setara = (s: Simpul): Simpul => {
  const [awalan = "", lokal] = s.nama.split(":");
  if (lokal !== "formalExpression") return s;
  return { ...s, nama: `${awalan}:expression`, sifat: { ...s.sifat, "xsi:type": `${awalan}:tFormalExpression` } };
};

function kanonik(asal: Simpul, luar: Ruang): string | undefined {
  const s = setara(asal);
  const baru = Object.entries(s.sifat).filter(([k]) => /^xmlns(:|$)/.test(k));
  const ruang = { ...luar, ...Object.fromEntries(baru.map(([k, v]) => [k === "xmlns" ? "" : k.slice(6), v])) };
  const n = nama(s.nama, ruang);
  if (GAMBAR.test(n)) return undefined;
  const sifat = Object.entries(s.sifat)
    .filter(
      ([k, v]) => !/^xmlns(:|$)/.test(k) && BAWAAN[k] !== v && !/^(exporter|exporterVersion)$|schemaLocation$/.test(k),
    )
    // A type is a name with a prefix: `bpmn:tFormalExpression` and `tFormalExpression` are one.
    .map(([k, v]) => `${nama(k, ruang, s.nama)}=${k === "xsi:type" ? (v.split(":").pop() ?? "") : v.trim()}`)
    .sort();
  const teks = s.anak
    .filter((a) => typeof a === "string")
    .join("")
    .trim()
    .replace(/\s+/g, " ");
  const anak = s.anak.flatMap((a) => (typeof a === "string" ? [] : (kanonik(a, ruang) ?? []))).sort();
  return `<${n} ${sifat.join(" ")}>${teks}${anak.join("")}</>`;
}

/** Two files that mean the same give the same text. */
export const makna = (xml: string): string => kanonik(bacaPohon(xml), {}) ?? "";

/** What a diagram of ours may run in the engine: workers' topics and simple expressions, no code, no way to the host. */
import type { ModdleElement } from "bpmn-moddle";
import { isElement } from "../sop/moddle.js";

/** A finding in the shape of the lint module. */
export interface Temuan {
  readonly id: string;
  readonly aturan: string;
  readonly tingkat: "galat" | "peringatan";
  readonly pesan: string;
}

const UNGKAPAN = /[$#]\{[\s\S]*?\}/;
/** Methods of the calendar and of Json values; nothing that reaches the engine itself. */
const METODE = new Set(
  "prop hasProp elements element isEmpty size length contains equals concat stringValue numberValue boolValue isNull isArray isObject".split(
    " ",
  ),
);
const TERLARANG =
  /\b(execution|task|caseExecution|processEngine\w*|connector|externalTask|authenticatedUserId|currentUser\w*|spin|S|JSON|XML|class|getClass|forName|runtime|T)\b/;

/** Is this expression harmless by what it is made of? */
function ungkapanAman(teks: string): boolean {
  // Reading one variable by its name is what a bare name does, without failing where nobody has set it.
  const baca = teks.replace(/\bexecution\.getVariable\(\s*'\w+'\s*\)/g, "v");
  const isi = baca.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
  if (!/^[\w\s$#{}.()'!=<>&|?:+*/%,-]*$/.test(isi) || TERLARANG.test(isi)) return false;
  return [...isi.replace(/\bsla\.\w+\s*\(/g, "(").matchAll(/([\w$]+)\s*\(/g)].every(
    ([, nama = ""]) => METODE.has(nama) || /^(and|or|not|eq|ne|lt|gt|le|ge|empty)$/.test(nama),
  );
}

interface Kutipan {
  readonly id: string;
  readonly teks: string;
}

/** Every expression of a diagram with the element it belongs to. */
function ungkapan(akar: ModdleElement): Kutipan[] {
  const hasil: Kutipan[] = [];
  telusuri(akar, (e, id) => {
    for (const nilai of [...Object.values(e), ...Object.values((e.$attrs ?? {}) as object)])
      if (typeof nilai === "string" && UNGKAPAN.test(nilai)) hasil.push({ id, teks: nilai });
  });
  return hasil;
}

function telusuri(akar: ModdleElement, kunjungi: (e: ModdleElement, id: string) => void): void {
  const dilihat = new Set<object>();
  const masuk = (nilai: unknown, milik: string): void => {
    if (Array.isArray(nilai)) for (const n of nilai) masuk(n, milik);
    else if (isElement(nilai) && !dilihat.has(nilai)) {
      dilihat.add(nilai);
      const bernama = /:(FormalExpression|Expression|\w*EventDefinition|\w*LoopCharacteristics)$/.test(nilai.$type);
      const id = typeof nilai.id === "string" && !bernama ? nilai.id : milik;
      kunjungi(nilai, id);
      // Lists of children first: a reference met earlier would give an element's findings to its neighbour.
      const [isi, acuan] = [
        Object.entries(nilai).filter(([n]) => !ACUAN.test(n)),
        Object.entries(nilai).filter(([n]) => ACUAN.test(n)),
      ];
      for (const [, n] of [...isi, ...acuan]) masuk(n, id);
    }
  };
  masuk(akar, "");
}
const ACUAN = /Ref$|^(incoming|outgoing|default|bpmnElement)$/;

const temuan = (id: string, pesan: string): Temuan => ({ id, aturan: "hanya-yang-aman", tingkat: "galat", pesan });

/** Findings of what the engine may not be given. An expression that stands in `berlaku` word for word has been approved. */
export function periksaJalan(definisi: ModdleElement, berlaku?: ModdleElement): Temuan[] {
  const hasil: Temuan[] = [];
  telusuri(definisi, (e, id) => {
    const sebut = (apa: string) =>
      hasil.push(temuan(id, `${apa} tidak dijalankan di sistem ini; pakai topik kerja otomatis.`));
    if (/:(ScriptTask|Script)$/.test(e.$type) || typeof e.script === "string") sebut("Skrip");
    if (typeof e.class === "string" || typeof e.delegateExpression === "string") sebut("Kode Java");
    if (/:Connector$/.test(e.$type)) sebut("Penghubung (connector)");
    if (/^bpmn:(Service|Send|BusinessRule)Task$/.test(e.$type) && e.type !== undefined && e.type !== "external")
      sebut(`Cara kerja “${String(e.type)}”`);
    if (/^bpmn:(Service|Send|BusinessRule)Task$/.test(e.$type) && typeof e.expression === "string")
      sebut("Ungkapan sebagai pekerjaan");
    if (e.$type === "bpmn:FormalExpression" && typeof e.language === "string" && !/^(juel)?$/i.test(e.language))
      sebut("Syarat berupa skrip");
  });
  const dikenal = new Set(berlaku ? ungkapan(berlaku).map(({ teks }) => teks) : []);
  const asing = ungkapan(definisi).filter(({ teks }) => !dikenal.has(teks) && !ungkapanAman(teks));
  return [...hasil, ...asing.map(({ id, teks }) => temuan(id, `Ungkapan ${teks} memakai hal yang tidak diizinkan.`))];
}

/** Writes the drafted process as BPMN: lanes, user tasks with SOP properties, due dates, timers, decisions, and its picture. */
import { berkasXml, el, lolosXml } from "../../ooxml/xml.js";
import { type AlurDraf, alurDraf, bergabung, id } from "./alur-draf.js";
import { gambarBpmn } from "./gambar-bpmn.js";
import { type LangkahRencana, type Rencana, rencanakan } from "./rencana.js";
import type { TabelSop } from "./tabel.js";
import { tenggatDraf } from "./tenggat.js";

const RUANG_NAMA = {
  "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
  "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
  "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
  "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xmlns:camunda": "http://camunda.org/schema/1.0/bpmn",
  "xmlns:sop": "https://lpse.example/skema/sop/1.0",
};

function ujung(alur: readonly AlurDraf[], simpul: string): string[] {
  const masuk = alur.filter((a) => a.ke === simpul).map((a) => el("bpmn:incoming", {}, a.id));
  return [...masuk, ...alur.filter((a) => a.dari === simpul).map((a) => el("bpmn:outgoing", {}, a.id))];
}

function isianKeputusan(l: LangkahRencana): string {
  if (l.tidak === undefined) return "";
  const nilai = ["ya", "tidak"].map((n) => el("camunda:value", { id: n, name: n }));
  const isian = el(
    "camunda:formField",
    { id: `keputusan${l.baris.nomor}`, label: "Disetujui?", type: "enum", defaultValue: "ya" },
    ...nilai,
  );
  return el("camunda:formData", {}, isian);
}

const tanya = (teks: string): string => el("sop:pertanyaan", { teks });
const ekstensi = (isi: readonly string[]): string => (isi.length > 0 ? el("bpmn:extensionElements", {}, ...isi) : "");

/** A decision begins without an answer each time: what was said in an earlier round must not decide again. */
const keputusanBaru = ({ baris, tidak }: LangkahRencana): Record<string, string> =>
  tidak === undefined ? {} : { [`keputusan${baris.nomor}`]: `\${null}` };

function tugas(l: LangkahRencana, r: Rencana, alur: readonly AlurDraf[]): string {
  const { baris: b } = l;
  const pola = tenggatDraf(b.nomor, b.waktu);
  const sifat = {
    nomor: b.nomor,
    aktivitas: b.aktivitas,
    persyaratan: b.persyaratan,
    waktu: b.waktu,
    output: b.output,
  };
  const masukan = Object.entries({ ...pola?.inputParameter, ...keputusanBaru(l) }).map(([name, isi]) =>
    el("camunda:inputParameter", { name }, isi),
  );
  const keluaran = Object.keys(keputusanBaru(l)).map((name) => el("camunda:outputParameter", { name }, `\${${name}}`));
  return el(
    "bpmn:userTask",
    {
      id: id.tugas(b.nomor),
      name: l.nama,
      "camunda:candidateGroups": r.lajur[l.lajur]?.grup || undefined,
      "camunda:dueDate": pola?.dueDate,
    },
    el(
      "bpmn:extensionElements",
      {},
      el("sop:langkah", { ...sifat, keterangan: b.keterangan }),
      ...l.pertanyaan.map(tanya),
      isianKeputusan(l),
      masukan.length > 0 ? el("camunda:inputOutput", {}, ...masukan, ...keluaran) : "",
    ),
    ...ujung(alur, id.tugas(b.nomor)),
  );
}

function timer({ baris: b }: LangkahRencana): string[] {
  const pola = tenggatDraf(b.nomor, b.waktu);
  if (!pola) return [];
  const jam = el("bpmn:timeCycle", { "xsi:type": "bpmn:tFormalExpression" }, pola.timer.timeCycle);
  return [
    el(
      "bpmn:boundaryEvent",
      { id: pola.timer.id, name: pola.timer.name, cancelActivity: "false", attachedToRef: id.tugas(b.nomor) },
      el("bpmn:outgoing", {}, pola.alur),
      el("bpmn:timerEventDefinition", { id: pola.timer.definisi }, jam),
    ),
    el(
      "bpmn:endEvent",
      { id: pola.akhir.id, name: pola.akhir.name },
      el("bpmn:incoming", {}, pola.alur),
      el("bpmn:escalationEventDefinition", { id: pola.akhir.definisi, escalationRef: pola.eskalasi.id }),
    ),
    el("bpmn:sequenceFlow", { id: pola.alur, sourceRef: pola.timer.id, targetRef: pola.akhir.id }),
  ];
}

function lajur(r: Rencana): string {
  const gabung = new Set(r.langkah.flatMap((l, i) => (bergabung(r.langkah, i) ? [l.baris.nomor] : [])));
  const milik = (i: number) => r.langkah.filter((l) => l.lajur === i);
  const anggota = (i: number): string[] => [
    ...(r.langkah[0]?.lajur === i ? ["mulai"] : []),
    ...milik(i).flatMap(({ baris: b, tidak, berjangka }) => [
      ...(gabung.has(b.nomor) ? [id.gabung(b.nomor)] : []),
      id.tugas(b.nomor),
      ...(tidak === undefined ? [] : [id.gerbang(b.nomor)]),
      ...(berjangka ? [`tenggat-langkah-${b.nomor}`, `lewat-tenggat-${b.nomor}`] : []),
    ]),
    ...(r.langkah.at(-1)?.lajur === i ? ["selesai"] : []),
  ];
  const isi = r.lajur.map(({ nama, grup }, i) => {
    const sifat =
      grup === ""
        ? el("sop:pertanyaan", { teks: "Siapa pelaksana langkah-langkah di lajur ini?" })
        : el("sop:pelaksana", { grup });
    const ref = anggota(i).map((n) => el("bpmn:flowNodeRef", {}, n));
    return el("bpmn:lane", { id: `lajur-${i + 1}`, name: nama }, el("bpmn:extensionElements", {}, sifat), ...ref);
  });
  return el("bpmn:laneSet", { id: "lajur" }, ...isi);
}

function alurXml(a: AlurDraf): string {
  const syarat =
    a.syarat === undefined ? "" : el("bpmn:conditionExpression", { "xsi:type": "bpmn:tFormalExpression" }, a.syarat);
  return el("bpmn:sequenceFlow", { id: a.id, name: a.nama, sourceRef: a.dari, targetRef: a.ke }, syarat);
}

/** The questions as a note beside what they are about, so that they are seen in any modeler. */
function catatan(nama: string, tentang: string, pertanyaan: readonly string[]): string[] {
  if (pertanyaan.length === 0) return [];
  return [
    el("bpmn:textAnnotation", { id: nama }, el("bpmn:text", {}, lolosXml(pertanyaan.join(" ")))),
    el("bpmn:association", {
      id: `ke-${nama}`,
      associationDirection: "None",
      sourceRef: tentang,
      targetRef: nama,
    }),
  ];
}

function proses(tabel: TabelSop, r: Rencana): string {
  const alur = alurDraf(r);
  const gabung = ({ baris: { nomor } }: LangkahRencana, i: number) =>
    bergabung(r.langkah, i)
      ? el("bpmn:exclusiveGateway", { id: id.gabung(nomor) }, ...ujung(alur, id.gabung(nomor)))
      : "";
  const gerbang = ({ baris: b, tidak }: LangkahRencana) =>
    tidak === undefined
      ? ""
      : el(
          "bpmn:exclusiveGateway",
          { id: id.gerbang(b.nomor), name: "Disetujui?", default: `alur-${b.nomor}-ya` },
          ...ujung(alur, id.gerbang(b.nomor)),
        );
  return el(
    "bpmn:process",
    {
      id: r.kunci,
      name: namaProses(tabel),
      isExecutable: "true",
      "camunda:historyTimeToLive": "P365D",
      "camunda:candidateStarterGroups": r.lajur[r.langkah[0]?.lajur ?? 0]?.grup || undefined,
    },
    el("bpmn:extensionElements", {}, el("sop:dokumen", { nama: tabel.judul })),
    lajur(r),
    el("bpmn:startEvent", { id: "mulai", name: "Mulai" }, ekstensi(r.pertanyaan.map(tanya)), ...ujung(alur, "mulai")),
    ...r.langkah.flatMap((l, i) => [gabung(l, i), tugas(l, r, alur), gerbang(l), ...timer(l)]),
    el("bpmn:endEvent", { id: "selesai", name: "Selesai" }, ...ujung(alur, "selesai")),
    ...alur.map(alurXml),
    ...catatan(id.catatanProses, "mulai", r.pertanyaan),
    ...r.langkah.flatMap((l) => catatan(id.catatan(l.baris.nomor), id.tugas(l.baris.nomor), l.pertanyaan)),
  );
}

const namaProses = (tabel: TabelSop): string => tabel.judul.replace(/<\/?i>/g, "") || "SOP";

/** The draft's key, XML and open questions. */
export function drafBpmn(tabel: TabelSop): { kunci: string; xml: string; pertanyaan: string[] } {
  const r = rencanakan(tabel);
  const eskalasi = r.langkah.flatMap(({ baris: b }) => {
    const pola = tenggatDraf(b.nomor, b.waktu);
    return pola ? [el("bpmn:escalation", { ...pola.eskalasi })] : [];
  });
  const kolam = el("bpmn:participant", { id: "kolam", name: namaProses(tabel), processRef: r.kunci });
  const isi = [
    el("bpmn:collaboration", { id: "kolaborasi" }, kolam),
    proses(tabel, r),
    ...eskalasi,
    gambarBpmn(tabel, r),
  ];
  const akar = el(
    "bpmn:definitions",
    { ...RUANG_NAMA, id: `definisi-${r.kunci}`, targetNamespace: `https://lpse.example/bpmn/${r.kunci}` },
    ...isi,
  );
  return {
    kunci: r.kunci,
    xml: berkasXml(akar),
    pertanyaan: [...r.langkah.flatMap((l) => l.pertanyaan), ...r.pertanyaan],
  };
}

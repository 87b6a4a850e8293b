/** Words for the parts of a diagram, for people who read a list of changes. */

const JENIS: Readonly<Record<string, string>> = {
  "bpmn:Process": "Proses",
  "bpmn:Collaboration": "Diagram",
  "bpmn:Participant": "Pihak",
  "bpmn:Lane": "Lajur pelaksana",
  "bpmn:StartEvent": "Kejadian awal",
  "bpmn:EndEvent": "Kejadian akhir",
  "bpmn:BoundaryEvent": "Kejadian pada tepi kegiatan",
  "bpmn:IntermediateCatchEvent": "Kejadian antara",
  "bpmn:IntermediateThrowEvent": "Kejadian antara",
  "bpmn:Task": "Kegiatan",
  "bpmn:UserTask": "Kegiatan oleh orang",
  "bpmn:ServiceTask": "Kegiatan otomatis",
  "bpmn:SendTask": "Kegiatan mengirim",
  "bpmn:ReceiveTask": "Kegiatan menerima",
  "bpmn:ManualTask": "Kegiatan manual",
  "bpmn:ScriptTask": "Kegiatan skrip",
  "bpmn:BusinessRuleTask": "Kegiatan aturan",
  "bpmn:CallActivity": "Pemanggilan proses",
  "bpmn:SubProcess": "Subproses",
  "bpmn:ExclusiveGateway": "Percabangan",
  "bpmn:ParallelGateway": "Percabangan sejajar",
  "bpmn:InclusiveGateway": "Percabangan inklusif",
  "bpmn:EventBasedGateway": "Percabangan menurut kejadian",
  "bpmn:SequenceFlow": "Alur",
  "bpmn:MessageFlow": "Alur pesan",
  "bpmn:Association": "Garis catatan",
  "bpmn:TextAnnotation": "Catatan",
  "bpmn:Group": "Kelompok",
  "bpmn:DataObjectReference": "Data",
  "bpmn:DataStoreReference": "Simpanan data",
  "bpmn:Message": "Pesan",
  "bpmn:Error": "Galat",
  "bpmn:Escalation": "Eskalasi",
  "bpmn:Signal": "Sinyal",
};

const SIFAT: Readonly<Record<string, string>> = {
  name: "Nama",
  text: "Teks",
  documentation: "Dokumentasi",
  default: "Alur bila tidak ada syarat terpenuhi",
  sourceRef: "Dari",
  targetRef: "Ke",
  attachedToRef: "Menempel pada",
  processRef: "Proses",
  cancelActivity: "Menghentikan kegiatan",
  isInterrupting: "Menghentikan proses",
  triggeredByEvent: "Dipicu kejadian",
  isExecutable: "Dapat dijalankan",
  conditionExpression: "Syarat",
  timeDate: "Pewaktu (saat)",
  timeDuration: "Pewaktu (lama)",
  timeCycle: "Pewaktu (berulang)",
  errorRef: "Galat",
  escalationRef: "Eskalasi",
  messageRef: "Pesan",
  signalRef: "Sinyal",
  errorCode: "Kode galat",
  escalationCode: "Kode eskalasi",
  errorCodeVariable: "Variabel kode galat",
  errorMessageVariable: "Variabel pesan galat",
  escalationCodeVariable: "Variabel kode eskalasi",
  loopCharacteristics: "Pengulangan",
  collection: "Daftar yang diulang",
  elementVariable: "Variabel tiap unsur",
  isSequential: "Berurutan",
  completionCondition: "Syarat selesai",
  topic: "Topik kerja otomatis",
  type: "Cara kerja",
  formKey: "Formulir",
  formRef: "Formulir",
  assignee: "Pelaksana langsung",
  candidateGroups: "Grup pelaksana",
  candidateUsers: "Calon pelaksana",
  candidateStarterGroups: "Grup yang boleh memulai",
  candidateStarterUsers: "Orang yang boleh memulai",
  dueDate: "Tenggat tugas",
  followUpDate: "Pengingat tugas",
  priority: "Prioritas",
  taskPriority: "Prioritas",
  jobPriority: "Prioritas",
  initiator: "Variabel pemulai",
  asyncBefore: "Menunggu sebelum",
  asyncAfter: "Menunggu sesudah",
  exclusive: "Satu per satu",
  historyTimeToLive: "Lama riwayat disimpan",
  versionTag: "Tanda versi",
  isStartableInTasklist: "Dapat dimulai dari daftar tugas",
  failedJobRetryTimeCycle: "Percobaan ulang",
  class: "Kelas Java",
  delegateExpression: "Ungkapan pelaksana",
  expression: "Ungkapan",
  resultVariable: "Variabel hasil",
  script: "Skrip",
  scriptFormat: "Bahasa skrip",
  event: "Saat",
  nomor: "Nomor SOP",
  aktivitas: "Aktivitas",
  persyaratan: "Persyaratan",
  waktu: "Waktu",
  output: "Output",
  keterangan: "Keterangan",
  alasan: "Alasan bukan baris SOP",
  grup: "Grup pelaksana lajur",
  nama: "Judul dokumen SOP",
  body: "Isi",
  language: "Bahasa",
};

/** The word for a kind of element. */
export const namaJenis = (tipe: string): string => JENIS[tipe] ?? tipe.replace(/^\w+:/, "");

/** "bpmn:UserTask" → "User task", "conditionExpression" → "Condition expression". */
const dariNama = (nama: string): string => {
  const kata = nama.replace(/^\w+:/, "").replace(/(?<=[a-z])[A-Z]/g, (huruf) => ` ${huruf.toLowerCase()}`);
  return kata.charAt(0).toUpperCase() + kata.slice(1);
};

/** Our Indonesian words by what BPMN and Camunda call the same thing in English; SOP fields keep their names. */
export const istilahAsing = (): ReadonlyMap<string, string> =>
  new Map(
    [...Object.entries(SIFAT), ...Object.entries(JENIS)]
      .filter(([nama]) => !/^(nomor|aktivitas|persyaratan|waktu|output|keterangan)$/.test(nama))
      .map(([nama, kata]) => [kata, INGGRIS[nama] ?? dariNama(nama)]),
  );

/** Where the name in the file says it badly. */
const INGGRIS: Readonly<Record<string, string>> = {
  alasan: "Why it is no SOP row",
  grup: "Group of the lane",
  nama: "Title of the SOP document",
  body: "Content",
  type: "How it is done",
  event: "On",
};

/** The word for a property by its local name. */
export const namaSifat = (sifat: string): string => {
  const lokal = sifat.replace(/^\w+:/, "");
  return SIFAT[lokal] ?? lokal;
};

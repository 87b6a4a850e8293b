/** The sentences of our rules and of bpmnlint in Indonesian; a test finds the ones that are missing. */

/** By the English sentence, its `{places}` not filled; those that bpmnlint fills itself are in `polaLint`. */
export const kamusLint: Readonly<Record<string, string>> = {
  // Our rules.
  "The activity stands in no lane, so it has no Pelaksana.":
    "Kegiatan tidak berada di lajur mana pun, jadi tidak punya Pelaksana.",
  "The activity carries more than one SOP row.": "Kegiatan memuat lebih dari satu baris SOP.",
  "The activity is an SOP row and says at the same time why it is none.":
    "Kegiatan adalah baris SOP, tetapi sekaligus menyebut alasan bukan baris SOP.",
  "The activity is no SOP row and does not say why not.": "Kegiatan bukan baris SOP dan tidak menyebut alasannya.",
  "The SOP row has no Aktivitas.": "Baris SOP belum berisi Aktivitas.",
  "The SOP row has no whole number as its number.": "Nomor baris SOP bukan bilangan bulat.",
  "Number {nomor} of the SOP is used more than once.": "Nomor {nomor} dipakai lebih dari satu baris SOP.",
  "The SOP jumps from number {sebelum} to number {nomor}.": "Nomor SOP melompat dari {sebelum} ke {nomor}.",
  "The SOP row has no Waktu.": "Baris SOP belum berisi Waktu.",
  'Waktu "{tertulis}" cannot be read; write a number and menit, jam or hari.':
    "Waktu “{tertulis}” tidak terbaca; tulis angka dan menit, jam, atau hari.",
  "The SOP row has a Waktu, but no due date is computed from it.":
    "Baris SOP berisi Waktu, tetapi tenggatnya tidak dihitung.",
  "The due date disagrees with Waktu {tertulis}.": "Tenggat tidak sesuai dengan Waktu {tertulis}.",
  "The reminder disagrees with Waktu {tertulis}.": "Pengingat tidak sesuai dengan Waktu {tertulis}.",
  "The task does not show the due date of its Waktu.": "Tugas tidak menampilkan tenggat dari Waktu-nya.",
  "No timer watches Waktu {tertulis}.": "Tidak ada pengatur waktu yang mengawasi Waktu {tertulis}.",
  "The timer of a Waktu must not interrupt the activity.": "Pengatur waktu tidak boleh menghentikan kegiatan.",
  "The timer does not raise the escalation of row {nomor}.":
    "Pengatur waktu tidak meneruskan ke eskalasi baris {nomor}.",
  "The task has no form.": "Tugas belum punya formulir.",
  'There is no form "{kunci}".': "Formulir “{kunci}” tidak ada.",
  "The task goes to no group.": "Tugas tidak ditujukan kepada kelompok mana pun.",
  'The task goes to group "{grup}", but its lane is "{harus}".':
    "Tugas ditujukan kepada kelompok “{grup}”, padahal lajurnya “{harus}”.",
  "The automated activity names no topic.": "Kegiatan otomatis belum menyebut topik.",
  'No worker serves the topic "{topik}".': "Tidak ada pekerja yang melayani topik “{topik}”.",
  "An activity with a topic must be of type external.": "Kegiatan yang bertopik harus berjenis eksternal.",
  "The automated activity does not say what does it; choose a topic.":
    "Kegiatan otomatis belum menyebut siapa yang mengerjakannya; pilih topik.",
  'Topic "{topik}" never raises the error "{kode}".': "Topik “{topik}” tidak pernah menimbulkan galat “{kode}”.",
  'Nothing catches the error "{kode}" of topic "{topik}".': "Galat “{kode}” dari topik “{topik}” tidak ditangkap.",
  'The mapping names "{nama}", which looks like a secret; secrets never enter the engine.':
    "Pemetaan menyebut “{nama}” yang tampak seperti rahasia; rahasia tidak pernah masuk ke mesin proses.",
  "The activity runs as a job, but does not say how it is tried again.":
    "Kegiatan berjalan di latar belakang, tetapi tidak menyebut cara mengulanginya bila gagal.",
  'The retry cycle "{siklus}" cannot be read; write for example R5/PT1M.':
    "Siklus pengulangan “{siklus}” tidak terbaca; tulis misalnya R5/PT1M.",
  'History time-to-live "{masa}" must be given in days, e.g. P365D.':
    "Masa simpan riwayat “{masa}” harus dalam hari, misalnya P365D.",
  "No way leads here from a start event.": "Tidak ada jalan ke sini dari kejadian awal.",
  "From here no way leads to an end.": "Dari sini tidak ada jalan menuju kejadian akhir.",
  "The label is too long for its shape.": "Tulisan terlalu panjang untuk bentuknya.",
  "Scripts, Java classes and delegates are not allowed in the diagram; use a topic.":
    "Skrip, kelas Java, dan delegasi tidak boleh ada di diagram; gunakan topik.",
  // Files that are refused.
  "The file is larger than 5 MB; a diagram never is.":
    "Berkas lebih besar dari 5 MB; diagram tidak pernah sebesar itu.",
  "The file declares entities of its own (DOCTYPE); such files are not opened.":
    "Berkas mendefinisikan entitas sendiri (DOCTYPE); berkas seperti itu tidak dibuka.",
  "The file is no BPMN diagram.": "Berkas ini bukan diagram BPMN.",
  "The file nests too deep or holds too many elements; such files are not opened.":
    "Berkas bersarang terlalu dalam atau unsurnya terlalu banyak; berkas seperti itu tidak dibuka.",
  // bpmnlint.
  "A <Start Event> is not allowed in <Ad Hoc Sub Process>": "Kejadian awal tidak boleh ada di dalam subproses ad hoc.",
  "An <End Event> is not allowed in <Ad Hoc Sub Process>": "Kejadian akhir tidak boleh ada di dalam subproses ad hoc.",
  "Conditional event is missing a condition": "Kejadian bersyarat belum berisi syarat.",
  "Sequence flow is missing condition": "Alur keluar percabangan belum berisi syarat.",
  "An <Event-based Gateway> must have at least 2 outgoing <Sequence Flows>":
    "Percabangan menurut kejadian harus punya paling sedikit dua alur keluar.",
  "A <Sequence Flow> outgoing from an <Event-based Gateway> must not be conditional":
    "Alur keluar dari percabangan menurut kejadian tidak boleh bersyarat.",
  "Start event is missing event definition": "Kejadian awal subproses kejadian belum menyebut pemicunya.",
  "Incoming flows do not join": "Beberapa alur masuk tanpa digabungkan lebih dahulu.",
  "Element is missing name": "Unsur belum bernama.",
  "Element is unused": "Unsur ini tidak dipakai.",
  "Element name is not unique": "Nama unsur dipakai lebih dari sekali.",
  "Element is missing label/name": "Unsur belum berlabel.",
  "Link event is missing link name": "Kejadian tautan belum bernama.",
  "Element is missing bpmndi": "Unsur tidak tergambar pada diagram.",
  "Element is not connected": "Unsur tidak terhubung.",
  "SequenceFlow is a duplicate": "Alur ini rangkap.",
  "Duplicate outgoing sequence flows": "Ada alur keluar yang rangkap.",
  "Duplicate incoming sequence flows": "Ada alur masuk yang rangkap.",
  "Gateway forks and joins": "Percabangan sekaligus menggabung dan memecah alur.",
  "Element is an implicit end": "Alur berhenti di sini tanpa kejadian akhir.",
  "Flow splits implicitly": "Alur bercabang tanpa percabangan.",
  "Element is an implicit start": "Alur dimulai di sini tanpa kejadian awal.",
  "Element overlaps with other element": "Unsur bertumpuk dengan unsur lain.",
  "Element is outside of parent boundary": "Unsur berada di luar wadahnya.",
  "Event has multiple event definitions": "Kejadian punya lebih dari satu pemicu.",
  "Start event must be blank": "Kejadian awal subproses tidak boleh berpemicu.",
  "Gateway is superfluous. It only has one source and target.":
    "Percabangan tidak diperlukan: hanya ada satu alur masuk dan satu alur keluar.",
  "Sequence flow has superfluous label": "Label alur tidak diperlukan.",
  "Termination is superfluous.": "Kejadian penghentian tidak diperlukan.",
  "Process is missing end event": "Proses belum punya kejadian akhir.",
  "Sub process is missing end event": "Subproses belum punya kejadian akhir.",
  "Process is missing start event": "Proses belum punya kejadian awal.",
  "Sub process is missing start event": "Subproses belum punya kejadian awal.",
  "Process has multiple blank start events": "Proses punya lebih dari satu kejadian awal tanpa pemicu.",
  "Sub process has multiple blank start events": "Subproses punya lebih dari satu kejadian awal tanpa pemicu.",
  "Event Sub process has multiple blank start events":
    "Subproses kejadian punya lebih dari satu kejadian awal tanpa pemicu.",
  "Property <historyTimeToLive> should be configured on <bpmn:Process> or engine level.":
    "Masa simpan riwayat proses belum diisi.",
};

/** Sentences of bpmnlint that hold a name. */
export const polaLint: readonly (readonly [RegExp, string])[] = [
  [/^Element type <(.+)> is discouraged$/, "Unsur jenis $1 sebaiknya tidak dipakai."],
  [/^Link catch event with link name <(.*)> missing in scope$/, "Tidak ada kejadian tautan penerima bernama “$1”."],
  [/^Link throw event with link name <(.*)> missing in scope$/, "Tidak ada kejadian tautan pengirim bernama “$1”."],
  [/^Duplicate link catch event with link name <(.*)> in scope$/, "Kejadian tautan penerima “$1” rangkap."],
];

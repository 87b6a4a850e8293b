/**
 * The command behind every edit of an SOP row. Row, due date, reminder, timer and escalation change in one step that one
 * undo takes back, because everything is done by further commands inside it.
 */
import { isoDariWaktu, type PolaTenggat, polaTenggat } from "../../../../src/sop/waktu.js";
import { daftar, ekstensi, prosesDari, semua, teks, unsurDari } from "../../../lint/unsur.js";
import type { Bentuk, Daftar, Modeling, Pabrik, PabrikBentuk, Pemodel, TumpukanPerintah, Unsur } from "../jenis.js";
import { bacaLangkah, type Langkah, tanpaTipe } from "./langkah.js";
import { akhirTenggat, definisiEskalasi, definisiTimer, tempatAkhir, tempatTimer, timerTenggat } from "./tenggat.js";

/** What is changed of a row: some cells, the whole row (null takes it away), or why it is none. */
export interface Perubahan {
  readonly langkah?: Partial<Langkah> | null;
  readonly alasan?: string;
}
interface Konteks {
  readonly kegiatan: Bentuk;
  readonly perubahan: Perubahan;
}
const KOSONG: Langkah = { nomor: "", aktivitas: "", persyaratan: "", waktu: "", output: "", keterangan: "" };
const PERINTAH = "sop.ubah";

class UbahSop {
  static $inject = ["modeling", "bpmnFactory", "elementFactory", "elementRegistry", "bpmnjs"];
  constructor(
    private readonly modeling: Modeling,
    private readonly pabrik: Pabrik,
    private readonly pabrikBentuk: PabrikBentuk,
    private readonly daftar: Daftar,
    private readonly bpmnjs: Pemodel,
  ) {}

  /** Runs before the (empty) change itself, so that everything it does becomes part of this one command. */
  preExecute({ kegiatan, perubahan }: Konteks): void {
    const lama = bacaLangkah(kegiatan.businessObject);
    const baru = perubahan.langkah === null ? undefined : { ...KOSONG, ...lama, ...perubahan.langkah };
    if (perubahan.langkah !== undefined) this.tulisBaris(kegiatan, baru);
    if (perubahan.alasan !== undefined) this.tulisAlasan(kegiatan, perubahan.alasan);
    if (lama?.waktu !== baru?.waktu || lama?.nomor !== baru?.nomor) this.sesuaikan(kegiatan, baru);
  }

  execute(): Bentuk[] {
    return [];
  }
  revert(): Bentuk[] {
    return [];
  }

  private ekstensi(k: Bentuk): Unsur {
    const ada = unsurDari(k.businessObject.extensionElements);
    if (ada) return ada;
    const baru = this.pabrik.create("bpmn:ExtensionElements", { values: [] });
    Object.assign(baru, { $parent: k.businessObject });
    this.modeling.updateModdleProperties(k, k.businessObject, { extensionElements: baru });
    return baru;
  }

  private gantiNilai(k: Bentuk, tipe: readonly string[], nilai: Unsur | undefined): void {
    const e = this.ekstensi(k);
    if (nilai) Object.assign(nilai, { $parent: e });
    const lama = daftar(e.values);
    const posisi = lama.findIndex((v) => tipe.includes(v.$type));
    const sisa = tanpaTipe(e, ...tipe);
    if (nilai) sisa.splice(Math.max(posisi, 0), 0, nilai);
    this.modeling.updateModdleProperties(k, e, { values: sisa });
  }

  private tulisBaris(k: Bentuk, baru: Langkah | undefined): void {
    const ada = ekstensi(k.businessObject, "sop:Langkah")[0];
    if (!baru) this.gantiNilai(k, ["sop:Langkah"], undefined);
    else if (ada) this.modeling.updateModdleProperties(k, ada, { ...baru });
    else this.gantiNilai(k, ["sop:Langkah", "sop:TanpaLangkah"], this.pabrik.create("sop:Langkah", { ...baru }));
  }

  private tulisAlasan(k: Bentuk, alasan: string): void {
    const ada = ekstensi(k.businessObject, "sop:TanpaLangkah")[0];
    if (ada && alasan) this.modeling.updateModdleProperties(k, ada, { alasan });
    else if (alasan || ada)
      this.gantiNilai(k, ["sop:TanpaLangkah"], alasan ? this.pabrik.create("sop:TanpaLangkah", { alasan }) : undefined);
  }

  /** Makes, changes or removes everything that follows from the row's Waktu. */
  private sesuaikan(k: Bentuk, baru: Langkah | undefined): void {
    const nomor = Number(baru?.nomor);
    const pola =
      baru && Number.isInteger(nomor) && nomor > 0 && isoDariWaktu(baru.waktu)
        ? polaTenggat(nomor, baru.waktu)
        : undefined;
    if (!pola && baru?.waktu.trim()) return;
    this.tulisParameter(k, pola);
    const milikKita = teks(k.businessObject.dueDate) === `\${tenggat}`;
    const orang = k.type === "bpmn:UserTask";
    if (orang && (pola || milikKita)) this.modeling.updateProperties(k, { "camunda:dueDate": pola?.dueDate });
    const timer = timerTenggat(k);
    if (pola) this.pasangTimer(k, timer, pola);
    else if (timer) this.copotTimer(k, timer);
  }

  private tulisParameter(k: Bentuk, pola: PolaTenggat | undefined): void {
    const io = ekstensi(k.businessObject, "camunda:InputOutput")[0];
    const lain = daftar(io?.inputParameters).filter((p) => p.name !== "tenggat" && p.name !== "pengingat");
    const baru = Object.entries(pola?.inputParameter ?? {}).map(([name, value]) =>
      this.pabrik.create("camunda:InputParameter", { name, value }),
    );
    if (io) {
      for (const p of baru) Object.assign(p, { $parent: io });
      if (baru.length + lain.length + daftar(io.outputParameters).length === 0)
        this.gantiNilai(k, ["camunda:InputOutput"], undefined);
      else this.modeling.updateModdleProperties(k, io, { inputParameters: [...baru, ...lain] });
    } else if (baru.length > 0) {
      const wadah = this.pabrik.create("camunda:InputOutput", { inputParameters: baru });
      for (const p of baru) Object.assign(p, { $parent: wadah });
      const e = this.ekstensi(k);
      Object.assign(wadah, { $parent: e });
      this.modeling.updateModdleProperties(k, e, { values: [...daftar(e.values), wadah] });
    }
  }

  private pasangTimer(k: Bentuk, ada: Bentuk | undefined, pola: PolaTenggat): void {
    const timer = ada ?? this.buatTimer(k);
    this.namai(timer, pola.timer.id, pola.timer.name);
    const definisi = definisiTimer(timer);
    if (definisi) {
      const siklus = this.pabrik.create("bpmn:FormalExpression", { body: pola.timer.timeCycle });
      Object.assign(siklus, { $parent: definisi });
      this.modeling.updateModdleProperties(timer, definisi, { timeCycle: siklus, timeDate: undefined });
      this.namaiDefinisi(timer, definisi, pola.timer.definisi);
    }
    const akhir = akhirTenggat(timer) ?? this.buatAkhir(timer);
    const alur = akhir.incoming?.[0];
    if (alur && alur.id !== pola.alur && !this.daftar.get(pola.alur))
      this.modeling.updateProperties(alur, { id: pola.alur });
    this.namai(akhir, pola.akhir.id, pola.akhir.name);
    const lempar = definisiEskalasi(akhir);
    if (!lempar) return;
    const lama = unsurDari(lempar.escalationRef);
    this.modeling.updateModdleProperties(akhir, lempar, { escalationRef: this.eskalasi(akhir, pola.eskalasi) });
    this.namaiDefinisi(akhir, lempar, pola.akhir.definisi);
    if (lama) this.buangEskalasi(akhir, lama);
  }

  private buatTimer(k: Bentuk): Bentuk {
    const bentuk = this.pabrikBentuk.createShape({
      type: "bpmn:BoundaryEvent",
      eventDefinitionType: "bpmn:TimerEventDefinition",
      cancelActivity: false,
    });
    return this.modeling.createShape(bentuk, tempatTimer(k), k, { attach: true });
  }

  private buatAkhir(timer: Bentuk): Bentuk {
    const induk = timer.parent ?? timer;
    const bentuk = this.pabrikBentuk.createShape({
      type: "bpmn:EndEvent",
      eventDefinitionType: "bpmn:EscalationEventDefinition",
    });
    const akhir = this.modeling.createShape(bentuk, tempatAkhir(timer, induk.children ?? []), induk);
    this.modeling.connect(timer, akhir);
    return akhir;
  }

  /** Gives the id of the pattern where it is free: two rows may change places. */
  private namai(b: Bentuk, id: string, name: string): void {
    this.modeling.updateProperties(b, { name, ...(b.id !== id && !this.daftar.get(id) ? { id } : {}) });
  }

  private namaiDefinisi(b: Bentuk, definisi: Unsur, id: string): void {
    const akar = unsurDari(this.bpmnjs.getDefinitions());
    const dipakai = akar && semua(akar).some((u) => daftar(u.eventDefinitions).some((d) => d.id === id));
    if (definisi.id !== id && !dipakai) this.modeling.updateModdleProperties(b, definisi, { id });
  }

  private eskalasi(b: Bentuk, pola: PolaTenggat["eskalasi"]): Unsur | undefined {
    const akar = unsurDari(this.bpmnjs.getDefinitions());
    if (!akar) return undefined;
    const ada = daftar(akar.rootElements).find(
      (u) => u.$type === "bpmn:Escalation" && u.escalationCode === pola.escalationCode,
    );
    if (ada) return ada;
    const baru = this.pabrik.create("bpmn:Escalation", { ...pola });
    Object.assign(baru, { $parent: akar });
    this.modeling.updateModdleProperties(b, akar, { rootElements: [...daftar(akar.rootElements), baru] });
    return baru;
  }

  private buangEskalasi(b: Bentuk, eskalasi: Unsur): void {
    const akar = unsurDari(this.bpmnjs.getDefinitions());
    if (!akar) return;
    const dipakai = semua(akar).some((u) => daftar(u.eventDefinitions).some((d) => d.escalationRef === eskalasi));
    if (!dipakai)
      this.modeling.updateModdleProperties(b, akar, {
        rootElements: daftar(akar.rootElements).filter((u) => u !== eskalasi),
      });
  }

  private copotTimer(k: Bentuk, timer: Bentuk): void {
    const akhir = akhirTenggat(timer);
    const eskalasi = unsurDari(akhir && definisiEskalasi(akhir)?.escalationRef);
    this.modeling.removeElements(akhir ? [akhir, timer] : [timer]);
    if (eskalasi) this.buangEskalasi(k, eskalasi);
  }
}

/** Edits SOP rows; every call is one step of undo. */
export class Sop {
  static $inject = ["commandStack", "eventBus"];
  constructor(
    private readonly tumpukan: TumpukanPerintah,
    bus: { on(nama: string, kerja: () => void): void },
  ) {
    bus.on("diagram.init", () => tumpukan.registerHandler(PERINTAH, UbahSop));
  }
  ubah(kegiatan: Bentuk, perubahan: Perubahan): void {
    this.tumpukan.execute(PERINTAH, { kegiatan, perubahan } satisfies Konteks);
  }
  proses(kegiatan: Bentuk): Unsur | undefined {
    return prosesDari(kegiatan.businessObject);
  }
}

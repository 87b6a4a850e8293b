/** Who works in a lane: the group of the lane, of its tasks and of those who may start, changed in one step of undo. */
import { KUNCI_PROSES } from "../../../../src/proses/kunci.js";
import { camunda, ekstensi, grupLajur, prosesDari, semua, teks, unsurDari } from "../../../lint/unsur.js";
import type { Bentuk, Daftar, Modeling, Pabrik, Pemodel, TumpukanPerintah, Unsur } from "../jenis.js";
import { grupPindahan, grupUntukLajur } from "./grup.js";
import { tanpaTipe } from "./langkah.js";

interface Konteks {
  readonly lajur: Bentuk;
  readonly grup: string;
}
const PERINTAH = "sop.kelompok";

class UbahKelompok {
  static $inject = ["modeling", "bpmnFactory", "elementRegistry", "bpmnjs"];
  constructor(
    private readonly modeling: Modeling,
    private readonly pabrik: Pabrik,
    private readonly daftar: Daftar,
    private readonly bpmnjs: Pemodel,
  ) {}

  preExecute({ lajur, grup }: Konteks): void {
    const lama = grupLajur(lajur.businessObject);
    if (grup === lama) return;
    this.tulis(lajur, grup);
    const anggota = new Set(Array.isArray(lajur.businessObject.flowNodeRef) ? lajur.businessObject.flowNodeRef : []);
    const proses = prosesDari(lajur.businessObject);
    const utama = proses?.id === KUNCI_PROSES;
    for (const b of this.daftar.filter((x) => x.type === "bpmn:UserTask" && this.didalam(x, anggota))) {
      const kini = teks(camunda(b.businessObject, "candidateGroups"));
      const baru = grupPindahan(kini, lama, grup, [lama].filter(Boolean), utama);
      if (baru) this.modeling.updateProperties(b, { "camunda:candidateGroups": baru });
    }
    if (proses && [...anggota].some((u) => unsurDari(u)?.$type === "bpmn:StartEvent"))
      this.tulisPemula(lajur, proses, lama, utama ? grupUntukLajur(grup) : grup);
  }

  execute(): Bentuk[] {
    return [];
  }
  revert(): Bentuk[] {
    return [];
  }

  /** Also of a task inside a sub-process that stands in the lane. */
  private didalam(b: Bentuk, anggota: ReadonlySet<unknown>): boolean {
    for (let u: Unsur | undefined = b.businessObject; u; u = unsurDari(u.$parent)) if (anggota.has(u)) return true;
    return false;
  }

  private tulis(lajur: Bentuk, grup: string): void {
    const b = lajur.businessObject;
    const ada = ekstensi(b, "sop:Pelaksana")[0];
    if (ada && grup) {
      this.modeling.updateModdleProperties(lajur, ada, { grup });
      return;
    }
    let wadah = unsurDari(b.extensionElements);
    if (!wadah) {
      wadah = this.pabrik.create("bpmn:ExtensionElements", { values: [] });
      Object.assign(wadah, { $parent: b });
      this.modeling.updateModdleProperties(lajur, b, { extensionElements: wadah });
    }
    const baru = grup ? [this.pabrik.create("sop:Pelaksana", { grup })] : [];
    for (const p of baru) Object.assign(p, { $parent: wadah });
    // The draft's question who works here is answered by this.
    const sisa = tanpaTipe(wadah, "sop:Pelaksana", ...(grup ? ["sop:Pertanyaan"] : []));
    this.modeling.updateModdleProperties(lajur, wadah, { values: [...baru, ...sisa] });
  }

  /** Who may start is told by the process, too; only where it named this lane's group. */
  private tulisPemula(lajur: Bentuk, proses: Unsur, lama: string, grup: string): void {
    const kini = teks(camunda(proses, "candidateStarterGroups"));
    if (kini !== lama || !grup) return;
    const akar = unsurDari(this.bpmnjs.getDefinitions());
    const kolam = akar && semua(akar).find((u) => u.$type === "bpmn:Participant" && u.processRef === proses);
    const bentuk = this.daftar.get(kolam?.id ?? proses.id ?? "") ?? lajur;
    this.modeling.updateModdleProperties(bentuk, proses, { "camunda:candidateStarterGroups": grup });
  }
}

/** Changes the group of a lane; every call is one step of undo. */
export class Kelompok {
  static $inject = ["commandStack", "eventBus"];
  constructor(
    private readonly tumpukan: TumpukanPerintah,
    bus: { on(nama: string, kerja: () => void): void },
  ) {
    bus.on("diagram.init", () => tumpukan.registerHandler(PERINTAH, UbahKelompok));
  }
  ubah(lajur: Bentuk, grup: string): void {
    this.tumpukan.execute(PERINTAH, { lajur, grup } satisfies Konteks);
  }
}

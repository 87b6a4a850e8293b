/** The palette's building blocks: topics that a worker serves, tasks with a form, steps with a Waktu. */
import type { Lingkungan, Topik } from "../../../lint/jenis.js";
import { daftar, unsurDari } from "../../../lint/unsur.js";
import type { Bentuk, Bus, Modeling, Pabrik, PabrikBentuk, Pemodel, Terjemah, Titik } from "../jenis.js";
import { bacaLangkah, nomorBerikut } from "../sop/langkah.js";
import type { Sop } from "../sop/perintah.js";
import { kunciFormulir, namaTopik } from "./templat.js";

interface Buat {
  start(kejadian: Event, bentuk: Bentuk): void;
}
interface Popup {
  registerProvider(id: string, penyedia: unknown): void;
  open(sasaran: unknown, id: string, tempat: Titik, pilihan: Record<string, unknown>): void;
}
interface Entri {
  readonly label: string;
  readonly description?: string;
  readonly className: string;
  readonly group: { readonly id: string; readonly name: string };
  readonly action: Readonly<Record<"click" | "dragstart", (e: Event) => void>>;
}
type Isi =
  | { readonly jenis: "topik"; readonly topik: Topik }
  | { readonly jenis: "formulir"; readonly nama: string }
  | { readonly jenis: "langkah" };

const POPUP = "blok-lpse";
const isiBentuk = new WeakMap<Bentuk, Isi>();

/** Offers the blocks in palette and pop-up menu, and completes a chosen one in the same step of undo. */
export class Blok {
  static $inject = [
    "palette",
    "popupMenu",
    "create",
    "elementFactory",
    "bpmnFactory",
    "modeling",
    "eventBus",
    "sop",
    "bpmnjs",
    "canvas",
    "translate",
    "config.lingkungan",
  ];
  constructor(
    palet: { registerProvider(penyedia: unknown): void },
    private readonly popup: Popup,
    private readonly buat: Buat,
    private readonly pabrikBentuk: PabrikBentuk,
    private readonly pabrik: Pabrik,
    private readonly modeling: Modeling,
    bus: Bus,
    private readonly sop: Sop,
    private readonly bpmnjs: Pemodel,
    private readonly kanvas: { getContainer(): HTMLElement },
    private readonly t: Terjemah,
    private readonly lingkungan: () => Lingkungan,
  ) {
    palet.registerProvider(this);
    popup.registerProvider(POPUP, this);
    // Inside the command that creates the shape, so that one undo takes back shape, row, timer and error events.
    bus.on("commandStack.shape.create.postExecuted", ({ context }: { context: { shape: Bentuk } }) => {
      const isi = isiBentuk.get(context.shape);
      if (isi) this.lengkapi(context.shape, isi);
    });
  }

  getPaletteEntries() {
    return {
      "blok-lpse": {
        group: "activity",
        className: "rp-ikon-blok",
        title: this.t("Building blocks of this system"),
        action: { click: () => this.buka() },
      },
    };
  }

  buka(): void {
    const r = this.kanvas.getContainer().getBoundingClientRect();
    this.popup.open(
      {},
      POPUP,
      { x: r.left + 64, y: r.top + 24 },
      {
        title: this.t("Building blocks of this system"),
        width: 380,
        search: true,
      },
    );
  }

  getPopupMenuEntries(): Record<string, Entri> {
    const { topik, formulir } = this.lingkungan();
    const entri: [string, Entri][] = [
      [
        "langkah",
        this.entri(
          "bpmn:UserTask",
          this.t("Step with a time limit"),
          { jenis: "langkah" },
          "langkah",
          this.t("A row of the SOP with due date, timer and escalation"),
        ),
      ],
      ...topik.map((x): [string, Entri] => [
        `topik-${x.topik}`,
        this.entri(
          "bpmn:ServiceTask",
          namaTopik(x.topik),
          { jenis: "topik", topik: x },
          "topik",
          this.keteranganTopik(x),
        ),
      ]),
      ...formulir.map((nama): [string, Entri] => [
        `formulir-${nama}`,
        this.entri("bpmn:UserTask", namaTopik(nama), { jenis: "formulir", nama }, "formulir"),
      ]),
    ];
    return Object.fromEntries(entri);
  }

  private keteranganTopik({ masukan, keluaran, galat }: Topik): string {
    const kata = (daftarKata: readonly string[]): string => daftarKata.join(", ") || "–";
    return this.t("Input: {masukan} · Output: {keluaran} · Errors: {galat}", {
      masukan: kata(masukan),
      keluaran: kata(keluaran),
      galat: kata(galat),
    });
  }

  private entri(tipe: string, label: string, isi: Isi, kelompok: string, keterangan?: string): Entri {
    const mulai = (e: Event): void => {
      const bentuk = this.pabrikBentuk.createShape({ type: tipe });
      isiBentuk.set(bentuk, isi);
      (bentuk.businessObject as { name?: string }).name = label;
      this.buat.start(e, bentuk);
    };
    const KELOMPOK: Readonly<Record<string, string>> = {
      langkah: this.t("Steps of the SOP"),
      topik: this.t("Automated steps"),
      formulir: this.t("Tasks with a form"),
    };
    return {
      label,
      ...(keterangan ? { description: keterangan } : {}),
      className: tipe === "bpmn:ServiceTask" ? "bpmn-icon-service-task" : "bpmn-icon-user-task",
      group: { id: kelompok, name: KELOMPOK[kelompok] ?? "" },
      action: { click: mulai, dragstart: mulai },
    };
  }

  private lengkapi(b: Bentuk, isi: Isi): void {
    if (isi.jenis === "topik") this.pasangTopik(b, isi.topik);
    if (isi.jenis === "formulir") this.modeling.updateProperties(b, { "camunda:formKey": kunciFormulir(isi.nama) });
    if (isi.jenis === "langkah" && !bacaLangkah(b.businessObject))
      this.sop.ubah(b, {
        langkah: {
          nomor: nomorBerikut(this.sop.proses(b)),
          aktivitas: String(b.businessObject.name ?? ""),
          waktu: "1 hari",
        },
      });
  }

  /** Type, topic, and a boundary event for every error the topic may raise. */
  private pasangTopik(b: Bentuk, t: Topik): void {
    this.modeling.updateProperties(b, {
      "camunda:type": "external",
      "camunda:topic": t.topik,
      "camunda:modelerTemplate": `lpse.topik.${t.topik}`,
    });
    for (const [i, kode] of t.galat.entries()) {
      const tepi = this.pabrikBentuk.createShape({
        type: "bpmn:BoundaryEvent",
        eventDefinitionType: "bpmn:ErrorEventDefinition",
      });
      const pasang = this.modeling.createShape(tepi, { x: b.x + b.width - 20 - i * 42, y: b.y + b.height }, b, {
        attach: true,
      });
      const definisi = daftar(pasang.businessObject.eventDefinitions)[0];
      const galat = this.galat(pasang, kode);
      if (definisi && galat) this.modeling.updateModdleProperties(pasang, definisi, { errorRef: galat });
    }
  }

  private galat(b: Bentuk, kode: string) {
    const akar = unsurDari(this.bpmnjs.getDefinitions());
    if (!akar) return undefined;
    const ada = daftar(akar.rootElements).find((u) => u.$type === "bpmn:Error" && u.errorCode === kode);
    if (ada) return ada;
    const baru = this.pabrik.create("bpmn:Error", {
      name: namaTopik(kode.toLowerCase().replace(/_/g, "-")),
      errorCode: kode,
    });
    Object.assign(baru, { $parent: akar });
    this.modeling.updateModdleProperties(b, akar, { rootElements: [...daftar(akar.rootElements), baru] });
    return baru;
  }
}

/** For `additionalModules` of bpmn-js; asks `config.lingkungan` for the topics and forms that there are. */
export const modulBlok = { __init__: ["blok"], blok: ["type", Blok] };

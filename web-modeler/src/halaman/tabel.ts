/** The SOP as a table beside the diagram, live both ways. */
import { teksSop } from "../../../src/web/bagian/dasar.js";
import { type Anak, ganti, h } from "../../../src/web/dom.js";
import { ekstensi, lajurDari, sebutan } from "../../lint/unsur.js";
import { t } from "../bahasa/bahasa.js";
import type { Bentuk, Bus, Daftar, Pemodel } from "../bpmn/jenis.js";
import { bacaLangkah, dariTampilan, type Kolom, keTampilan, type Langkah } from "../bpmn/sop/langkah.js";
import { SATUAN, type Satuan, susunWaktu, uraiWaktu } from "../bpmn/sop/satuan.js";

interface Sop {
  ubah(kegiatan: Bentuk, perubahan: { langkah: Partial<Langkah> }): void;
}
interface Seleksi {
  select(b: Bentuk): void;
  get(): Bentuk[];
}
interface Baris {
  readonly bentuk: Bentuk;
  readonly langkah: Langkah;
  readonly pelaksana: string;
}

const KEPALA: readonly (readonly [Kolom | "pelaksana", string])[] = [
  ["nomor", "No"],
  ["aktivitas", "Activity"],
  ["pelaksana", "Actor"],
  ["persyaratan", "Requirements"],
  ["waktu", "Time limit"],
  ["output", "Output"],
  ["keterangan", "Remarks"],
];

const barisDari = (daftar: Daftar): Baris[] =>
  daftar
    .getAll()
    .flatMap((bentuk) => {
      const ada = bentuk.type !== "label" && ekstensi(bentuk.businessObject, "sop:Langkah").length > 0;
      const langkah = ada ? bacaLangkah(bentuk.businessObject) : undefined;
      if (!langkah) return [];
      const lajur = lajurDari(bentuk.businessObject);
      return [{ bentuk, langkah, pelaksana: lajur ? sebutan(lajur) : "–" }];
    })
    .sort((a, b) => Number(a.langkah.nomor) - Number(b.langkah.nomor));

/** Draws the table of a diagram into `wadah`; edits go through the command of the SOP where `boleh`. Answers clean-up. */
export function pasangTabel(wadah: HTMLElement, p: Pemodel, boleh: boolean, pilih: (id: string) => void): () => void {
  const bus = p.get("eventBus") as Bus;
  const daftar = p.get("elementRegistry") as Daftar;
  const seleksi = p.get("selection") as Seleksi;
  const sop = boleh ? (p.get("sop") as Sop) : undefined;
  const badan = h("tbody", {});
  const kosong = h("p", { class: "m-kosong" }, t("No activity of this diagram is a row of the SOP yet."));
  const tabel = h(
    "table",
    { class: "m-sop" },
    h("caption", { class: "rp-sembunyi" }, t("SOP table")),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        KEPALA.map(([, judul]) => h("th", { scope: "col" }, t(judul))),
      ),
    ),
    badan,
  );

  const ubah = ({ id }: Bentuk, kolom: Kolom, nilai: string): void => {
    // By id: a colleague's change may have put another shape of the same activity on the canvas.
    const b = daftar.get(id);
    if (b && bacaLangkah(b.businessObject)?.[kolom] !== nilai) sop?.ubah(b, { langkah: { [kolom]: nilai } });
  };
  const sel = ({ bentuk, langkah }: Baris, kolom: Kolom, judul: string): Anak => {
    if (!sop) return teksSop(langkah[kolom] || "–");
    if (kolom === "waktu") return selWaktu(bentuk, langkah.waktu, ubah);
    return selTeks(langkah[kolom], `${t(judul)}, ${t("row {nomor}", { nomor: langkah.nomor })}`, (v) =>
      ubah(bentuk, kolom, v),
    );
  };
  const baris = (b: Baris): HTMLElement =>
    h(
      "tr",
      { "data-id": b.bentuk.id, onclick: () => pilih(b.bentuk.id) },
      KEPALA.map(([kolom, judul]) => h("td", {}, kolom === "pelaksana" ? b.pelaksana : sel(b, kolom, judul))),
    );
  const tandai = (): void => {
    const terpilih = new Set(seleksi.get().map((b) => b.id));
    for (const tr of badan.querySelectorAll("tr")) {
      const kini = terpilih.has(tr.dataset.id ?? "");
      tr.toggleAttribute("aria-current", kini);
      if (kini && !tr.contains(document.activeElement)) tr.scrollIntoView({ block: "nearest" });
    }
  };
  let jejak = "";
  const gambar = (): void => {
    const semua = barisDari(daftar);
    const kini = JSON.stringify(semua.map((b) => [b.bentuk.id, b.langkah, b.pelaksana]));
    kosong.hidden = semua.length > 0;
    tabel.hidden = semua.length === 0;
    // Drawing anew while somebody types would take the field away under the fingers.
    if (kini !== jejak && !badan.querySelector("textarea")) {
      jejak = kini;
      ganti(badan, semua.map(baris));
    }
    tandai();
  };
  ganti(
    wadah,
    kosong,
    h("div", { class: "m-gulung", tabindex: "0", role: "region", "aria-label": t("SOP table") }, tabel),
  );
  const dengar: readonly string[] = ["import.done", "elements.changed", "commandStack.changed"];
  for (const nama of dengar) bus.on(nama, gambar);
  bus.on("selection.changed", tandai);
  badan.addEventListener("focusout", () => setTimeout(gambar));
  gambar();
  return () => {
    for (const nama of dengar) bus.off(nama, gambar);
    bus.off("selection.changed", tandai);
  };
}

/** Shows formatted text; a click or Enter turns it into a field, leaving it writes, Esc drops the change. */
function selTeks(nilai: string, nama: string, tulis: (v: string) => void): HTMLElement {
  const isi = (): Anak => (nilai === "" ? h("span", { class: "m-isi-kosong" }, "–") : teksSop(nilai));
  const tombol = h(
    "button",
    { type: "button", class: "m-sel", "aria-label": `${nama}: ${keTampilan(nilai) || "–"}`, onclick: sunting },
    isi(),
  );
  function sunting(): void {
    const isian = h("textarea", { class: "m-isian", "aria-label": nama, rows: 3 });
    isian.value = keTampilan(nilai);
    let batal = false;
    isian.addEventListener("blur", () => {
      const baru = dariTampilan(isian.value.trim());
      isian.replaceWith(tombol);
      if (!batal) tulis(baru);
    });
    isian.addEventListener("keydown", (e) => {
      e.stopPropagation();
      if (e.key === "Escape") batal = true;
      if (e.key === "Escape" || (e.key === "Enter" && !e.shiftKey)) {
        e.preventDefault();
        isian.blur();
      }
    });
    tombol.replaceWith(isian);
    isian.focus();
    isian.select();
  }
  return tombol;
}

function selWaktu(b: Bentuk, waktu: string, ubah: (b: Bentuk, kolom: Kolom, v: string) => void): HTMLElement {
  const kini = uraiWaktu(waktu);
  if (waktu && !kini) return selTeks(waktu, t("Time limit"), (v) => ubah(b, "waktu", v));
  const jumlah = h("input", {
    type: "number",
    min: 0,
    max: 99999,
    value: kini?.jumlah ?? "",
    "aria-label": t("Time limit"),
  });
  const satuan = h(
    "select",
    { "aria-label": t("Unit") },
    SATUAN.map((s) => h("option", { value: s, selected: s === (kini?.satuan ?? "menit") }, t(`unit:${s}`))),
  );
  const tulis = (): void => ubah(b, "waktu", susunWaktu(jumlah.value, satuan.value as Satuan));
  for (const isian of [jumlah, satuan]) {
    isian.addEventListener("change", tulis);
    isian.addEventListener("keydown", (e) => e.stopPropagation());
  }
  return h("span", { class: "m-waktu" }, jumlah, satuan);
}

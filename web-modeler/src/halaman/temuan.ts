/** The findings of the lint as a list; the same findings stand on the canvas. */

import { IKON } from "../../../src/web/bagian/ikon.js";
import { ganti, h, ikon } from "../../../src/web/dom.js";
import { sebutan } from "../../lint/unsur.js";
import { t } from "../bahasa/bahasa.js";
import type { Bus, Daftar, Pemodel } from "../bpmn/jenis.js";

interface Masalah {
  readonly id: string;
  readonly actualElementId?: string;
  readonly category: string;
  readonly message: string;
  readonly rule: string;
}
interface Jumlah {
  readonly galat: number;
  readonly peringatan: number;
}

/** Draws the list into `wadah` after every run of the lint; `saatBerubah` gets the numbers. */
export function pasangTemuan(
  wadah: HTMLElement,
  p: Pemodel,
  pilih: (id: string) => void,
  saatBerubah: (j: Jumlah) => void,
): void {
  const daftar = p.get("elementRegistry") as Daftar;
  const gambar = ({ issues }: { issues: Readonly<Record<string, readonly Masalah[]>> }): void => {
    const semua = Object.values(issues).flat();
    const galat = semua.filter((m) => m.category === "error" || m.category === "rule-error");
    const peringatan = semua.filter((m) => !galat.includes(m));
    saatBerubah({ galat: galat.length, peringatan: peringatan.length });
    if (semua.length === 0) {
      ganti(wadah, h("p", { class: "m-kosong" }, ikon(IKON.centang), t("No findings: the diagram obeys every rule.")));
      return;
    }
    const butir = (m: Masalah, jenis: "galat" | "peringatan"): HTMLElement => {
      const id = m.actualElementId ?? m.id;
      const b = daftar.get(id);
      return h(
        "li",
        { class: `m-temuan m-temuan-${jenis}` },
        h(
          "button",
          { type: "button", onclick: () => pilih(id) },
          ikon(jenis === "galat" ? IKON.silang : IKON.awas),
          h("span", { class: "rp-sembunyi" }, t(jenis === "galat" ? "Error" : "Warning")),
          h("b", {}, b ? sebutan(b.businessObject) : id),
          h("span", {}, m.message),
          h("code", {}, m.rule),
        ),
      );
    };
    ganti(
      wadah,
      h(
        "ul",
        { class: "m-daftar-temuan" },
        galat.map((m) => butir(m, "galat")),
        peringatan.map((m) => butir(m, "peringatan")),
      ),
    );
  };
  ganti(wadah, h("p", { class: "m-kosong" }, t("Checking …")));
  (p.get("eventBus") as Bus).on("linting.completed", gambar);
}

/** Who will work in the process: the groups its lanes name. One that does not exist is a question to an administrator. */
import { kotak, tombol } from "../../../src/web/bagian/dasar.js";
import { type Anak, h } from "../../../src/web/dom.js";
import { api } from "../api/api.js";
import type { Pelaksana, Saya } from "../api/skema.js";
import type { Draf } from "../api/skema-draf.js";
import { t } from "../bahasa/bahasa.js";
import { bidang, kerjakan } from "./isian.js";

/** The page of Camunda's Admin where people are put into a group. */
const alamatAnggota = (id: string): string => `/camunda/app/admin/default/#/groups/${encodeURIComponent(id)}?tab=users`;

/** The section for a draft; null where the diagram names no group at all (the check says so then). */
export async function bagianPelaksana(draf: Draf, saya: Saya, muatUlang: () => void): Promise<Anak> {
  const grup = await api.pelaksana(draf.id);
  const kurang = grup.filter((g) => !g.ada || g.anggota === 0);
  return h(
    "section",
    { class: "rp-bagian" },
    h("h2", {}, t("Who works in it")),
    grup.some((g) => g.memulai)
      ? null
      : kotak(
          "awas",
          h("p", {}, t("Nobody could begin this process: the lane of its start event names no group of staff.")),
        ),
    grup.length === 0
      ? null
      : h(
          "ul",
          { class: "bl-pelaksana" },
          grup.map((g) => baris(g, saya)),
        ),
    kurang.some((g) => g.ada)
      ? h("p", { class: "rp-kecil" }, t("Tasks of a group without members wait until somebody is in it."))
      : null,
    kurang.filter((g) => !g.ada).map((g) => pertanyaan(g, saya, muatUlang)),
  );
}

const baris = (g: Pelaksana, saya: Saya): HTMLElement =>
  h(
    "li",
    {},
    h("strong", {}, g.nama),
    h(
      "span",
      { class: "rp-kecil" },
      g.lajur.length > 0 ? t("lane {lajur}", { lajur: g.lajur.join(", ") }) : t("no lane"),
      g.memulai ? ` · ${t("begins the process")}` : null,
    ),
    g.ada
      ? h(
          "span",
          { class: `rp-lencana ${g.anggota > 0 ? "rp-nada-baik" : "rp-nada-awas"}` },
          t("members: {banyak}", { banyak: g.anggota }),
        )
      : h("span", { class: "rp-lencana rp-nada-buruk" }, t("does not exist yet")),
    g.ada && saya.admin ? h("a", { href: alamatAnggota(g.id) }, t("Members")) : null,
  );

/** An administrator answers by making the group; everybody else reads what is to be done. */
function pertanyaan(g: Pelaksana, saya: Saya, muatUlang: () => void): HTMLElement {
  const lajur = g.lajur.join(", ") || g.id;
  const tanya = h("p", {}, h("strong", {}, t("Who works in the lane {lajur}?", { lajur })));
  if (!saya.admin)
    return kotak(
      "awas",
      tanya,
      h(
        "p",
        {},
        t(
          "Its group {grup} does not exist. Choose another group for the lane in the editor, or ask an administrator to open this page and make it.",
          { grup: g.id },
        ),
      ),
    );
  const pesan = h("div", {});
  const nama = h("input", { class: "rp-kontrol", type: "text", maxlength: 100, value: g.nama });
  const buat = tombol(
    t("Make the group"),
    () => void kerjakan(buat, pesan, () => api.buatGrup(g.id, nama.value).then(muatUlang)),
  );
  return kotak(
    "awas",
    tanya,
    bidang(
      t("Name of the group"),
      nama,
      t("It is known as {grup} in the process; people are put into it afterwards.", { grup: g.id }),
    ),
    pesan,
    h("div", {}, buat),
  );
}

import express, { type Express, type RequestHandler } from "express";
import type { Faults, GangguanAktif } from "./faults.js";
import { Gangguan, JenisGangguan } from "./faults.js";
import { Problem, parse } from "./http.js";
import { type Html, html, page } from "./page.js";

/** The faults of a simulator over HTTP: JSON on `/simulator/gangguan`, a page for people on `/simulator`. */
export function mountPanel(app: Express, options: { title: string; notice: string; faults: Faults }): void {
  const { faults } = options;
  app.get("/simulator/gangguan", (_req, res) => void res.json(faults.list()));
  app.post("/simulator/gangguan", (req, res) => {
    faults.add(parse(Gangguan, req.body));
    res.status(201).json(faults.list());
  });
  app.delete("/simulator/gangguan", (_req, res) => {
    faults.clear();
    res.status(204).end();
  });
  app.get("/simulator", (_req, res) => void res.send(render(options)));
  app.post("/simulator", sameSiteOnly, express.urlencoded({ extended: false }), (req, res) => {
    if (req.body?.hapus) faults.clear();
    else faults.add(parse(Gangguan, fromForm(req.body ?? {})));
    res.redirect(303, "/simulator");
  });
}

/** A form of another site must not be able to disturb somebody's test. */
const sameSiteOnly: RequestHandler = (req, _res, next) => {
  const site = req.get("sec-fetch-site") ?? "none";
  if (!["same-origin", "none"].includes(site)) throw new Problem(403, "ASAL_DITOLAK", "Hanya dari halaman ini");
  next();
};

const NUMBERS = new Set(["kali", "mulaiKe", "retryAfter", "tundaMs"]);

function fromForm(form: Record<string, string>): Record<string, unknown> {
  const filled = Object.entries(form).filter(([, value]) => value !== "");
  return Object.fromEntries(filled.map(([name, value]) => [name, fieldValue(name, value)]));
}

function fieldValue(name: string, value: string): unknown {
  if (name === "setelahEfek") return true;
  return NUMBERS.has(name) ? Number(value) : value;
}

function render({ title, notice, faults }: { title: string; notice: string; faults: Faults }): string {
  const content = html`<main>
<section class="card"><h2>Gangguan yang berlaku</h2>${activeTable(faults.list())}</section>
<section class="card"><h2>Tambah gangguan</h2>${form()}</section>
</main>`;
  return page({ title: `${title}: gangguan`, notice, links: [html`<a href="/">Halaman utama</a>`], content });
}

function activeTable(active: GangguanAktif[]): Html {
  if (active.length === 0) return html`<p class="soft">Tidak ada. Simulator menjawab sebagaimana mestinya.</p>`;
  const rows = active.map(
    (
      g,
    ) => html`<tr><td>${g.jenis}${g.setelahEfek ? " (setelah efek)" : ""}</td><td>${g.jalur ?? "semua"}</td><td>${[g.untuk, g.kunci].filter(Boolean).join(", ") || "semua"}</td>
<td>ke-${g.mulaiKe}</td><td>${g.kali ?? "terus"}</td><td>${g.dilihat}</td><td>${g.kena}</td></tr>`,
  );
  return html`<table><tr><th>Jenis<th>Jalur<th>Untuk<th>Mulai<th>Kali<th>Dilihat<th>Kena</tr>${rows}</table>
<form method="post" class="actions"><button class="plain" name="hapus" value="1">Hapus semua</button></form>`;
}

function form(): Html {
  const options = JenisGangguan.options.map((jenis) => html`<option>${jenis}</option>`);
  return html`<form method="post"><div class="fields">
<label>Jenis<select name="jenis">${options}</select></label>
<label>Jalur (kosong: semua)<input name="jalur" pattern="/.*" placeholder="/akun/*/kata-sandi"></label>
<label>Untuk User ID, NIP, atau alamat<input name="untuk"></label>
<label>Untuk kunci yang dimulai dengan<input name="kunci"></label>
<label>Mulai permintaan ke-<input name="mulaiKe" type="number" min="1" value="1"></label>
<label>Berapa kali (kosong: terus)<input name="kali" type="number" min="1"></label>
<label>Retry-After, detik<input name="retryAfter" type="number" min="0"></label>
<label>Tunda, milidetik (untuk lambat)<input name="tundaMs" type="number" min="0" value="2000"></label>
<label><input type="checkbox" name="setelahEfek"> Setelah efek: dikerjakan, lalu jawabannya gagal</label>
</div><div class="actions"><button>Tambah</button></div></form>`;
}

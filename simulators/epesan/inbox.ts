import { type Html, html, page, waktu } from "../page.js";
import type { Berkas, Isi, Pesan } from "./mailbox.js";

/** Title and notice of all pages of the e-Pesan simulator. */
export const TITLE = "Simulator e-Pesan";
/** Stands beside the title, so that nobody takes the simulator for the real thing. */
export const NOTICE = "bukan Intranet Kemenperin";

/** What the inbox page shows: all messages, the chosen address, the opened message. */
export interface InboxView {
  pesan: Pesan[];
  kepada?: string | undefined;
  dibuka?: Pesan | undefined;
}

const GONE = {
  dimatikan: "Isi tidak disimpan oleh simulator setelah dimatikan",
  dibuang: "Isi sudah dibuang oleh simulator karena terlalu banyak pesan",
};

/** The inbox as a web page: addresses, messages of one address, one message. */
export function inboxPage({ pesan, kepada, dibuka }: InboxView): string {
  const alamat = kepada ?? dibuka?.kepada;
  const content = html`<div class="panes">
<nav class="pane" aria-label="Kotak masuk"><h2>Kotak masuk</h2>${addresses(pesan, alamat)}</nav>
<section class="pane" aria-label="Pesan"><h2>${alamat ?? "Pesan"}</h2>${messages(pesan, alamat, dibuka)}</section>
<article class="message">${dibuka ? message(dibuka) : html`<p class="empty">Pilih pesan untuk membacanya.</p>`}</article>
</div>`;
  const here = alamat ? `/?kepada=${encodeURIComponent(alamat)}` : "/";
  const links = [html`<a href="${here}">Muat ulang</a>`, html`<a href="/simulator">Gangguan</a>`];
  return page({ title: TITLE, notice: NOTICE, links, content });
}

function addresses(pesan: Pesan[], chosen: string | undefined): readonly Html[] {
  const counts = new Map<string, number>();
  for (const { kepada } of pesan) counts.set(kepada, (counts.get(kepada) ?? 0) + 1);
  if (counts.size === 0) return [html`<p class="empty">Belum ada pesan. Pesan muncul di sini begitu dikirim.</p>`];
  const sorted = [...counts].sort(([a], [b]) => a.localeCompare(b, "id"));
  return sorted.map(
    ([kepada, count]) => html`<a class="row" href="/?kepada=${encodeURIComponent(kepada)}"${current(kepada === chosen)}>
<span>${breakable(kepada)}</span><span class="count" title="${count} pesan">${count}</span></a>`,
  );
}

/** Long addresses break before the @ rather than anywhere. */
function breakable(alamat: string): Html {
  const at = alamat.indexOf("@");
  return html`${alamat.slice(0, at)}<wbr>${alamat.slice(at)}`;
}

function messages(pesan: Pesan[], alamat: string | undefined, dibuka: Pesan | undefined): readonly Html[] {
  if (alamat === undefined) return [html`<p class="empty">Pilih alamat di sebelah kiri.</p>`];
  const own = pesan.filter(({ kepada }) => kepada === alamat).reverse();
  if (own.length === 0) return [html`<p class="empty">Tidak ada pesan untuk alamat ini.</p>`];
  return own.map(
    (p) => html`<a class="row" href="/?pesan=${encodeURIComponent(p.idPesan)}"${current(p === dibuka)}>
<span>${p.perihal}<br><span class="soft">${waktu(p.diterima)}${hasFiles(p) ? " · berlampiran" : ""}</span></span></a>`,
  );
}

function message(pesan: Pesan): Html {
  const { konten } = pesan;
  return html`<h2>${pesan.perihal}</h2>
<dl><dt>Kepada<dd>${pesan.kepada}<dt>Diterima<dd>${waktu(pesan.diterima)}<dt>Id pesan<dd>${pesan.idPesan}</dl>
${typeof konten === "string" ? html`<p class="body soft">${GONE[konten]}</p>` : opened(pesan.idPesan, konten)}`;
}

function opened(idPesan: string, { isi, lampiran }: Isi): Html {
  return html`<div class="body">${isi}</div>
${lampiran.length ? html`<h2>Lampiran</h2><ul class="files">${lampiran.map((berkas, i) => file(idPesan, berkas, i))}</ul>` : undefined}`;
}

function file(idPesan: string, { nama, data }: Berkas, index: number): Html {
  const href = `/simulator/pesan/${encodeURIComponent(idPesan)}/lampiran/${index}`;
  return html`<li><a href="${href}" download>${nama}</a> <span class="soft">${size(data.length)}</span></li>`;
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return `${(bytes / 1024).toLocaleString("id-ID", { maximumFractionDigits: 1 })} KB`;
}

function hasFiles({ konten }: Pesan): boolean {
  return typeof konten !== "string" && konten.lampiran.length > 0;
}

function current(is: boolean): Html | undefined {
  return is ? html` aria-current="true"` : undefined;
}

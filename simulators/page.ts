/** HTML that is safe to put into a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[] | undefined;

/** Template tag: everything inserted is escaped unless it is Html itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, piece, i) => `${text}${render(parts[i - 1])}${piece}`));
}

function render(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map((item) => item.text).join("");
  return String(part).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** A whole page in the simulators' common look: a title bar that says what it is not, then the content. */
export function page(options: { title: string; notice: string; links: readonly Html[]; content: Html }): string {
  return html`<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${options.title} — ${options.notice}</title>
<style>${new Html(CSS)}</style>
<header><h1>${options.title}</h1><span class="notice">${options.notice}</span><nav>${options.links}</nav></header>
${options.content}
</html>`.text;
}

const WAKTU = new Intl.DateTimeFormat("id-ID", { timeZone: "Asia/Jakarta", dateStyle: "medium", timeStyle: "short" });

/** An instant (ISO 8601) as people in Jakarta write it. */
export function waktu(iso: string): Html {
  return html`<time datetime="${iso}">${WAKTU.format(new Date(iso))} WIB</time>`;
}

const CSS = `
:root { color-scheme: light; --ink: #1c2733; --soft: #5b6b7b; --line: #d9e0e7; --ground: #f4f6f8; --accent: #0b5cad; --pick: #e6f0fa; }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, "Segoe UI", "Liberation Sans", sans-serif; color: var(--ink); background: var(--ground); }
header { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; padding: 12px 20px; background: #fff; border-bottom: 1px solid var(--line); }
h1 { margin: 0; font-size: 18px; }
h2 { margin: 0 0 4px; font-size: 17px; overflow-wrap: anywhere; }
.notice { padding: 2px 10px; border-radius: 12px; background: #fff3cd; color: #664d03; font-size: 13px; }
header nav { display: flex; gap: 16px; margin-left: auto; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.panes { display: grid; grid-template-columns: minmax(220px, 340px) minmax(240px, 380px) 1fr; min-height: calc(100vh - 52px); }
.pane { background: #fff; border-right: 1px solid var(--line); }
.pane h2 { padding: 12px 16px 8px; font-size: 13px; font-weight: 600; color: var(--soft); }
.row { display: flex; justify-content: space-between; gap: 8px; padding: 10px 16px; border-top: 1px solid var(--line); color: inherit; text-decoration: none; }
.row:hover { background: var(--ground); }
.row:last-child { border-bottom: 1px solid var(--line); }
.row[aria-current] { background: var(--pick); box-shadow: inset 3px 0 var(--accent); }
.row > span:first-child { min-width: 0; overflow-wrap: anywhere; }
.count { align-self: center; padding: 0 8px; border-radius: 10px; background: var(--ground); color: var(--soft); font-size: 13px; }
.soft { color: var(--soft); font-size: 13px; }
.message { padding: 20px 24px; }
.body { margin: 16px 0; padding: 16px; max-width: 80ch; background: #fff; border: 1px solid var(--line); border-radius: 6px; font: 14px/1.6 ui-monospace, "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.empty { margin: 0; padding: 8px 16px; color: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 8px 0 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
ul.files { margin: 0; padding: 0; list-style: none; }
ul.files li { display: inline-block; margin: 0 8px 8px 0; padding: 8px 12px; background: #fff; border: 1px solid var(--line); border-radius: 6px; }
main { max-width: 1200px; margin: 20px auto; padding: 0 20px; }
.card { margin-bottom: 20px; padding: 16px 20px; background: #fff; border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 6px 10px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
time { white-space: nowrap; }
th { font-size: 13px; color: var(--soft); font-weight: 600; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); gap: 12px 16px; }
label { display: block; font-size: 13px; color: var(--soft); }
input:not([type=checkbox]), select { display: block; width: 100%; padding: 7px 8px; font: inherit; color: var(--ink); background: #fff; border: 1px solid #9aa8b5; border-radius: 4px; }
button { padding: 8px 16px; font: inherit; color: #fff; background: var(--accent); border: 0; border-radius: 4px; cursor: pointer; }
button.plain { color: var(--accent); background: none; border: 1px solid currentColor; }
.actions { display: flex; gap: 12px; margin-top: 16px; }
@media (max-width: 900px) { .panes { grid-template-columns: 1fr; min-height: 0; } .pane { border-right: 0; border-bottom: 1px solid var(--line); } }
`;

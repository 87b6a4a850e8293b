/** The result as a picture: a few panels of bars, one bar for each contender. */
import { CONTENDERS, type ContenderName } from "../messages.js";
import { type Result, type Round, summaryOf, TITLES } from "../result.js";

/** One figure of all contenders side by side. */
export interface Panel {
  readonly title: string;
  /** Whether long bars are good. */
  readonly better: "more" | "less";
  readonly unit: string;
  readonly values: Readonly<Record<ContenderName, number>>;
}

const WIDTH = 880;
const PAD = 24;
const COLUMN = (WIDTH - PAD * 3) / 2;
const LABEL = 168;
const VALUE = 76;
const BAR = { height: 20, gap: 8 };
const PANEL_HEAD = 44;
const PANEL_HEIGHT = PANEL_HEAD + CONTENDERS.length * (BAR.height + BAR.gap) + 20;
const HEAD = 64;
const COLOURS: Readonly<Record<ContenderName, string>> = {
  bare: "#9aa5b1",
  official: "#d9a441",
  tuned: "#b7791f",
  runtime: "#1f6f8b",
};

/** The figures worth a look, from a result. */
export function panelsOf({ rounds, steadyPerSecond }: Result): Panel[] {
  const all = [
    { kind: "noop", what: "no-op steps" },
    { kind: "real", what: "real topics" },
  ] as const;
  return all.flatMap(({ kind, what }) => {
    if (rounds[kind].length === 0) return [];
    const summary = summaryOf(rounds[kind]);
    return [
      panel(`Tasks per second, ${what}`, "more", "/s", summary, "tasksPerSecond"),
      panel(`One request's steps, idle engine, ${what}`, "less", "ms", summary, "requestAlone"),
      panel(`CPU of the worker per task, ${what}`, "less", "ms", summary, "workerCpu"),
      panel(`Step p95 at ${steadyPerSecond} requests/s, ${what}`, "less", "ms", summary, "steadyP95"),
    ];
  });
}

function panel(
  title: string,
  better: Panel["better"],
  unit: string,
  summary: Round,
  figure: keyof Round[ContenderName],
): Panel {
  const values = Object.fromEntries(CONTENDERS.map((name) => [name, summary[name][figure]]));
  return { title, better, unit, values: values as Panel["values"] };
}

/** The panels as an SVG document; `heading` above, `note` below it. */
export function draw(panels: readonly Panel[], heading: string, note: string): string {
  const rows = Math.ceil(panels.length / 2);
  const height = HEAD + rows * PANEL_HEIGHT + PAD;
  const drawn = panels.map((one, i) =>
    drawPanel(one, PAD + (i % 2) * (COLUMN + PAD), HEAD + Math.floor(i / 2) * PANEL_HEIGHT + PAD),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, 'Segoe UI', Helvetica, Arial, sans-serif" role="img">
<title>${escapeXml(heading)}</title>
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="${PAD}" y="34" font-size="19" font-weight="600" fill="#1a202c">${escapeXml(heading)}</text>
<text x="${PAD}" y="56" font-size="12.5" fill="#4a5568">${escapeXml(note)}</text>
${drawn.join("\n")}
</svg>
`;
}

function drawPanel({ title, better, unit, values }: Panel, x: number, y: number): string {
  const longest = Math.max(...Object.values(values).filter((value) => !Number.isNaN(value)));
  const bars = CONTENDERS.map((name, i) => drawBar(name, values[name], longest, unit, x, y + PANEL_HEAD, i));
  return `<g>
<text x="${x}" y="${y + 14}" font-size="14" font-weight="600" fill="#1a202c">${escapeXml(title)}</text>
<text x="${x}" y="${y + 31}" font-size="11.5" fill="#718096">${better === "more" ? "more is better" : "less is better"}</text>
${bars.join("\n")}
</g>`;
}

function drawBar(
  name: ContenderName,
  value: number,
  longest: number,
  unit: string,
  x: number,
  top: number,
  i: number,
): string {
  const y = top + i * (BAR.height + BAR.gap);
  const room = COLUMN - LABEL - VALUE;
  const width = Number.isNaN(value) ? 0 : Math.max(2, (value / longest) * room);
  const middle = y + BAR.height / 2 + 4;
  const weight = name === "runtime" ? ` font-weight="600"` : "";
  return `<text x="${x}" y="${middle}" font-size="12.5"${weight} fill="#2d3748">${escapeXml(TITLES[name])}</text>
<rect x="${x + LABEL}" y="${y}" width="${width.toFixed(1)}" height="${BAR.height}" rx="2" fill="${COLOURS[name]}"/>
<text x="${(x + LABEL + width + 7).toFixed(1)}" y="${middle}" font-size="12.5"${weight} fill="#2d3748">${show(value)} ${unit}</text>`;
}

/** Three digits are more than the measurement is worth. */
function show(value: number): string {
  if (Number.isNaN(value)) return "–";
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);

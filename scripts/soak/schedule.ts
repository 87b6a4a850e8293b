/** What goes wrong when: drawn from a seed alone, so that a bad night can be had again. */
import { LATE_STEPS } from "./limit.js";
import type { Fate } from "./request.js";
import type { Fault, Simulator } from "./simulator.js";

/** One thing that goes wrong, `atMs` after the start; `forMs` is how long it lasts. */
export type Event = { readonly atMs: number } & (
  | { readonly kind: "kill-worker" | "freeze-worker" | "cut-network"; readonly worker: number; readonly forMs: number }
  | { readonly kind: "kill-engine" | "restart-postgres" | "kill-postgres" }
  | { readonly kind: "simulator"; readonly simulator: Simulator; readonly fault: Fault }
);

/** A whole run: what goes wrong, and when which request with how many accounts is handed in, and what people decide about it. */
export interface Schedule {
  readonly seed: number;
  readonly durationMs: number;
  readonly events: readonly Event[];
  readonly requests: readonly { readonly atMs: number; readonly accounts: number; readonly fate: Fate }[];
}

/** Worker 1 and 2 talk to the engine directly, worker 3 through a network that can be cut. */
export const WORKERS = 3;
/** The number of that worker, of those counted from 1. */
export const BEHIND_PROXY = 3;

/** mulberry32: small, fast, the same everywhere; not for secrets. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const MEAN_PAUSE_MS = 2_500;
/** The engine takes ten seconds to come back: once is enough for a short run. */
const SEVERE_EVERY_MS = 45_000;
const REQUEST_EVERY_MS = 2_500;

/** The schedule of a seed for so many milliseconds; nothing severe comes twice within 45 s. */
export function drawSchedule(seed: number, durationMs: number): Schedule {
  const random = generator(seed);
  const draw = { int: (from: number, to: number) => from + Math.floor(random() * (to - from + 1)), random };
  const events: Event[] = [];
  for (let atMs = draw.int(500, 3_000); atMs < durationMs; atMs += draw.int(500, 2 * MEAN_PAUSE_MS))
    events.push(drawEvent(atMs, draw));
  for (let from = 0; from < durationMs; from += SEVERE_EVERY_MS) {
    const within = Math.min(SEVERE_EVERY_MS, durationMs - from);
    events.push(drawSevere(from + draw.int(Math.floor(within / 4), Math.floor(within / 2)), draw));
  }
  const requests: Schedule["requests"][number][] = [];
  for (let atMs = 0; atMs < durationMs; atMs += draw.int(REQUEST_EVERY_MS / 2, (REQUEST_EVERY_MS * 3) / 2))
    requests.push({ atMs, accounts: draw.int(1, 4), fate: drawFate(draw) });
  return { seed, durationMs, events: events.toSorted((a, b) => a.atMs - b.atMs), requests };
}

/** Most requests are granted; the steps after a refusal have no time limit that could pass. */
function drawFate(draw: Draw): Fate {
  const refused = draw.random() < 0.2;
  const returned = draw.random() < 0.25 ? draw.int(1, 2) : 0;
  const [first, ...later] = LATE_STEPS;
  const late = draw.random() < 0.3 ? one([first, ...(refused ? [] : later)], draw) : undefined;
  return { refused, returned, late };
}

interface Draw {
  int(from: number, to: number): number;
  random(): number;
}

const one = <T>(list: readonly [T, ...T[]], { int }: Draw): T => list[int(0, list.length - 1)] ?? list[0];

function drawEvent(atMs: number, draw: Draw): Event {
  if (draw.random() < 0.55) return { atMs, kind: "simulator", ...drawFault(draw) };
  const kind = one(["kill-worker", "freeze-worker", "cut-network"] as const, draw);
  const worker = kind === "cut-network" ? BEHIND_PROXY : draw.int(1, WORKERS);
  return { atMs, kind, worker, forMs: draw.int(300, kind === "kill-worker" ? 2_000 : 12_000) };
}

function drawFault(draw: Draw): { simulator: Simulator; fault: Fault } {
  const jenis = one(["500", "503", "429", "gantung", "putus", "sampah", "lambat"] as const, draw);
  const fault: Fault = {
    jenis,
    kali: draw.int(1, 4),
    setelahEfek: draw.random() < 0.5,
    tundaMs: draw.int(500, 11_000),
  };
  return { simulator: one(["spse", "epesan"] as const, draw), fault };
}

const drawSevere = (atMs: number, draw: Draw): Event => ({
  atMs,
  kind: one(["kill-engine", "restart-postgres", "kill-postgres"] as const, draw),
});

/** One line for people. */
export function eventText(event: Event): string {
  const { atMs, kind, ...rest } = event;
  return `${(atMs / 1000).toFixed(1).padStart(6)} s  ${kind} ${JSON.stringify(rest)}`;
}

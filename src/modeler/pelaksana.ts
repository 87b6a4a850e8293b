/** Who works in a process: the engine groups that its lanes and tasks name, and which of them exist. */
import type { ModdleElement } from "bpmn-moddle";
import { z } from "zod";
import type { Engine } from "../engine/client.js";
import { applyGrants } from "../provisioning/authorizations.js";
import { type ProcessGroups, processGrants } from "../provisioning/grants.js";
import { lanesByNode } from "../sop/diagram.js";
import { elementsOf, extensions, flatten, isElement } from "../sop/moddle.js";
import { prosesDari } from "./xml-aman.js";

/** A group that a diagram names; `lajur` are the lanes it works in, `memulai`: it may start requests. */
export interface GrupDiagram {
  readonly id: string;
  readonly lajur: readonly string[];
  readonly memulai: boolean;
}

/** Group names of an attribute; an expression names a group only when a request runs. */
const grupDari = (nilai: unknown): string[] =>
  typeof nilai === "string"
    ? nilai
        .split(",")
        .map((g) => g.trim())
        .filter((g) => g !== "" && !/[${}#]/.test(g))
    : [];

/** Lanes within lanes that name a group of their own, outer ones first. */
function lajurDalam(e: ModdleElement): ModdleElement[] {
  const dalam = e.$type === "bpmn:Process" ? elementsOf(e.laneSets) : isElement(e.childLaneSet) ? [e.childLaneSet] : [];
  const anak = dalam.flatMap((l) => elementsOf(l.lanes));
  const bergrup = e.$type === "bpmn:Process" ? [] : anak.filter((l) => extensions(l, "sop:Pelaksana").length > 0);
  return [...bergrup, ...anak.flatMap(lajurDalam)];
}

/** The groups in the order of the lanes; empty where the diagram names none. */
export function grupDiagram(definisi: ModdleElement): GrupDiagram[] {
  const [proses] = prosesDari(definisi);
  if (!proses) return [];
  const unsur = flatten(proses);
  const lajur = lanesByNode([...unsur, ...lajurDalam(proses)]);
  const mulai = elementsOf(proses.flowElements).filter((e) => e.$type === "bpmn:StartEvent");
  const memulai = new Set([
    ...mulai.flatMap((e) => grupDari(lajur.get(e.id ?? "")?.grup)),
    ...grupDari(proses.candidateStarterGroups),
  ]);
  const milik = new Map<string, Set<string>>();
  const catat = (grup: string, nama: string): void => {
    milik.set(grup, (milik.get(grup) ?? new Set()).add(nama));
  };
  for (const { pelaksana, grup } of lajur.values()) for (const g of grupDari(grup)) catat(g, pelaksana);
  for (const t of unsur.filter((e) => e.$type === "bpmn:UserTask"))
    for (const g of grupDari(t.candidateGroups)) catat(g, lajur.get(t.id ?? "")?.pelaksana ?? "");
  for (const g of memulai) if (!milik.has(g)) milik.set(g, new Set());
  return [...milik].map(([id, nama]) => ({
    id,
    lajur: [...nama].filter((n) => n !== ""),
    memulai: memulai.has(id),
  }));
}

const perGrup = (grup: readonly GrupDiagram[]): ProcessGroups => ({
  starters: grup.filter((g) => g.memulai).map((g) => g.id),
  workers: grup.map((g) => g.id),
});

/** Gives the groups of a diagram their rights on its process; before its deployment, so that nobody finds it without. */
export const beriHak = (engine: Engine, kunci: string, definisi: ModdleElement): Promise<number> =>
  applyGrants(engine, processGrants(kunci, perGrup(grupDiagram(definisi))));

const Grup = z.array(z.object({ id: z.string(), name: z.string().nullable(), type: z.string().nullable() }));
const Jumlah = z.object({ count: z.number() });

/** A group of a diagram as the engine knows it; `ada` false: an administrator has to make it. */
export interface PelaksanaDiagram extends GrupDiagram {
  readonly nama: string;
  readonly ada: boolean;
  readonly anggota: number;
}

const semuaGrup = (engine: Engine) => engine.call("GET", "/group", { query: { maxResults: 1_000 }, schema: Grup });

/** The groups that a lane may be given to: not the units that ask, not the engine's own. */
export async function grupPegawai(engine: Engine): Promise<{ id: string; nama: string }[]> {
  const pegawai = (await semuaGrup(engine)).filter(({ type }) => type !== "SATKER" && type !== "SYSTEM");
  return pegawai.map(({ id, name }) => ({ id, nama: name ?? id }));
}

/** The groups of a diagram, each with its name, whether it exists and how many people are in it. */
export async function pelaksanaDiagram(engine: Engine, definisi: ModdleElement): Promise<PelaksanaDiagram[]> {
  const dikenal = new Map((await semuaGrup(engine)).map((g) => [g.id, g.name ?? g.id]));
  return Promise.all(
    grupDiagram(definisi).map(async (g) => {
      const nama = dikenal.get(g.id);
      if (nama === undefined) return { ...g, nama: g.lajur[0] ?? g.id, ada: false, anggota: 0 };
      const query = { memberOfGroup: g.id };
      const { count } = await engine.call("GET", "/user/count", { query, schema: Jumlah });
      return { ...g, nama, ada: true, anggota: count };
    }),
  );
}

import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { readOrganisasi } from "../../src/organisasi.js";
import { susunFormulir } from "../../src/proses/tugas.js";
import { variabel } from "../../src/proses/variabel.js";
import { readSop, type Sop } from "../../src/sop/diagram.js";
import { extensions, type ModdleElement, readElements } from "../../src/sop/moddle.js";
import { polaTenggat } from "../../src/sop/waktu.js";
import { topics as registry } from "../../workers/registry.js";
import { periksaPolaTenggat } from "../support/pola-tenggat.js";

const xml = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
let elements: ModdleElement[];
let sop: Sop;

beforeAll(async () => {
  elements = await readElements(xml);
  sop = await readSop(xml);
});

const names = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((f) => f.endsWith(ending))
    .map((f) => f.slice(0, -ending.length))
    .sort();
const sorted = (values: Iterable<string>) => [...new Set(values)].sort();
const text = (e: ModdleElement | undefined, attribute: string) => String(e?.[attribute] ?? "");
const ref = (e: ModdleElement, attribute: string) => e[attribute] as ModdleElement | undefined;
const definitions = (e: ModdleElement, type: string) =>
  ((e.eventDefinitions as ModdleElement[] | undefined) ?? []).filter((d) => d.$type === type);
const topics = () => elements.filter((e) => e.topic !== undefined);
const find = (id: string) => {
  const element = elements.find((e) => e.id === id);
  if (!element) throw new Error(`the diagram has no element ${id}`);
  return element;
};

describe("the SOP in the diagram", () => {
  const cells = readFileSync("tests/contracts/fixtures/sop-reset-password.txt", "utf8")
    .split("\n")
    .filter((line) => /^\d+\t/.test(line))
    .map((line) => line.split("\t"));

  test("has the eleven rows of the published SOP, cell by cell, italics kept", () => {
    expect(
      sop.langkah.map((l) => [String(l.nomor), l.aktivitas, l.persyaratan, l.waktu, l.output, l.keterangan]),
    ).toEqual(cells.map((c) => [c[0], c[1], c[6], c[7], c[8], c[9] ?? ""]));
  });

  test("gives every row to the actor of the reading in use", () => {
    expect(sop.langkah.map((l) => l.pelaksana)).toEqual([
      "Satuan Kerja",
      "Kepala UKPBJ",
      "Kepala LPSE",
      ...Array<string>(4).fill("Tim Pengelola LPSE"),
      "Kepala LPSE",
      "Kepala UKPBJ",
      ...Array<string>(2).fill("Tim Pengelola LPSE"),
    ]);
  });

  test("says of every activity without a row why it has none", () => {
    const activities = elements.filter((e) => /(Task|SubProcess)$/.test(e.$type));
    const silent = activities.filter(
      (e) => !extensions(e, "sop:Langkah")[0] && !text(extensions(e, "sop:TanpaLangkah")[0], "alasan"),
    );
    expect(silent.map((e) => e.id)).toEqual([]);
  });
});

describe("every SOP row has its time limit", () => {
  test("everything that follows from the row's Waktu is as src/sop/waktu.ts says, at every step alike", () => {
    for (const row of sop.langkah) periksaPolaTenggat(elements, row);
  });

  test("each step has one timer, and no activity without a row has any", () => {
    const timers = elements.filter((e) => definitions(e, "bpmn:TimerEventDefinition").length > 0).map((e) => e.id);
    expect(timers.sort()).toEqual(sop.langkah.map((l) => polaTenggat(l.nomor, l.waktu).timer.id).sort());
  });

  test("every user task has a due date", () => {
    expect(elements.filter((e) => e.$type === "bpmn:UserTask" && !e.dueDate).map((e) => e.id)).toEqual([]);
  });
});

describe("diagram and workers name the same things", () => {
  test("topics in the diagram, files in workers/topics and the registry are the same", () => {
    const inDiagram = sorted(topics().map((e) => text(e, "topic")));
    expect(names("workers/topics", ".ts")).toEqual(inDiagram);
    expect(sorted(registry.map((t) => t.topic))).toEqual(inDiagram);
  });

  test("every topic has a test of its own", () => {
    expect(names("tests/workers/topics", ".test.ts")).toEqual(names("workers/topics", ".ts"));
  });

  test("each activity catches exactly the error codes its topic may raise", () => {
    for (const activity of topics()) {
      const caught = elements
        .filter((e) => e.$type === "bpmn:BoundaryEvent" && ref(e, "attachedToRef") === activity)
        .flatMap((e) => definitions(e, "bpmn:ErrorEventDefinition"))
        .map((d) => text(ref(d, "errorRef"), "errorCode"));
      const raised = registry.find((t) => t.topic === activity.topic)?.errorCodes ?? [];
      expect([activity.id, sorted(caught)]).toEqual([activity.id, sorted(raised)]);
    }
  });

  test("every error the diagram declares is caught somewhere", () => {
    const declared = elements.filter((e) => e.$type === "bpmn:Error").map((e) => text(e, "errorCode"));
    expect(sorted(declared)).toEqual(sorted(registry.flatMap((t) => [...t.errorCodes])));
  });
});

describe("diagram and forms name the same things", () => {
  test("form keys, form files and answer schemas are the same", () => {
    const keys = elements.flatMap((e) => (e.formKey ? [text(e, "formKey")] : []));
    const ids = keys.map((k) => k.replace(/^embedded:deployment:forms\/(.+)\.html$/, "$1")).sort();
    expect(names("bpmn/forms", ".html")).toEqual(ids);
    expect(Object.keys(susunFormulir(() => "")).sort()).toEqual(ids);
  });

  test("a form is named like its task, and every user task has one", () => {
    for (const task of elements.filter((e) => e.$type === "bpmn:UserTask")) {
      expect(task.formKey).toBe(`embedded:deployment:forms/${task.id}.html`);
    }
  });

  test("tasks go to the group of the lane they stand in", () => {
    const rows = sop.langkah.filter((l) => find(l.id).$type === "bpmn:UserTask" && l.grup !== "satuan-kerja");
    expect(rows.map((l) => find(l.id).candidateGroups)).toEqual(rows.map((l) => l.grup));
    const organisasi = readOrganisasi("bpmn/organisasi.json");
    expect(organisasi.grup.filter((g) => g.lane).map((g) => g.lane)).toEqual(
      elements.filter((e) => e.$type === "bpmn:Lane").map((e) => e.name),
    );
  });
});

describe("diagram and variables name the same things", () => {
  const builtIn = new Set(["sla", "execution", "null"]);
  const decisions = () =>
    sorted(Object.keys(variabel).filter((n) => n.startsWith("keputusan") || n.startsWith("sebab")));

  test("every name in an expression is a known process variable", () => {
    const expressions = [...xml.matchAll(/\$\{([^}]*)\}/g)].map((m) =>
      (m[1] ?? "").replaceAll("&#39;", "'").replace(/'[^']*'/g, ""),
    );
    const roots = expressions.flatMap((x) => [...x.matchAll(/(?<![.\w])[a-zA-Z]\w*/g)].map((m) => m[0]));
    expect(sorted(roots).filter((n) => !builtIn.has(n) && !(n in variabel))).toEqual([]);
  });

  test("every decision variable decides something, with values its schema knows", () => {
    const conditions = elements.flatMap((e) =>
      e.conditionExpression ? [text(ref(e, "conditionExpression"), "body")] : [],
    );
    const parsed = conditions.map((c) => /^\$\{(\w+) == '(\w+)'\}$/.exec(c) ?? [c]);
    expect(sorted(parsed.map((m) => m[1] ?? m[0] ?? ""))).toEqual(decisions());
    for (const [, name, value] of parsed) {
      expect([name, variabel[name as keyof typeof variabel].safeParse(value).success]).toEqual([name, true]);
    }
  });
});

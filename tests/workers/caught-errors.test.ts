import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { createEngine } from "../../src/engine/client.js";
import { type ModdleElement, readElements } from "../../src/sop/moddle.js";
import { createCatches, isCaught } from "../../workers/caught-errors.js";
import { topics } from "../../workers/registry.js";
import { engineRefusal } from "../../workers/runtime/engine-answer.js";

const xml = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
const diagram = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">
  <bpmn:error id="galat-a" errorCode="A" /><bpmn:error id="galat-b" errorCode="B" /><bpmn:error id="galat-semua" />
  <bpmn:process id="p" isExecutable="true">${inside}</bpmn:process>
</bpmn:definitions>`;
const boundary = (on: string, error: string) =>
  `<bpmn:boundaryEvent id="tangkap-${on}" attachedToRef="${on}"><bpmn:errorEventDefinition id="def-${on}" ${error} /></bpmn:boundaryEvent>`;
const task = '<bpmn:serviceTask id="langkah" />';
const subProcess = (inside: string) => `<bpmn:subProcess id="bagian">${inside}</bpmn:subProcess>`;
const eventSubProcess = (error: string, inside = "") =>
  `<bpmn:subProcess id="penampung" triggeredByEvent="true"><bpmn:startEvent id="mulai"><bpmn:errorEventDefinition id="def-mulai" ${error} /></bpmn:startEvent>${inside}</bpmn:subProcess>`;
const A = 'errorRef="galat-a"';

describe("what an activity catches", () => {
  test.each([
    ["nothing, where nothing is drawn", task, false],
    ["the error of its own boundary event", task + boundary("langkah", A), true],
    ["not the error of another code", task + boundary("langkah", 'errorRef="galat-b"'), false],
    ["every error, by an event without an error", task + boundary("langkah", ""), true],
    ["every error, by an error without a code", task + boundary("langkah", 'errorRef="galat-semua"'), true],
    ["not what another activity catches", `${task}<bpmn:task id="lain" />${boundary("lain", A)}`, false],
    ["the error of the sub-process around it", subProcess(task) + boundary("bagian", A), true],
    ["the error of an event sub-process beside it", task + eventSubProcess(A), true],
    ["the error of an event sub-process further out", subProcess(task) + eventSubProcess(A), true],
    ["not the one of an event sub-process in another scope", task + subProcess(eventSubProcess(A)), false],
    ["not its own event sub-process, when it stands in it", eventSubProcess(A, task), false],
  ])("is %s", async (_what, inside, caught) => {
    expect(isCaught(await readElements(diagram(inside)), "langkah", "A")).toBe(caught);
  });

  describe("in the product's diagram", () => {
    let elements: ModdleElement[];
    beforeAll(async () => {
      elements = await readElements(xml);
    });
    test.each(topics.flatMap(({ topic, errorCodes }) => errorCodes.map((code) => [topic, code] as const)))(
      "covers %s raising %s",
      (topic, code) => {
        const activities = elements.filter((element) => element.topic === topic);
        expect(activities.map(({ id }) => isCaught(elements, id ?? "", code))).toEqual(activities.map(() => true));
        expect(activities.length).toBeGreaterThan(0);
      },
    );
    test("knows no other code", () => expect(isCaught(elements, "spse-reset-password", "LAIN")).toBe(false));
  });
});

describe("the deployed diagram", () => {
  function engineWith(answers: (() => Response)[], callers: object[] = [], calls: object[] = []) {
    const asked: string[] = [];
    const engine = createEngine({
      url: "http://engine",
      user: "layanan-workers",
      password: "rahasia",
      fetch: async (input) => {
        const { pathname } = new URL(String(input));
        if (pathname === "/engine-rest/process-instance") return Response.json(callers.splice(0));
        if (pathname === "/engine-rest/history/activity-instance") return Response.json(calls);
        asked.push(pathname);
        return (answers.length > 1 ? answers.shift() : answers[0])?.() ?? Response.error();
      },
    });
    return { catches: createCatches(engine, 5_000), asked };
  }
  const with_ = (bpmn20Xml: string) => () => Response.json({ bpmn20Xml });
  const where = { instans: "i-1", definisi: "uji:1:abc", aktivitas: "langkah" };

  test("is asked for once per definition, and a changed one is another definition", async () => {
    const { catches, asked } = engineWith([with_(diagram(task + boundary("langkah", A))), with_(diagram(task))]);
    expect(await Promise.all([catches(where, "A"), catches(where, "A"), catches(where, "B")])).toEqual([
      true,
      true,
      false,
    ]);
    expect(await catches({ ...where, definisi: "uji:2:def" }, "A")).toBe(false);
    expect(asked.map((path) => decodeURIComponent(path))).toEqual([
      "/engine-rest/process-definition/uji:1:abc/xml",
      "/engine-rest/process-definition/uji:2:def/xml",
    ]);
  });

  test("is asked for again after a failure, which is told as what it is", async () => {
    const unwell = () => Response.json({ type: "X", message: "x" }, { status: 503 });
    const { catches } = engineWith([unwell, with_(diagram(task))]);
    const error = await catches(where, "A").catch((thrown: unknown) => thrown);
    expect(engineRefusal(error).kind).toBe("away");
    expect(await catches(where, "A")).toBe(false);
  });

  test("is not waited for any longer than one call may take: nobody answers then", async () => {
    const silent: typeof fetch = (_input, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason), { once: true }),
      );
    const engine = createEngine({ url: "http://engine", user: "layanan-workers", password: "rahasia", fetch: silent });
    const error = await createCatches(engine, 20)(where, "A").catch((thrown: unknown) => thrown);
    expect(engineRefusal(error)).toEqual({ kind: "away", reason: "TimeoutError" });
  });

  test("of a calling process counts too, at the call activity that waits for this instance", async () => {
    const call = { processDefinitionId: "luar:1:def", activityId: "panggil", calledProcessInstanceId: "i-1" };
    const other = { ...call, activityId: "langkah", calledProcessInstanceId: "i-9" };
    const outer = diagram(`<bpmn:callActivity id="panggil" />${task}${boundary("panggil", A)}`);
    const answers = [with_(diagram(task)), with_(outer)];
    const { catches } = engineWith(answers, [{ id: "i-0" }], [other, call]);
    expect(await catches(where, "A")).toBe(true);
    const { catches: uncaught } = engineWith([with_(diagram(task)), with_(outer)], [{ id: "i-0" }], [call]);
    expect(await uncaught(where, "B")).toBe(false);
  });

  test("that cannot be read is a matter for a person, not for another attempt", async () => {
    const { catches } = engineWith([with_("<no diagram>")]);
    const error = await catches(where, "A").catch((thrown: unknown) => thrown);
    expect(engineRefusal(error)).toMatchObject({ kind: "refused", reason: expect.stringContaining("uji:1:abc") });
  });
});

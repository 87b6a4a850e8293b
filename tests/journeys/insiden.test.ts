/** On the real engine: what the runtime makes an incident, and what the engine would have made of it. */
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { pino } from "pino";
import { Registry } from "prom-client";
import { z } from "zod";
import { tunggu } from "../../scripts/tunggu.js";
import { nothing } from "../../src/engine/client.js";
import { createCatches } from "../../workers/caught-errors.js";
import { BpmnError, defineTopic, type Topic } from "../../workers/runtime/index.js";
import { createRuntime, type Runtime } from "../../workers/runtime/runtime.js";
import { adminEngine, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const admin = adminEngine();
const KEY = "uji-insiden";
const Ids = z.object({ id: z.string() });
const Incidents = z.array(z.object({ incidentType: z.string(), incidentMessage: z.string().nullable() }));
const History = z.object({ state: z.string() });

const diagram = (topic: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="uji">
<bpmn:process id="${KEY}-${topic}" isExecutable="true" camunda:historyTimeToLive="P1D"><bpmn:startEvent id="mulai"/>
<bpmn:sequenceFlow id="a" sourceRef="mulai" targetRef="langkah"/><bpmn:serviceTask id="langkah" camunda:type="external" camunda:topic="${KEY}-${topic}"/>
<bpmn:sequenceFlow id="b" sourceRef="langkah" targetRef="selesai"/><bpmn:endEvent id="selesai"/></bpmn:process></bpmn:definitions>`;

const topicOf = (name: string, handle: () => Promise<Record<string, unknown>>): Topic<object> =>
  defineTopic({
    topic: `${KEY}-${name}`,
    input: z.object({}),
    output: z.looseObject({}),
    errorCodes: ["TIDAK_DITANGKAP"],
    retry: { retries: 3, baseDelayMs: 10, maxDelayMs: 10, maxWaitMs: 10 },
    handle,
  });
const raise = async () => Promise.reject(new BpmnError("TIDAK_DITANGKAP", "Tidak ada."));

const topics = [
  topicOf("galat", raise),
  topicOf("terlalu-panjang", async () => ({ teks: "x".repeat(4_001) })),
  topicOf("tak-tersimpan", async () => ({ teks: "a\u0000b" })),
];
let deployment = "";
let runtime: Runtime;

beforeAll(async () => {
  const body = new FormData();
  body.append("deployment-name", KEY);
  for (const name of ["galat", "terlalu-panjang", "tak-tersimpan"])
    body.append(name, new Blob([diagram(name)]), `${name}.bpmn`);
  deployment = (await admin.call("POST", "/deployment/create", { body, schema: Ids })).id;
  const login = { user: "admin", password: secrets.ENGINE_ADMIN_PASSWORD };
  runtime = createRuntime(
    { topics, deps: {}, logger: pino({ enabled: false }), registry: new Registry(), catches: createCatches(admin) },
    { engineUrl: addresses.engine, ...login },
  );
  runtime.start();
});
afterAll(async () => {
  await runtime.stop(1_000);
  await admin.call("DELETE", `/deployment/${deployment}`, { query: { cascade: true }, schema: nothing });
});

test.each([
  ["an error that the activity does not catch", "galat", /tidak menangkap galat TIDAK_DITANGKAP/],
  ["a value too long for its column", "terlalu-panjang", /refused the outcome complete/],
  ["a value that the database does not take, whatever the engine calls it", "tak-tersimpan", /refused the outcome/],
])("%s becomes an incident, and the instance stays where it was", async (_what, name, message) => {
  const { id } = await admin.call("POST", `/process-definition/key/${KEY}-${name}/start`, { body: {}, schema: Ids });
  const query = { processInstanceId: id };
  const incident = await tunggu("an incident", async () => {
    const [first] = await admin.call("GET", "/incident", { query, schema: Incidents });
    return first;
  });
  expect(incident).toEqual({ incidentType: "failedExternalTask", incidentMessage: expect.stringMatching(message) });
  const { state } = await admin.call("GET", `/history/process-instance/${id}`, { schema: History });
  expect(state).toBe("ACTIVE");
});

/** A timer or a step after an asynchronous end is a job of the engine: it does not stay locked for an engine that died. */
import { expect, test } from "@jest/globals";
import pg from "pg";
import { z } from "zod";
import { openEngine } from "../../scripts/soak/engine.js";
import { tunggu } from "../../scripts/tunggu.js";
import { nothing } from "../../src/engine/client.js";
import { at, control } from "./setup/system.js";

const KEY = "uji-job";
const BPMN = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="uji">
  <process id="${KEY}" isExecutable="true" camunda:historyTimeToLive="P1D">
    <startEvent id="mulai" />
    <sequenceFlow id="alur" sourceRef="mulai" targetRef="selesai" />
    <endEvent id="selesai" camunda:asyncBefore="true" />
  </process>
</definitions>`;

const Id = z.object({ id: z.string() });
const engine = openEngine(at);
const suspendJobs = (suspended: boolean) =>
  engine.call("PUT", "/job-definition/suspended", {
    body: { processDefinitionKey: KEY, includeJobs: true, suspended },
    schema: nothing,
  });

test("a job under way when the engine is killed is done by the next engine within a minute", async () => {
  const form = new FormData();
  form.append("deployment-name", KEY);
  form.append(`${KEY}.bpmn`, new Blob([BPMN]), `${KEY}.bpmn`);
  const deployment = await engine.call("POST", "/deployment/create", { body: form, schema: Id });
  await suspendJobs(true);
  const start = { body: {}, schema: Id };
  const { id } = await engine.call("POST", `/process-definition/key/${KEY}/start`, start);

  const database = new pg.Client({ connectionString: at.addresses.engineDatabase });
  await database.connect();
  try {
    // The job cannot end while this row is held.
    await database.query("begin");
    await database.query("select 1 from act_ru_execution where proc_inst_id_ = $1 for update", [id]);
    await suspendJobs(false);
    await tunggu("the engine holding the job", async () => {
      const { rows } = await database.query("select lock_owner_ from act_ru_job where process_instance_id_ = $1", [id]);
      return rows[0]?.lock_owner_ ?? undefined;
    });
    await control.kill("engine", "SIGKILL");
  } finally {
    await database.end();
  }
  await control.start("engine");

  const state = await tunggu("the end of the process", async () => {
    const instance = { schema: z.object({ state: z.string() }) };
    const { state } = await engine.call("GET", `/history/process-instance/${id}`, instance);
    return state === "ACTIVE" ? undefined : state;
  });
  expect(state).toBe("COMPLETED");
  await engine.call("DELETE", `/deployment/${deployment.id}`, { query: { cascade: true }, schema: nothing });
});

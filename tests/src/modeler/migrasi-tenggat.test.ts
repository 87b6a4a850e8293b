/** Due dates after a migration, on an engine that answers what a real one was seen to answer. */
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { pino } from "pino";
import { muatKalender } from "../../../src/calendar/load.js";
import type { Engine } from "../../../src/engine/client.js";
import type { MesinModeler } from "../../../src/modeler/mesin-modeler.js";
import { hitungUlangTenggat } from "../../../src/modeler/migrasi-tenggat.js";

const xml = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");

/** Answers by method and path; notes what was written. */
function mesinPalsu(jawaban: Readonly<Record<string, unknown>>) {
  const tulisan: string[] = [];
  const engine: Engine = {
    async call(method, path, { schema }) {
      const kunci = `${method} ${path}`;
      if (!(kunci in jawaban)) tulisan.push(kunci);
      return schema.parse(jawaban[kunci] ?? null);
    },
    text: () => Promise.reject(new Error("nobody asks for a text here")),
  };
  return { engine, tulisan };
}

test("a request whose execution stands between two activities does not keep the others from their due dates", async () => {
  const { engine, tulisan } = mesinPalsu({
    "POST /variable-instance": [
      { executionId: "antara", activityInstanceId: null },
      { executionId: "langkah", activityInstanceId: "kejadian" },
    ],
    "GET /variable-instance": [
      { name: "tenggat", value: null, activityInstanceId: "kejadian", processInstanceId: "instans" },
    ],
    "GET /history/activity-instance": [
      { activityId: "verifikasi-permohonan", startTime: "2026-11-23T09:00:00.000+0700", endTime: null },
    ],
    "GET /task": [],
    "GET /job": [{ id: "timer" }],
  });
  const kalender = await muatKalender("bpmn/kalender");
  const mesin: Pick<MesinModeler, "satu" | "xml"> = {
    satu: async (id) => ({
      id,
      key: "reset-password-spse",
      name: null,
      version: 2,
      versionTag: null,
      deploymentId: "d2",
    }),
    xml: async () => xml,
  };
  const deps = { engine, mesin: mesin as MesinModeler, kalender, logger: pino({ level: "silent" }) };
  expect(await hitungUlangTenggat(deps, "baru", ["instans"])).toBe(1);
  expect(tulisan).toEqual(["POST /execution/langkah/localVariables", "POST /job/timer/duedate/recalculate"]);
});

import { describe, expect, jest, test } from "@jest/globals";
import type { TaskService } from "camunda-external-task-client-js";
import { EngineError } from "../../../src/engine/client.js";
import type { Outcome } from "../../../workers/runtime/outcome.js";
import { type ReportContext, report } from "../../../workers/runtime/report.js";
import { fakeLogger } from "../kit.js";

const conflict = new EngineError(500, "OptimisticLockingException", "Entity was updated by another transaction");
const gone = new EngineError(404, "RestException", "External task with id t does not exist");
const stolen = new EngineError(
  400,
  "RestException",
  "External Task t cannot be completed by worker 'a'. It is locked by worker 'b'.",
);
const refused = new EngineError(500, "ProcessEngineException", "Unknown property used in expression");
const notWritten = (code: number) =>
  new EngineError(500, "ProcessEnginePersistenceException", "An exception occurred in the persistence layer", code);
const away = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });

const complete: Outcome = { kind: "complete", variables: { hasil: { status: "direset" }, kosong: undefined } };

function reporting(change: Partial<ReportContext> = {}) {
  const taskService = {
    complete: jest.fn<TaskService["complete"]>(async () => {}),
    handleFailure: jest.fn<TaskService["handleFailure"]>(async () => {}),
    handleBpmnError: jest.fn<TaskService["handleBpmnError"]>(async () => {}),
    extendLock: jest.fn<TaskService["extendLock"]>(async () => {}),
    unlock: jest.fn<TaskService["unlock"]>(async () => {}),
  };
  const { logger, teks } = fakeLogger();
  const pauses: number[] = [];
  const repeated = jest.fn();
  const to: ReportContext = {
    task: {} as ReportContext["task"],
    info: { instans: "instans-1", definisi: "uji:1", aktivitas: "langkah" },
    catches: async () => true,
    lockMs: 8_000,
    metrics: { repeated },
    taskService,
    topic: { topic: "uji" },
    correlationId: "korelasi-1",
    logger,
    hardStop: new AbortController().signal,
    isNewest: () => true,
    random: () => 0.5,
    sleep: async (ms) => void pauses.push(ms),
    ...change,
  };
  return { to, taskService, pauses, repeated, log: teks };
}

describe("reporting an outcome", () => {
  test("completes with the output as typed variables and leaves undefined ones out", async () => {
    const { to, taskService } = reporting();
    expect(await report(complete, to)).toBe("delivered");
    const variables = taskService.complete.mock.calls[0]?.[1];
    expect(variables?.getAllTyped()).toEqual({
      hasil: { type: "json", value: { status: "direset" }, valueInfo: {} },
    });
  });

  test("stops telling an engine that was away once a newer attempt of this process has the task", async () => {
    const { to, taskService } = reporting({ isNewest: () => false });
    taskService.complete.mockRejectedValueOnce(away);
    expect(await report(complete, to)).toBe("superseded");
    expect(taskService.complete).toHaveBeenCalledTimes(1);
  });

  test("asks again at once after an optimistic-locking conflict: the result is not lost", async () => {
    const { to, taskService, pauses } = reporting();
    for (let i = 0; i < 4; i++) taskService.complete.mockRejectedValueOnce(conflict);
    expect(await report(complete, to)).toBe("delivered");
    expect(taskService.complete).toHaveBeenCalledTimes(5);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(100);
    expect(taskService.handleFailure).not.toHaveBeenCalled();
  });

  test("stays at it while the engine is away, with growing pauses", async () => {
    const { to, taskService, pauses } = reporting();
    for (let i = 0; i < 8; i++) taskService.complete.mockRejectedValueOnce(away);
    expect(await report(complete, to)).toBe("delivered");
    expect(pauses).toEqual([50, 100, 200, 400, 800, 1_600, 2_500, 2_500]);
  });

  test("counts each repetition, and tells an administrator after the twentieth", async () => {
    const { to, taskService, repeated, log } = reporting();
    for (let i = 0; i < 20; i++) taskService.complete.mockRejectedValueOnce(away);
    expect(await report(complete, to)).toBe("delivered");
    expect(repeated.mock.calls).toEqual(Array(20).fill(["uji"]));
    const told = log()
      .split("\n")
      .filter((line) => line.includes('"level":40'));
    expect(told).toEqual([expect.stringContaining("ECONNREFUSED")]);
  });

  test("makes a value that fits in no column an incident at once", async () => {
    const { to, taskService } = reporting();
    taskService.complete.mockRejectedValueOnce(notWritten(10_002));
    expect(await report(complete, to)).toBe("asIncident");
    expect(taskService.complete).toHaveBeenCalledTimes(1);
  });

  test("makes an outcome an incident that the database will not have while it takes everything else", async () => {
    const { to, taskService } = reporting();
    taskService.complete.mockRejectedValue(notWritten(0));
    expect(await report(complete, to)).toBe("asIncident");
    expect(taskService.extendLock.mock.calls.length).toBeGreaterThan(2);
  });

  test.each([
    ["the engine's exception", () => notWritten(0)],
    ["Spring's exception", () => new EngineError(500, "DataAccessResourceFailureException", "JDBC rollback")],
  ])("keeps a result through an outage of the engine's database that is told by %s", async (_by, outage) => {
    const { to, taskService } = reporting();
    for (let i = 0; i < 30; i++) taskService.complete.mockRejectedValueOnce(outage());
    let asked = 0;
    taskService.extendLock.mockImplementation(async () => {
      // Now and then the database takes a write in between.
      if (++asked % 3 > 0) throw outage();
    });
    expect(await report(complete, to)).toBe("delivered");
    expect(taskService.handleFailure).not.toHaveBeenCalled();
  });

  test("is not misled by what answers 404 before the engine does", async () => {
    const { to, taskService } = reporting();
    taskService.complete.mockRejectedValueOnce(new EngineError(404, "unknown", ""));
    expect(await report(complete, to)).toBe("delivered");
    expect(taskService.complete).toHaveBeenCalledTimes(2);
  });

  test("takes a task that is gone for one that an earlier, unanswered call has ended", async () => {
    const { to, taskService } = reporting();
    taskService.complete.mockRejectedValueOnce(away).mockRejectedValueOnce(gone);
    expect(await report(complete, to)).toBe("superseded");
    expect(taskService.handleFailure).not.toHaveBeenCalled();
  });

  test("leaves a task to the worker that holds its lock now", async () => {
    const { to, taskService } = reporting();
    taskService.complete.mockRejectedValueOnce(stolen);
    expect(await report(complete, to)).toBe("superseded");
    expect(taskService.complete).toHaveBeenCalledTimes(1);
  });

  test("makes a result that the engine refuses an incident, not an endless loop", async () => {
    const { to, taskService, log } = reporting();
    taskService.complete.mockRejectedValueOnce(refused);
    expect(await report(complete, to)).toBe("asIncident");
    expect(log()).toContain("the engine refused the outcome complete: 500 ProcessEngineException Unknown property");
    expect(taskService.handleFailure).toHaveBeenCalledWith(to.task, {
      errorMessage: expect.stringContaining("Unknown property used in expression"),
      errorDetails: expect.stringContaining("korelasi-1"),
      retries: 0,
      retryTimeout: 0,
    });
  });

  test("gives up when the process must end, and says so", async () => {
    const stop = new AbortController();
    const { to, taskService, log } = reporting({ hardStop: stop.signal, sleep: async () => stop.abort() });
    taskService.complete.mockRejectedValue(away);
    expect(await report(complete, to)).toBe("undelivered");
    expect(log()).toContain("the engine did not take the outcome");
  });

  test("never throws, not even when the engine refuses the incident too", async () => {
    const { to, taskService } = reporting();
    taskService.complete.mockRejectedValue(refused);
    taskService.handleFailure.mockRejectedValue(refused);
    expect(await report(complete, to)).toBe("undelivered");
  });

  test("tells each other kind of outcome by its own call", async () => {
    const { to, taskService } = reporting();
    await report({ kind: "bpmnError", code: "X", message: "Pesan." }, to);
    expect(taskService.handleBpmnError).toHaveBeenCalledWith(to.task, "X", "Pesan.");
    await report({ kind: "retry", message: "m".repeat(1_000), retries: 2, delayMs: 700 }, to);
    const retried = { errorMessage: "m".repeat(660), errorDetails: "", retries: 2, retryTimeout: 700 };
    expect(taskService.handleFailure).toHaveBeenCalledWith(to.task, retried);
    await report({ kind: "giveBack" }, to);
    expect(taskService.extendLock).toHaveBeenCalledWith(to.task, 1);
  });

  test("makes an error that the activity does not catch an incident: the engine would take it for a plain end", async () => {
    const { to, taskService, log } = reporting({ catches: async (_task, code) => code !== "X" });
    expect(await report({ kind: "bpmnError", code: "X", message: "Pesan." }, to)).toBe("asIncident");
    expect(taskService.handleBpmnError).not.toHaveBeenCalled();
    expect(taskService.handleFailure).toHaveBeenCalledWith(
      to.task,
      expect.objectContaining({
        retries: 0,
        errorMessage: expect.stringMatching(/kegiatan langkah tidak menangkap galat X pada diagram uji:1/),
        errorDetails: expect.stringContaining("Pesan"),
      }),
    );
    await report({ kind: "bpmnError", code: "Y", message: "Pesan." }, to);
    expect(taskService.handleBpmnError).toHaveBeenCalledWith(to.task, "Y", "Pesan.");
    expect(log()).toContain("the activity does not catch X");
    expect(log()).not.toContain("Pesan.");
  });

  test("waits for the diagram where the engine is away before it raises an error", async () => {
    let asked = 0;
    const catches = async () => {
      if (++asked < 3) throw away;
      return true;
    };
    const { to, taskService } = reporting({ catches });
    expect(await report({ kind: "bpmnError", code: "X", message: "Pesan." }, to)).toBe("delivered");
    expect(asked).toBe(3);
    expect(taskService.handleBpmnError).toHaveBeenCalledTimes(1);
  });

  test("frees a task by its holder's word alone: it may be another worker's by now", async () => {
    const { to, taskService } = reporting();
    taskService.extendLock.mockRejectedValueOnce(
      new EngineError(400, "RestException", "The lock of the External Task t cannot be extended by worker 'a'"),
    );
    expect(await report({ kind: "giveBack" }, to)).toBe("superseded");
    expect(taskService.unlock).not.toHaveBeenCalled();
  });

  test("does not take a defect of ours for an engine that is away", async () => {
    const { to, taskService } = reporting();
    taskService.complete.mockRejectedValueOnce(new TypeError("x is undefined"));
    expect(await report(complete, to)).toBe("asIncident");
    expect(taskService.handleFailure).toHaveBeenCalledTimes(1);
  });

  test("says nothing at all of a task whose lock was lost", async () => {
    const { to, taskService } = reporting();
    expect(await report({ kind: "abandoned" }, to)).toBe("superseded");
    for (const call of Object.values(taskService)) expect(call).not.toHaveBeenCalled();
  });
});

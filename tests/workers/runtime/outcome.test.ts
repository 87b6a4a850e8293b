import { describe, expect, test } from "@jest/globals";
import { decide, type FailedAttempt } from "../../../workers/runtime/outcome.js";

const retry = { retries: 3, baseDelayMs: 1_000, maxDelayMs: 3_000, maxWaitMs: 60_000 };
const attempt = (change: Partial<FailedAttempt> = {}): FailedAttempt => ({
  topic: { topic: "uji", errorCodes: ["TIDAK_ADA"], retry },
  retries: null,
  correlationId: "korelasi-1",
  random: () => 0.999,
  ...change,
});
const unavailable = { kind: "unavailable", reason: "no reply" } as const;
const fallback = { code: "TIDAK_ADA", message: "Kerjakan secara manual." };

describe("a service that is away", () => {
  test("is tried again as often as the topic says, with growing pauses up to the longest", () => {
    const first = decide(unavailable, attempt());
    expect(first).toEqual({ kind: "retry", message: "no reply", retries: 3, delayMs: 999 });
    expect(decide(unavailable, attempt({ retries: 3 }))).toMatchObject({ retries: 2, delayMs: 1998 });
    expect(decide(unavailable, attempt({ retries: 2 }))).toMatchObject({ retries: 1, delayMs: 2997 });
  });

  test("is spread over the whole pause, so that a thousand tasks do not come back together", () => {
    expect(decide(unavailable, attempt({ random: () => 0 }))).toMatchObject({ delayMs: 0 });
  });

  test("is not asked before the time it has named", () => {
    const failure = { ...unavailable, retryAfterMs: 45_000 };
    expect(decide(failure, attempt())).toMatchObject({ kind: "retry", delayMs: 45_000 });
  });

  test("ends in the topic's way out when the last attempt has failed", () => {
    const last = attempt({ retries: 1, topic: { ...attempt().topic, fallback } });
    expect(decide(unavailable, last)).toEqual({ kind: "bpmnError", ...fallback });
  });

  test("ends in the way out at once when it asks for a longer wait than anybody has", () => {
    const failure = { ...unavailable, retryAfterMs: 60_001 };
    const withFallback = attempt({ topic: { ...attempt().topic, fallback } });
    expect(decide(failure, withFallback)).toMatchObject({ kind: "bpmnError" });
  });

  test("becomes an incident after the last attempt where the diagram has no way out", () => {
    expect(decide(unavailable, attempt({ retries: 1 }))).toMatchObject({ kind: "incident" });
  });

  test("is tried once more when an administrator has raised the retries of an incident", () => {
    expect(decide(unavailable, attempt({ retries: 2 }))).toMatchObject({ kind: "retry", retries: 1 });
  });
});

describe("a task that a breaker held back", () => {
  const heldBack = (heldBackMs: number) => ({ ...unavailable, retryAfterMs: 800, heldBackMs });
  const patience = 1_000 + 2_000 + 3_000;
  const withWayOut = { ...attempt().topic, fallback };

  test("waits for the next probe without losing an attempt", () => {
    const postponed = { kind: "postponed", message: "no reply", delayMs: 800 };
    expect(decide(heldBack(10), attempt())).toEqual({ ...postponed, retries: 4 });
    expect(decide(heldBack(10), attempt({ retries: 1 }))).toEqual({ ...postponed, retries: 1 });
  });

  test("takes the way out once its service has been away for as long as all its retries would have taken", () => {
    expect(decide(heldBack(patience - 1), attempt({ topic: withWayOut }))).toMatchObject({ kind: "postponed" });
    expect(decide(heldBack(patience), attempt({ topic: withWayOut }))).toEqual({ kind: "bpmnError", ...fallback });
  });

  test("waits on where the diagram has no way out", () => {
    expect(decide(heldBack(86_400_000), attempt())).toMatchObject({ kind: "postponed" });
  });
});

describe("an answer of business", () => {
  test("is raised as the BPMN error it is", () => {
    const failure = { kind: "business", code: "TIDAK_ADA", message: "NIP tidak dikenal." } as const;
    expect(decide(failure, attempt())).toEqual({
      kind: "bpmnError",
      code: "TIDAK_ADA",
      message: "NIP tidak dikenal.",
    });
  });

  test("becomes an incident where the topic does not declare it: uncaught it would end the step without a word", () => {
    const failure = { kind: "business", code: "LAIN", message: "x" } as const;
    const outcome = decide(failure, attempt());
    expect(outcome).toMatchObject({ kind: "incident", message: expect.stringContaining("LAIN") });
  });
});

describe("a refusal that the handler did not understand", () => {
  test("takes the way out, or else becomes an incident, but is never tried again", () => {
    const failure = { kind: "rejected", reason: "refused X" } as const;
    expect(decide(failure, attempt({ topic: { ...attempt().topic, fallback } }))).toMatchObject({
      kind: "bpmnError",
    });
    expect(decide(failure, attempt())).toMatchObject({ kind: "incident" });
  });
});

describe("a defect", () => {
  test("becomes an incident at once, with what an administrator needs", () => {
    const failure = {
      kind: "broken",
      reason: "TypeError: x is undefined",
      frames: "    at here (file.ts:1:1)",
    } as const;
    expect(decide(failure, attempt())).toEqual({
      kind: "incident",
      message: expect.stringMatching(
        /tekan “Coba ulang” di Cockpit\. Keterangan teknis: uji: TypeError: x is undefined$/,
      ),
      details: expect.stringMatching(/correlation id: korelasi-1[\s\S]*at here/),
    });
  });
});

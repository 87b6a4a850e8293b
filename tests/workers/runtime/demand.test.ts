import { describe, expect, test } from "@jest/globals";
import { patienceMs } from "../../../workers/runtime/backoff.js";
import { type BreakerView, type DemandTopic, demand, type Situation } from "../../../workers/runtime/demand.js";

const retry = { retries: 3, baseDelayMs: 1_000, maxDelayMs: 3_000, maxWaitMs: 60_000 };
const fallback = { code: "SPSE_TIDAK_TERSEDIA", message: "Lakukan secara manual." };
const spse: DemandTopic = { topic: "spse", adapter: "spse", concurrency: 4, retry, fallback };
const pesan: DemandTopic = { topic: "pesan", adapter: "epesan", retry, fallback };
const eskalasi: DemandTopic = { topic: "eskalasi", adapter: "epesan", retry };
const surat: DemandTopic = { topic: "surat", retry };

const breaker = (state: ReturnType<BreakerView["state"]>, awayMs = 0, waitMs = 0): BreakerView => ({
  state: () => state,
  awayMs: () => awayMs,
  waitMs: () => waitMs,
});
const ask = (change: Partial<Omit<Situation, "inFlight">> & { inFlight?: Record<string, number> } = {}) => {
  const { inFlight = {}, ...rest } = change;
  const busy = Object.values(inFlight).reduce((sum, one) => sum + one, 0);
  const fullForMs = Number.POSITIVE_INFINITY;
  const now = { topics: [spse, pesan, surat], breakers: {}, busy, maxTasks: 32, longPollMs: 1_500, fullForMs, ...rest };
  const { topics, ...others } = demand({ ...now, inFlight: (topic) => inFlight[topic] ?? 0 });
  return { topics: [...topics], ...others };
};

describe("what a poll asks for", () => {
  test("is every topic, held long, and no more than the smallest room", () => {
    expect(ask()).toEqual({ topics: ["spse", "pesan", "surat"], maxTasks: 4, holdMs: 1_500 });
    expect(ask({ inFlight: { spse: 3 } })).toMatchObject({ maxTasks: 1 });
  });

  test("leaves a topic out that has no room, and comes back for it soon", () => {
    expect(ask({ inFlight: { spse: 4 } })).toEqual({ topics: ["pesan", "surat"], maxTasks: 28, holdMs: 50 });
  });

  test("leaves out what depends on a service that is away, until the next probe is due", () => {
    expect(ask({ breakers: { spse: breaker("open", 2_000, 700) } })).toEqual({
      topics: ["pesan", "surat"],
      maxTasks: 32,
      holdMs: 700,
    });
  });

  test("is a single task where a probe is due, and none while it is under way", () => {
    const breakers = { spse: breaker("half-open", 2_000) };
    expect(ask({ breakers })).toMatchObject({ topics: ["spse", "pesan", "surat"], maxTasks: 1 });
    expect(ask({ breakers, inFlight: { spse: 1 } })).toMatchObject({ topics: ["pesan", "surat"] });
  });

  test("is one probe for all topics of the same service together", () => {
    const topics = [pesan, eskalasi, surat];
    const breakers = { epesan: breaker("half-open", 2_000) };
    expect(ask({ topics, breakers, inFlight: { eskalasi: 1 } })).toMatchObject({ topics: ["surat"] });
  });

  test("takes up a topic with a way out again once its patience is over, but not one without", () => {
    const topics = [pesan, eskalasi];
    const patience = patienceMs(retry);
    expect(patience).toBe(1_000 + 2_000 + 3_000);
    const at = (awayMs: number) => ask({ topics, breakers: { epesan: breaker("open", awayMs, 30_000) } });
    expect(at(patience - 200)).toMatchObject({ topics: [], maxTasks: 0, holdMs: 200 });
    expect(at(patience)).toMatchObject({ topics: ["pesan"], maxTasks: 32 });
  });

  test("leaves all others waiting while the one probe is due or under way, however impatient they are", () => {
    const breakers = { epesan: breaker("half-open", 10 * patienceMs(retry)) };
    expect(ask({ topics: [pesan], breakers })).toMatchObject({ topics: ["pesan"], maxTasks: 1 });
    expect(ask({ topics: [pesan], breakers, inFlight: { pesan: 1 } })).toMatchObject({ maxTasks: 0 });
  });

  test("is nothing at all where no topic has room", () => {
    expect(ask({ topics: [spse], inFlight: { spse: 4 } })).toMatchObject({ topics: [], maxTasks: 0 });
  });

  describe("after one that brought all it had asked for", () => {
    test("is nothing until half the slots are free: every poll costs the engine as much as several tasks", () => {
      expect(ask({ fullForMs: 20, inFlight: { surat: 17 } })).toMatchObject({ maxTasks: 0 });
      expect(ask({ fullForMs: 20, topics: [surat], inFlight: { surat: 16 } })).toMatchObject({ maxTasks: 16 });
    });

    test("leaves out a topic whose little room would make the poll a small one", () => {
      const wide: DemandTopic = { ...spse, concurrency: 16 };
      const at = (inFlight: number) => ask({ fullForMs: 20, topics: [wide, surat], inFlight: { spse: inFlight } });
      expect(at(13)).toEqual({ topics: ["surat"], maxTasks: 19, holdMs: 50 });
      expect(at(12)).toMatchObject({ topics: ["spse", "surat"], maxTasks: 4 });
    });

    test("waits for that no longer than a tenth of a second, however slow the handlers are", () => {
      expect(ask({ fullForMs: 100, inFlight: { surat: 31 } })).toMatchObject({ maxTasks: 1 });
    });
  });
});

import { describe, expect, test } from "@jest/globals";
import { patienceMs } from "../../../workers/runtime/backoff.js";
import {
  type BreakerView,
  createAppetite,
  type DemandTopic,
  demand,
  type Situation,
} from "../../../workers/runtime/demand.js";

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
  const usual = { breakers: {}, busy, maxTasks: 32, longPollMs: 1_500, fullForMs, leftOutForMs: 0 };
  const now = { topics: [spse, pesan, surat], ...usual, ...rest };
  const { topics, share: _, ...others } = demand({ ...now, inFlight: (topic) => inFlight[topic] ?? 0 });
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

    test("leaves out a due probe, which is a poll for one task, but has it alone and briefly every half second", () => {
      const at = (leftOutForMs: number) =>
        ask({ fullForMs: 20, leftOutForMs, breakers: { spse: breaker("half-open", 2_000) } });
      expect(at(499)).toEqual({ topics: ["pesan", "surat"], maxTasks: 32, holdMs: 50 });
      expect(at(500)).toEqual({ topics: ["spse"], maxTasks: 1, holdMs: 10 });
    });

    test("waits for that no longer than a tenth of a second, however slow the handlers are", () => {
      expect(ask({ fullForMs: 100, inFlight: { surat: 31 } })).toMatchObject({ maxTasks: 1 });
    });
  });
});

describe("where one topic has more tasks than can ever be done", () => {
  const TURN_MS = 20;
  const TURNS = 1_000;

  /** `surat` always has more; polls that name `spse` find nothing, the worst case. The turns at which each was named. */
  function play(situation: { breakers?: Situation["breakers"]; hanging?: number }) {
    let at = 0;
    const inFlight = (topic: string) => (topic === "spse" ? (situation.hanging ?? 0) : 0);
    const wide: DemandTopic = { ...spse, concurrency: 16 };
    const limits = { topics: [wide, surat], breakers: situation.breakers ?? {}, maxTasks: 64, longPollMs: 1_500 };
    const appetite = createAppetite(
      () => ({ ...limits, inFlight, busy: situation.hanging ?? 0 }),
      () => at,
    );
    const named: number[] = [];
    let brought = 0;
    let polls = 0;
    for (let turn = 0; turn < TURNS; turn++, at += TURN_MS) {
      const asked = appetite.next();
      if (asked.maxTasks === 0) continue;
      const tasks = asked.topics.has("surat") ? asked.maxTasks : 0;
      appetite.answered(asked, tasks);
      if (asked.topics.has("spse")) named.push(at);
      brought += tasks;
      polls++;
    }
    const gaps = named.map((one, i) => one - (named[i - 1] ?? 0));
    return { perPoll: brought / polls, longestGapMs: Math.max(...gaps, at - (named.at(-1) ?? 0)) };
  }

  test.each([
    ["whose service has a probe due", { breakers: { spse: breaker("half-open", 2_000) } }],
    ["that has little room left", { hanging: 13 }],
  ])("another %s is asked for at least every half second, and the polls stay large", (_, situation) => {
    const { perPoll, longestGapMs } = play(situation);
    expect(longestGapMs).toBeLessThanOrEqual(500 + TURN_MS);
    expect(perPoll).toBeGreaterThan(45);
  });
});

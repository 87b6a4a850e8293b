import { beforeEach, describe, expect, test } from "@jest/globals";
import { type Breaker, createAdapters, createBreaker, type Fetch } from "../../../workers/adapters/index.js";
import { failureOf } from "./support/recorded.js";

let now = 0;
let changes: string[] = [];
beforeEach(() => {
  now = 1_000;
  changes = [];
});
const make = () =>
  createBreaker(
    { failures: 3, openMs: 1_000, maxOpenMs: 4_000 },
    () => now,
    (state) => void changes.push(state),
  );

/** One call through the breaker; answers whether it went out. */
function call(breaker: Breaker, kind: "answered" | "failed" | "calledOff", retryAfterMs?: number): boolean {
  const pass = breaker.enter();
  if (!("settle" in pass)) return false;
  pass.settle(kind === "failed" ? { kind, retryAfterMs } : { kind });
  return true;
}
const fail = (breaker: Breaker, times: number) => {
  for (let i = 0; i < times; i++) call(breaker, "failed");
};

describe("a breaker", () => {
  test("opens after so many failures in a row, and says since when the service is away", () => {
    const breaker = make();
    fail(breaker, 2);
    expect(breaker.state()).toBe("closed");
    now += 500;
    fail(breaker, 1);
    expect([breaker.state(), breaker.waitMs(), breaker.awayMs()]).toEqual(["open", 1_000, 500]);
    expect(breaker.enter()).toEqual({ waitMs: 1_000 });
  });

  test("is not opened by failures with an answer between them", () => {
    const breaker = make();
    for (let i = 0; i < 5; i++) {
      fail(breaker, 2);
      call(breaker, "answered");
    }
    expect(breaker.state()).toBe("closed");
  });

  test("lets out one probe when its pause is over, and nothing beside it", () => {
    const breaker = make();
    fail(breaker, 3);
    now += 1_000;
    expect(breaker.state()).toBe("half-open");
    const probe = breaker.enter();
    expect("settle" in probe).toBe(true);
    for (let i = 0; i < 1_000; i++) expect("settle" in breaker.enter()).toBe(false);
  });

  test("doubles its pause with each failed probe, up to the longest", () => {
    const breaker = make();
    fail(breaker, 3);
    const pauses = [1, 2, 3, 4].map(() => {
      now += breaker.waitMs();
      fail(breaker, 1);
      return breaker.waitMs();
    });
    expect(pauses).toEqual([2_000, 4_000, 4_000, 4_000]);
    expect(breaker.awayMs()).toBe(1_000 + 2_000 + 4_000 + 4_000);
  });

  test("closes with the first answer, and counts from nothing again", () => {
    const breaker = make();
    fail(breaker, 3);
    now += 1_000;
    call(breaker, "answered");
    expect([breaker.state(), breaker.awayMs()]).toEqual(["closed", 0]);
    fail(breaker, 2);
    expect(breaker.state()).toBe("closed");
    expect(changes).toEqual(["open", "closed"]);
  });

  test("closes when a call that went out before it opened is answered after all", () => {
    const breaker = make();
    const slow = breaker.enter();
    fail(breaker, 3);
    if ("settle" in slow) slow.settle({ kind: "answered" });
    expect(breaker.state()).toBe("closed");
  });

  test("takes late failures of calls that went out before it opened for nothing new", () => {
    const breaker = make();
    const late = [1, 2, 3].map(() => breaker.enter());
    fail(breaker, 3);
    now += 900;
    for (const pass of late) if ("settle" in pass) pass.settle({ kind: "failed" });
    expect(breaker.waitMs()).toBe(100);
  });

  test("lets out another probe when the first was called off", () => {
    const breaker = make();
    fail(breaker, 3);
    now += 1_000;
    expect(call(breaker, "calledOff")).toBe(true);
    expect(call(breaker, "answered")).toBe(true);
  });

  test("waits as long as the service asks for, up to ten minutes", () => {
    const breaker = make();
    fail(breaker, 2);
    call(breaker, "failed", 9_000);
    expect(breaker.waitMs()).toBe(9_000);
    now += 9_000;
    call(breaker, "failed", 86_400_000);
    expect(breaker.waitMs()).toBe(600_000);
  });
});

describe("an adapter behind a breaker", () => {
  function adapters(fetch: Fetch) {
    const breakers = { spse: make(), epesan: make() };
    const service = { url: "http://bridge", timeoutMs: 1_000 };
    return { breakers, adapters: createAdapters({ spse: service, epesan: service, fetch, breakers }) };
  }
  const reply = (status: number, body = "") => ({ status, headers: { get: () => null }, text: async () => body });
  const akun = { nip: "198503152010011001" };

  test("asks a dead service a few times and then once per pause, not once for each of a thousand tasks", async () => {
    let asked = 0;
    const { adapters: a } = adapters(async () => {
      asked++;
      return reply(503);
    });
    for (let i = 0; i < 1_000; i++) await failureOf(a.spse.cariAkun(akun));
    expect(asked).toBe(3);
    now += 1_000;
    await Promise.all(Array.from({ length: 1_000 }, () => failureOf(a.spse.cariAkun(akun))));
    expect(asked).toBe(4);
  });

  test("tells who is held back how long to wait and how long the service has been away", async () => {
    const { adapters: a } = adapters(async () => reply(503));
    for (let i = 0; i < 3; i++) await failureOf(a.spse.cariAkun(akun));
    now += 400;
    await expect(a.spse.cariAkun(akun)).rejects.toMatchObject({
      kind: "unavailable",
      retryAfterMs: 600,
      heldBackMs: 400,
    });
  });

  test("leaves the other service alone", async () => {
    const { adapters: a, breakers } = adapters(async () => reply(503));
    for (let i = 0; i < 3; i++) await failureOf(a.spse.cariAkun(akun));
    expect([breakers.spse.state(), breakers.epesan.state()]).toEqual(["open", "closed"]);
  });

  test.each([
    ["a refusal", 422, '{"kode":"AKUN_TIDAK_DIKENAL"}'],
    ["garbage", 200, "<html>"],
  ])("takes %s for a sign of life", async (_what, status, body) => {
    const { adapters: a, breakers } = adapters(async () => reply(status, body));
    for (let i = 0; i < 5; i++) await failureOf(a.spse.cariAkun(akun));
    expect(breakers.spse.state()).toBe("closed");
  });

  test("does not count what the caller called off", async () => {
    const { adapters: a, breakers } = adapters((_url, { signal }) => Promise.reject(signal.reason ?? new Error("x")));
    for (let i = 0; i < 5; i++) await failureOf(a.spse.cariAkun(akun, AbortSignal.abort()));
    expect(breakers.spse.state()).toBe("closed");
  });
});

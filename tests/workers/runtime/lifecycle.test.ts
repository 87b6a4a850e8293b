import { describe, expect, test } from "@jest/globals";
import { createInFlight, type Lead } from "../../../workers/runtime/lifecycle.js";

function held() {
  const inFlight = createInFlight(() => undefined);
  const begin = (id: string) => {
    let end = () => {};
    let lead: Lead | undefined;
    const done = inFlight.run({ id, topic: "uji" }, (given) => {
      lead = given;
      return new Promise((resolve) => {
        end = resolve;
      });
    });
    if (lead === undefined) throw new Error("an attempt did not begin at once");
    const finish = () => {
      end();
      return done;
    };
    return { lead, end: finish };
  };
  return { inFlight, begin };
}

describe("an attempt under way", () => {
  test("is called off, as one whose lock is lost, when the engine hands its task to this process again", () => {
    const { begin } = held();
    const [older, other] = [begin("a"), begin("b")];
    const newer = begin("a");
    expect(older.lead.control.signal.reason).toMatchObject({ why: "lockLost" });
    expect([older, newer, other].map(({ lead }) => lead.isNewest())).toEqual([false, true, true]);
    expect([newer, other].map(({ lead }) => lead.control.signal.aborted)).toEqual([false, false]);
  });

  test("stays the newest when the older one ends", async () => {
    const { begin, inFlight } = held();
    const older = begin("a");
    const newer = begin("a");
    expect(inFlight.of("uji")).toBe(2);
    await older.end();
    expect(newer.lead.isNewest()).toBe(true);
    expect([inFlight.size(), inFlight.of("uji")]).toEqual([1, 1]);
    await newer.end();
    expect(newer.lead.isNewest()).toBe(false);
    expect([inFlight.size(), inFlight.of("uji")]).toEqual([0, 0]);
    expect(begin("a").lead.control.signal.aborted).toBe(false);
  });
});

/** A hand-over that is late is seen: polls that could have brought the task, and did not. */
import { describe, expect, test } from "@jest/globals";
import { handover } from "../../../scripts/soak/handover.js";
import type { Exchange } from "../../../scripts/soak/proxy.js";

const LOCK_END = 1_000;
const orphan = { id: "t1", topicName: "arsip-simpan" };
const task = { ...orphan, processInstanceId: "p1" };
const poll = (askedAt: number, asked: Partial<Required<Exchange>["poll"]> = {}): Exchange => ({
  method: "POST",
  path: "/engine-rest/external-task/fetchAndLock",
  askedAt,
  poll: { topics: ["arsip-simpan"], maxTasks: 2, tasks: [], ...asked },
});
const taking = poll(1_200, { tasks: [task] });
const missed = (...exchanges: Exchange[]) => handover(exchanges, orphan, LOCK_END).missed;

describe("a task whose worker died", () => {
  test("is handed on by the first poll after its lock", () => {
    expect(handover([poll(999), taking], orphan, LOCK_END)).toEqual({ taken: taking, missed: [] });
  });

  test("was missed by every poll with room for it before that", () => {
    expect(missed(poll(1_001), poll(1_100), taking, poll(1_300))).toEqual([poll(1_001), poll(1_100)]);
  });

  test("was missed by all polls where nobody ever took it", () => {
    expect(handover([poll(1_001)], orphan, LOCK_END)).toEqual({ taken: undefined, missed: [poll(1_001)] });
  });

  test("was missed by no poll for other topics, none that was full, and no other call", () => {
    const full = { tasks: ["a", "b"].map((id) => ({ ...task, id })) };
    const other = { method: "POST", path: "/engine-rest/external-task/t2/complete", askedAt: 1_001 };
    expect(missed(poll(1_001, { topics: ["surat-kirim"] }), poll(1_001, full), other, taking)).toEqual([]);
  });

  test("was missed by nobody where it was taken before its lock had ended", () => {
    expect(missed(poll(900, { tasks: [task] }), poll(1_001))).toEqual([]);
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { createEngine } from "../../src/engine/client.js";
import { createDirektori } from "../../workers/direktori.js";

/** An engine that answers each path with this body, and counts. */
function engineWith(answer: (url: URL) => Response | Error) {
  const asked: string[] = [];
  const signals: unknown[] = [];
  const engine = createEngine({
    url: "http://engine",
    user: "layanan-workers",
    password: "rahasia",
    fetch: async (input, init) => {
      const url = new URL(String(input));
      asked.push(`${url.pathname}${url.search}`);
      signals.push(init?.signal);
      const reply = answer(url);
      if (reply instanceof Error) throw reply;
      return reply;
    },
  });
  return { direktori: createDirektori(engine), asked, signals };
}

/** A step without a task that runs in execution `e`, with one timer. */
const REPLIES: Record<string, unknown> = {
  "/engine-rest/variable-instance": [
    { name: "tenggat", value: null, activityInstanceId: "a", processInstanceId: "i", executionId: "e" },
  ],
  "/engine-rest/history/activity-instance": [
    { id: "a", executionId: "e", activityId: "x", startTime: "2026-11-23T10:00:00.000+0700", endTime: null },
  ],
  "/engine-rest/history/variable-instance": [],
  "/engine-rest/job": [{ id: "j" }],
};

describe("the directory", () => {
  test("gives the addresses of a group's members and passes over those without one", async () => {
    const users = [{ email: "andi@x.go.id" }, { email: null }, { email: "" }, {}];
    const { direktori, asked } = engineWith(() => Response.json(users));
    expect(await direktori.penerima("tim-pengelola-lpse")).toEqual(["andi@x.go.id"]);
    expect(asked).toEqual(["/engine-rest/user?memberOfGroup=tim-pengelola-lpse&maxResults=500"]);
  });

  test("reads the SOP from the diagram that the task runs on, each definition once", async () => {
    const bpmn20Xml = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
    const { direktori, asked } = engineWith(() => Response.json({ bpmn20Xml }));
    const { langkah } = await direktori.sop("reset-password-spse:1:abc");
    expect(langkah.map(({ nomor, grup }) => `${nomor} ${grup}`)).toContain("5 tim-pengelola-lpse");
    await direktori.sop("reset-password-spse:1:abc");
    expect(asked).toEqual(["/engine-rest/process-definition/reset-password-spse%3A1%3Aabc/xml"]);
  });

  test("hands the signal of a task that is given up to every call, so that none outlives it", async () => {
    const { direktori, asked, signals } = engineWith(({ pathname }) => Response.json(REPLIES[pathname] ?? []));
    const { signal } = new AbortController();
    const sekali = { instans: "i", aktivitas: "koreksi-draf", saat: Date.parse("2026-11-23T04:00:00Z") };
    await direktori.penerima("kepala-lpse", signal);
    await direktori.alamat("hendra", signal);
    await direktori.langkahBerjalan(sekali, signal);
    await direktori.setelTenggat("e", { tenggat: 1, pengingat: 1 }, signal);
    expect(asked.map((path) => path.replace(/^\/engine-rest|\?.*$/g, ""))).toEqual([
      "/user",
      "/user",
      "/history/activity-instance",
      "/history/variable-instance",
      "/variable-instance",
      "/history/activity-instance",
      "/job",
      "/task",
      "/execution/e/localVariables",
      "/job/j/duedate/recalculate",
    ]);
    expect(asked.filter((_, i) => signals[i] !== signal)).toEqual([]);
  });

  test.each([
    ["an engine that is away", () => new TypeError("fetch failed"), "unavailable"],
    ["an engine in trouble", () => Response.json({ message: "x" }, { status: 503 }), "unavailable"],
    ["a missing permission", () => Response.json({ message: "x" }, { status: 403 }), "malformed"],
  ])("tells %s apart for the runtime", async (_what, reply, kind) => {
    const { direktori } = engineWith(reply);
    await expect(direktori.penerima("kepala-lpse")).rejects.toMatchObject({ name: "AdapterError", kind });
  });
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { createEngine } from "../../src/engine/client.js";
import { createDirektori } from "../../workers/direktori.js";

/** An engine that answers each path with this body, and counts. */
function engineWith(answer: (url: URL) => Response | Error) {
  const asked: string[] = [];
  const engine = createEngine({
    url: "http://engine",
    user: "layanan-workers",
    password: "rahasia",
    fetch: async (input) => {
      const url = new URL(String(input));
      asked.push(`${url.pathname}${url.search}`);
      const reply = answer(url);
      if (reply instanceof Error) throw reply;
      return reply;
    },
  });
  return { direktori: createDirektori(engine), asked };
}

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

  test.each([
    ["an engine that is away", () => new TypeError("fetch failed"), "unavailable"],
    ["an engine in trouble", () => Response.json({ message: "x" }, { status: 503 }), "unavailable"],
    ["a missing permission", () => Response.json({ message: "x" }, { status: 403 }), "malformed"],
  ])("tells %s apart for the runtime", async (_what, reply, kind) => {
    const { direktori } = engineWith(reply);
    await expect(direktori.penerima("kepala-lpse")).rejects.toMatchObject({ name: "AdapterError", kind });
  });
});

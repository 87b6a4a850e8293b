import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bridge } from "../../../scripts/doctor/bridges.js";
import { calendar, yearsFinding } from "../../../scripts/doctor/calendar.js";
import { database, skew } from "../../../scripts/doctor/database.js";
import { engine, sameAsFile, topicsServed } from "../../../scripts/doctor/engine.js";
import { checked, exitCode, fine, toText, warning, wrong } from "../../../scripts/doctor/finding.js";
import { disk, java } from "../../../scripts/doctor/machine.js";
import { examine } from "../../../scripts/doctor.js";
import { findFreePorts } from "../../../scripts/system/ports.js";
import { readConfig, systemOptions } from "../../../src/config.js";

const GB = 1_073_741_824;
const state = async (findings: Promise<{ state: string }[]>) => (await findings)[0]?.state;

describe("the doctor's findings", () => {
  test("a warning leaves time, something wrong ends with 1", () => {
    const [good, soon, bad] = [fine("A", "well."), warning("B", "soon.", "Do b."), wrong("C", "broken.", "Do c.")];
    expect(exitCode([good, soon])).toBe(0);
    expect(exitCode([good, soon, bad])).toBe(1);
    expect(toText([good, bad])).toBe("ok  A: well.\nXX  C: broken.\n    → Do c.");
  });

  test("a check that cannot be carried out is wrong itself and does not stop the others", async () => {
    const findings = await checked("Thing", () => Promise.reject(new Error("no such folder")));
    expect(findings).toEqual([expect.objectContaining({ what: "Thing", state: "wrong" })]);
    expect(findings[0]?.says).toContain("no such folder");
  });
});

describe("the machine", () => {
  test("a Java that is not there is named", async () => {
    expect(await java({ JAVA_HOME: "/nowhere" })).toEqual([
      expect.objectContaining({ state: "wrong", says: expect.stringContaining("/nowhere/bin/java") }),
    ]);
  });

  test("a disk that fills up is a warning, then wrong", async () => {
    expect(await state(disk("data", 20 * GB))).toBe("fine");
    expect(await state(disk("data", 3 * GB))).toBe("warning");
    expect(await state(disk("data", 0.5 * GB))).toBe("wrong");
  });

  test("the real disk is measured also where the data folder is not there yet", async () => {
    expect((await disk(join(tmpdir(), "not", "there")))[0]?.says).toMatch(/^\d+\.\d GB free/);
  });
});

describe("the calendar", () => {
  const at = (day: string) => new Date(`${day}T03:00:00Z`);

  test("the year that is running must be loaded", () => {
    const finding = yearsFinding([2026], "bpmn/kalender", at("2027-01-04"));
    expect(finding).toMatchObject({ state: "wrong", todo: expect.stringContaining("2027.json") });
  });

  test("warns from 60 days before the last loaded year ends", () => {
    expect(yearsFinding([2026], "f", at("2026-11-01")).state).toBe("fine");
    expect(yearsFinding([2026], "f", at("2026-11-03")).state).toBe("warning");
    expect(yearsFinding([2026, 2027], "f", at("2026-11-03")).state).toBe("fine");
  });

  test("the new year begins in Jakarta, seven hours before UTC", () => {
    expect(yearsFinding([2026], "f", new Date("2026-12-31T17:30:00Z")).state).toBe("wrong");
  });

  test("the calendar that is shipped is readable", async () => {
    expect((await calendar("bpmn/kalender", at("2026-06-01")))[0]?.says).toContain("2026, 2027");
  });
});

describe("database, engine, bridges", () => {
  test("a database that is not there is wrong, in words", async () => {
    const [port] = await findFreePorts(1);
    const [finding] = await database(`postgresql://a:geheim-geheim@127.0.0.1:${port}/x`, ["k1"]);
    expect(finding).toMatchObject({ state: "wrong", says: `127.0.0.1:${port} does not answer.` });
    expect(JSON.stringify(finding)).not.toContain("geheim");
  });

  test("clocks two seconds apart are a warning in either direction", () => {
    expect([skew("c", 1_900).state, skew("c", -1_900).state]).toEqual(["fine", "fine"]);
    expect(skew("c", 2_100).state).toBe("warning");
    expect(skew("c", -60_000)).toMatchObject({ state: "warning", says: "60000 ms behind this machine." });
  });

  test("an engine that does not answer is wrong", async () => {
    const [port] = await findFreePorts(1);
    expect(await state(engine(`http://127.0.0.1:${port}`, "x"))).toBe("wrong");
  });

  test("a topic that no worker serves is wrong and named", () => {
    const xml = '<serviceTask camunda:topic="a"/><serviceTask camunda:topic="b"/>';
    expect(topicsServed(xml, ["a", "b"]).state).toBe("fine");
    expect(topicsServed(xml, ["a"])).toMatchObject({
      state: "wrong",
      says: "no worker serves b: requests stop there.",
    });
  });

  test("another diagram in force than in the repository is worth a warning", () => {
    expect([sameAsFile(2, true).state, sameAsFile(2, false).state]).toEqual(["fine", "warning"]);
  });

  describe("a bridge", () => {
    const server = createServer((_, res) => res.writeHead(404).end());
    beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
    afterAll(() => {
      server.close();
    });

    test("counts as there whatever it answers, as missing where nothing does, as people's work where unset", async () => {
      const { port } = server.address() as AddressInfo;
      const [free] = await findFreePorts(1);
      expect(await state(bridge("SPSE", "SPSE_URL", `http://127.0.0.1:${port}`))).toBe("fine");
      expect(await state(bridge("SPSE", "SPSE_URL", `http://127.0.0.1:${free}`))).toBe("wrong");
      expect(await state(bridge("SPSE", "SPSE_URL", undefined))).toBe("warning");
    });
  });
});

describe("a system that was never started", () => {
  const dir = mkdtempSync(join(tmpdir(), "dokter-"));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test("is told how to start, and nothing is made in its folder", async () => {
    const findings = await examine(readConfig(systemOptions, { DATA_DIR: join(dir, "data") }), new Date("2026-11-23"));
    expect(findings.at(-1)).toMatchObject({ what: "System", state: "warning", todo: "npm start" });
    expect(findings.map(({ what }) => what)).toContain("Ports");
  });
});

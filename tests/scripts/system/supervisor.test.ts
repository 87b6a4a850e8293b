import { describe, expect, it } from "@jest/globals";
import type { Service } from "../../../scripts/system/service.js";
import { createSupervisor } from "../../../scripts/system/supervisor.js";

const death = { how: "ended with exit code 1", lastLines: ["kata terakhir"] };

function setting(start: () => Promise<void> = async () => undefined) {
  const pauses: number[] = [];
  const reports: string[] = [];
  let gaveUp: (reason: string) => void = () => undefined;
  const givenUp = new Promise<string>((resolve) => {
    gaveUp = resolve;
  });
  const supervisor = createSupervisor({
    report: (line) => reports.push(line),
    giveUp: (reason) => gaveUp(reason),
    pause: async (ms) => void pauses.push(ms),
  });
  const service: Service = {
    name: "workers",
    ending: { signal: "SIGTERM", graceMs: 1 },
    process: undefined,
    start,
    stop: async () => undefined,
  };
  return { supervisor, service, pauses, reports, givenUp };
}

describe("the supervisor", () => {
  it("starts a service again after a pause and tells why", async () => {
    let starts = 0;
    const { supervisor, service, pauses, reports } = setting(async () => void starts++);
    supervisor.died(service, death, "restart");
    await supervisor.stop();
    expect({ starts, pauses }).toEqual({ starts: 1, pauses: [500] });
    expect(reports.join("\n")).toMatch(/workers ended with exit code 1 unexpectedly\n {4}kata terakhir/);
  });

  it("waits longer each time and gives up when nothing helps", async () => {
    const { supervisor, service, pauses, givenUp } = setting(async () => {
      throw new Error("port in use");
    });
    supervisor.died(service, death, "restart");
    expect(await givenUp).toContain("could not be started again (port in use)");
    expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 15_000]);
  });

  it("gives up the whole system at once where a restart cannot help", async () => {
    const { supervisor, service, pauses, givenUp } = setting();
    supervisor.died({ ...service, name: "engine" }, death, "give-up");
    expect(await givenUp).toContain("engine ended with exit code 1 unexpectedly");
    expect(pauses).toEqual([]);
  });

  it("starts nothing once everything is being stopped", async () => {
    const { supervisor, service, pauses } = setting();
    await supervisor.stop();
    supervisor.died(service, death, "restart");
    expect(pauses).toEqual([]);
  });
});

import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { isAlive, type ProcessIdentity } from "../../../scripts/system/identity.js";
import { createService, type Death, type Service } from "../../../scripts/system/service.js";
import { temporaryFolder, untilGone } from "./helpers.js";

function serviceOf(script: string, isReady = async () => true) {
  const folder = temporaryFolder();
  let died: (death: Death) => void = () => undefined;
  const death = new Promise<Death>((resolve) => {
    died = resolve;
  });
  const seen: boolean[] = [];
  const service: Service = createService(
    {
      name: "uji",
      command: process.execPath,
      args: ["-e", script],
      cwd: folder,
      env: { PATH: process.env.PATH },
      logFile: join(folder, "logs", "uji.log"),
      ending: { signal: "SIGTERM", graceMs: 3_000 },
      isReady,
      readyTimeoutMs: 5_000,
    },
    { onChange: () => seen.push(service.process !== undefined), onDeath: died },
  );
  return { service, death, seen };
}

const processOf = (service: Service): ProcessIdentity => {
  if (!service.process) throw new Error("no process");
  return service.process;
};

const FOREVER = "setInterval(() => {}, 1000)";

describe("a service", () => {
  it("is started when it is ready, and gone when it is stopped", async () => {
    let asked = 0;
    const { service, seen } = serviceOf(FOREVER, async () => ++asked > 2);
    await service.start();
    const running = processOf(service);
    expect({ asked, alive: isAlive(running) }).toEqual({ asked: 3, alive: true });
    await service.stop();
    expect({ alive: isAlive(running), process: service.process, seen }).toEqual({
      alive: false,
      process: undefined,
      seen: [true, false],
    });
  });

  it("says how it ended and shows its last words when it dies while starting", async () => {
    const { service } = serviceOf('console.error("kata terakhir"); process.exit(3)', async () => false);
    await expect(service.start()).rejects.toThrow(/uji ended with exit code 3 while starting[\s\S]*kata terakhir/);
  });

  it("stops waiting when the start is called off", async () => {
    const { service } = serviceOf(FOREVER, async () => false);
    const user = new AbortController();
    const start = service.start(user.signal);
    user.abort(new Error("called off"));
    await expect(start).rejects.toThrow("called off");
    await service.stop();
  });

  it("reports a death nobody asked for, with the last lines of its log", async () => {
    const { service, death } = serviceOf(`console.log("tadi"); ${FOREVER}`);
    await service.start();
    const running = processOf(service);
    process.kill(running.pid, "SIGKILL");
    expect(await death).toMatchObject({ how: "was ended by SIGKILL" });
    await untilGone(running);
    await service.start();
    expect(processOf(service).pid).not.toBe(running.pid);
    await service.stop();
  });

  it("says so when the program cannot be started at all", async () => {
    const folder = temporaryFolder();
    const service = createService(
      {
        name: "uji",
        command: join(folder, "tidak-ada"),
        args: [],
        cwd: folder,
        env: {},
        logFile: join(folder, "uji.log"),
        ending: { signal: "SIGTERM", graceMs: 100 },
        isReady: async () => true,
        readyTimeoutMs: 1_000,
      },
      { onChange: () => undefined, onDeath: () => undefined },
    );
    await expect(service.start()).rejects.toThrow("uji cannot be started");
  });
});

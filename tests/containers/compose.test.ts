/** The real docker-compose.yml, with two engines and three workers from the start: a journey through the front door, then one while some are killed. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { DockerComposeEnvironment, type StartedDockerComposeEnvironment, Wait } from "testcontainers";
import { z } from "zod";
import { type Cast, type Finished, runRequest } from "../../scripts/demo/run.js";
import { masuk } from "../../scripts/drive/pengguna.js";
import { docker, dockerIsThere } from "./setup/docker.js";
import { patient, trust } from "./setup/front-door.js";

const there = dockerIsThere();
if (!there)
  console.warn("Docker is not there: the tests of docker-compose.yml are skipped (REQUIRE_DOCKER=1 forbids it).");

const project = `uji-kontainer-${randomUUID().slice(0, 8)}`;
const compose = (...args: string[]) =>
  docker("compose", "--project-name", project, "--env-file", "docker/demo.env", ...args);

const PARTS = ["postgres", "engine", "gateway", "workers", "caddy", "simulators"] as const;
const MANY: Readonly<Partial<Record<(typeof PARTS)[number], number>>> = { engine: 2, workers: 3 };
const MB = 1_000_000;
const LIMITS = [
  ["app", "node:24-trixie-slim", 250],
  ["front", "node:24-trixie-slim", 250],
  ["engine", "eclipse-temurin:21-jre", 350],
] as const;

const Inspected = z.object({
  Config: z.object({ User: z.string(), Env: z.array(z.string()) }),
  HostConfig: z.object({
    ReadonlyRootfs: z.boolean(),
    CapDrop: z.array(z.string()).nullable(),
    SecurityOpt: z.array(z.string()).nullable(),
    PortBindings: z.record(z.string(), z.array(z.object({ HostIp: z.string() }))).nullable(),
    Privileged: z.boolean(),
  }),
});

/** Skipped in words where there is no Docker. */
(there ? describe : describe.skip)("docker-compose.yml", () => {
  let system: StartedDockerComposeEnvironment;
  let base: string;
  let password: string;
  let passphrase: string | undefined;

  beforeAll(async () => {
    process.env.TESTCONTAINERS_RYUK_DISABLED = "true";
    const names = PARTS.flatMap((part) => Array.from({ length: MANY[part] ?? 1 }, (_, i) => `${part}-${i + 1}`));
    let definition = new DockerComposeEnvironment(".", "docker-compose.yml")
      .withProjectName(project)
      .withEnvironmentFile("docker/demo.env")
      .withEnvironment({
        ...{ HTTPS_PORT: "0", HTTP_PORT: "0", SPSE_SIMULATOR_PORT: "0", EPESAN_SIMULATOR_PORT: "0" },
        ...{ ENGINES: String(MANY.engine), WORKERS: String(MANY.workers) },
      })
      .withProfiles("demo")
      .withBuild()
      .withStartupTimeout(600_000);
    for (const name of names) definition = definition.withWaitStrategy(name, Wait.forHealthCheck());
    system = await definition.up();
    const caddy = system.getContainer("caddy-1");
    base = `https://localhost:${caddy.getMappedPort(8443)}`;
    const root = await caddy.exec(["cat", "/data/caddy/pki/authorities/local/root.crt"]);
    trust(root.output);
    const told = await compose(
      "run",
      "--rm",
      "--no-deps",
      "provisioning",
      "node",
      "dist/scripts/container/main.js",
      "passwords",
    );
    passphrase = /^hendra's passphrase for signing: (\S+)$/m.exec(told)?.[1];
    password = /^demo accounts: (\S+)$/m.exec(told)?.[1] ?? "";
  });

  afterAll(async () => {
    await system?.down({ timeout: 10_000, removeVolumes: true });
  });

  const cast = async (): Promise<Cast> => {
    const as = async (id: string) => patient(await masuk(base, id, password));
    const [satker, kepalaUkpbj, kepalaLpse, tim] = await Promise.all(["dewi", "hendra", "ratna", "andi"].map(as));
    if (!satker || !kepalaUkpbj || !kepalaLpse || !tim) throw new Error("somebody could not sign in");
    return { satker, kepalaUkpbj, kepalaLpse, tim, passphrase };
  };

  const ids = async (part: string) => (await compose("ps", "--quiet", part)).split("\n").filter((id) => id !== "");
  const inspect = async (part: string) => {
    const all = z.array(Inspected).parse(JSON.parse(await docker("inspect", ...(await ids(part)))));
    return all.map(({ Config, HostConfig }) => ({ ...Config, ...HostConfig }));
  };

  test("a request runs from the Satker's form to the archived letter through the front door", async () => {
    const people = await cast();
    const finished = await runRequest(people);
    expectFine(finished);
    // Signed by the BSrE simulator, not replaced by a scan.
    const { isi } = await people.kepalaUkpbj.panggil("GET", `/api/permohonan/${finished.status.nomor}`);
    expect(JSON.stringify(isi)).not.toContain("surat-pemberitahuan-bertanda-tangan.pdf");
  });

  test.each(PARTS)("%s runs without root, with a read-only file system and without capabilities", async (part) => {
    const [container] = await inspect(part);
    expect(container?.User).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(container).toMatchObject({ ReadonlyRootfs: true, CapDrop: ["ALL"], Privileged: false });
    expect(container?.SecurityOpt).toContain("no-new-privileges:true");
  });

  test("only Caddy is reachable from other machines", async () => {
    for (const part of PARTS) {
      const [container] = await inspect(part);
      const open = Object.values(container?.PortBindings ?? {}).flat();
      const fromOutside = open.filter(({ HostIp }) => HostIp !== "127.0.0.1");
      expect([part, fromOutside.length > 0]).toEqual([part, part === "caddy"]);
    }
  });

  test("no secret is in a container's environment or an image's history", async () => {
    const dump = await compose("run", "--rm", "--no-deps", "secrets", "cat", "/data/rahasia.json");
    const secrets = Object.values(z.record(z.string(), z.string()).parse(JSON.parse(dump)));
    const seen = [JSON.stringify(await Promise.all(PARTS.map(inspect)))];
    for (const [target] of LIMITS)
      seen.push(
        await docker("history", "--no-trunc", "--format", "{{.CreatedBy}}", `reset-password-spse/${target}:0.1.0`),
      );
    expect(secrets.length).toBeGreaterThan(7);
    expect(secrets.filter((secret) => seen.some((text) => text.includes(secret)))).toEqual([]);
  });

  test.each(LIMITS)("the image %s stays small beyond its base %s", async (target, baseImage, limit) => {
    const size = async (image: string) => Number(await docker("image", "inspect", "--format", "{{.Size}}", image));
    const own = (await size(`reset-password-spse/${target}:0.1.0`)) - (await size(baseImage));
    expect(own / MB).toBeLessThanOrEqual(limit);
  });

  test("two engines that start at once on an empty database take turns: none had to start twice", async () => {
    const started = await docker("inspect", "--format", "{{.RestartCount}}", ...(await ids("engine")));
    expect(started.split("\n")).toEqual(["0", "0"]);
  });

  test("the profile observability is a valid composition", async () => {
    expect(await compose("--profile", "observability", "config", "--quiet")).toBe("");
  });

  test("with two engines and three workers, killing one of each loses no request and no login", async () => {
    const people = await cast();
    const [engine, workers] = [await ids("engine"), await ids("workers")];
    expect([engine.length, workers.length]).toEqual([2, 3]);
    let verified: () => void = () => undefined;
    const firstIsVerified = new Promise<void>((resolve) => {
      verified = resolve;
    });
    const onStep = ({ nomor }: { nomor: number }) => (nomor === 4 ? verified() : undefined);
    const running = Array.from({ length: 6 }, () => runRequest(people, onStep));
    await Promise.race([firstIsVerified, Promise.all(running)]);
    // Now the workers have their hands full.
    await docker("kill", "--signal", "KILL", engine[0] ?? "", workers[0] ?? "");
    for (const finished of await Promise.all(running)) expectFine(finished);
    // Everybody is still signed in, whichever node answers.
    const { status } = await people.tim.panggil("GET", "/api/saya");
    expect(status).toBe(200);
  });
});

function expectFine({ status }: Finished): void {
  expect(status.keadaan).toBe("selesai");
  expect(status.akun.map((akun) => akun.status)).toEqual(["berhasil", "berhasil", "berhasil"]);
}

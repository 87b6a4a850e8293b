/** docker-compose.yml as a text: what every service owes, whoever made its image. Running it is tests/containers' part. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";
import { z } from "zod";

const Service = z.looseObject({
  image: z.string(),
  profiles: z.array(z.string()).default([]),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  user: z.string().optional(),
  networks: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
});
const File = z.object({
  services: z.record(z.string(), Service),
  networks: z.record(z.string(), z.unknown()),
  volumes: z.record(z.string(), z.unknown()),
});
const compose = File.parse(parse(readFileSync("docker-compose.yml", "utf8"), { merge: true }));
const services = Object.entries(compose.services);
/** Images whose own user we do not set ourselves in docker/Dockerfile. */
const foreign = services.filter(([, { image }]) => !image.startsWith("reset-password-spse/"));

describe.each(services)("the service %s", (name, service) => {
  test("is hardened like the rest", () => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
  });

  test("mounts only volumes and networks that are declared", () => {
    const volumes = service.volumes.map((v) => v.split(":")[0] ?? "").filter((v) => /^[a-z]/.test(v));
    expect(volumes.filter((v) => !(v in compose.volumes))).toEqual([]);
    expect(service.networks.filter((n) => !(n in compose.networks))).toEqual([]);
  });

  test("is open to other machines only where it is Caddy", () => {
    const outside = service.ports.filter((p) => !p.startsWith("127.0.0.1:"));
    expect(outside.length > 0).toBe(name === "caddy");
  });
});

test("images that others made are pinned to a version and run as a user that we name", () => {
  expect(foreign.map(([name]) => name).sort()).toEqual(["grafana", "postgres", "prometheus"]);
  for (const [, { image, user }] of foreign) {
    expect(image).toMatch(/:v?\d+/);
    expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  }
});

describe("the profile observability", () => {
  const watchers = services.filter(([, { profiles }]) => profiles.includes("observability"));

  test("is Prometheus, which reads the rules of ops/, and Grafana, which reads its dashboards", () => {
    expect(watchers.map(([name]) => name).sort()).toEqual(["grafana", "prometheus"]);
    const mounted = (name: string) => compose.services[name]?.volumes ?? [];
    expect(mounted("prometheus")).toContain("./ops/prometheus:/etc/prometheus:ro");
    expect(mounted("grafana")).toContain("./ops/grafana:/etc/grafana/dasbor:ro");
    const Config = z.object({ rule_files: z.array(z.string()) });
    const { rule_files } = Config.parse(parse(readFileSync("ops/prometheus/compose.yml", "utf8")));
    expect(rule_files).toEqual(["*.rules.yml"]);
    expect(readdirSync("ops/prometheus").filter((f) => f.endsWith(".rules.yml"))).toEqual([
      "parts.rules.yml",
      "sla.rules.yml",
    ]);
  });

  test("holds no way to the outside: only Grafana has a port, on this machine alone, and a password from a file", () => {
    expect(compose.services.prometheus?.ports).toEqual([]);
    expect(compose.services.grafana?.environment).toMatchObject({
      GF_SECURITY_ADMIN_PASSWORD__FILE: "/run/rahasia/GRAFANA_ADMIN_PASSWORD",
      GF_AUTH_ANONYMOUS_ENABLED: "false",
      GF_USERS_ALLOW_SIGN_UP: "false",
    });
  });

  test("asks Grafana's dashboards of the data source that is provided", () => {
    const Sources = z.object({ datasources: z.array(z.object({ type: z.string(), url: z.string() })) });
    const file = readFileSync("ops/grafana/provisioning/datasources/prometheus.yml", "utf8");
    expect(Sources.parse(parse(file)).datasources).toEqual([
      expect.objectContaining({ type: "prometheus", url: "http://prometheus:9090" }),
    ]);
  });
});

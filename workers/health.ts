/** Health and metrics of the workers over HTTP: alive is not the same as able to work. */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { Registry } from "prom-client";

/** `ready` lists what the workers need, each with whether it is there now. */
export interface HealthDeps {
  readonly state: () => string;
  readonly ready: () => Promise<Record<string, boolean>>;
  readonly registry: Registry;
}

/** Listens on `host:port`; throws where the port is taken. `close` stops listening and ends open connections. */
export async function startHealth(
  deps: HealthDeps,
  { host, port }: { host: string; port: number },
): Promise<{ close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    answer(deps, request.url ?? "", response).catch(() => send(response, 500, { status: "error" }));
  });
  await listen(server, host, port);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(deps: HealthDeps, url: string, response: ServerResponse): Promise<void> {
  switch (url.split("?")[0]) {
    case "/healthz":
      return send(response, 200, { status: "ok", state: deps.state() });
    case "/readyz": {
      const checks = await deps.ready();
      const ready = Object.values(checks).every(Boolean);
      return send(response, ready ? 200 : 503, { status: ready ? "ready" : "not ready", state: deps.state(), checks });
    }
    case "/metrics":
      response.writeHead(200, { "content-type": deps.registry.contentType }).end(await deps.registry.metrics());
      return;
    default:
      return send(response, 404, { status: "not found" });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

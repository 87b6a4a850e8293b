import { once } from "node:events";
import { connect, createServer } from "node:net";
import { codeOf, SystemError } from "./error.js";

/** A port that is about to be opened: by what, and which option sets it. */
export interface PortUse {
  readonly what: string;
  readonly option: string;
  readonly port: number;
}

/** Throws a SystemError that names every port that is taken, and the option that changes it. */
export async function requireFreePorts(uses: readonly PortUse[], host: string): Promise<void> {
  const complaints = [...doubles(uses), ...(await Promise.all(uses.map((use) => complaint(use, host))))];
  const lines = complaints.filter((line) => line !== undefined);
  if (lines.length === 0) return;
  throw new SystemError(
    `${lines.join("\n")}\nStop that program (it may be an earlier instance of this system), or set other ports in the environment or in .env.`,
  );
}

function doubles(uses: readonly PortUse[]): string[] {
  return uses.flatMap((use, i) => {
    const first = uses.findIndex((other) => other.port === use.port);
    return first < i ? [`Port ${use.port} is set twice: by ${uses[first]?.option} and by ${use.option}.`] : [];
  });
}

async function complaint({ what, option, port }: PortUse, host: string): Promise<string | undefined> {
  const reason = await whyNot(port, host);
  return reason === undefined ? undefined : `Port ${port} for ${what} (${option}) ${reason}.`;
}

async function whyNot(port: number, host: string): Promise<string | undefined> {
  // On some systems a narrow address can be bound although another program listens on all addresses.
  if (await answers(port, host)) return "is in use by another program";
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, "listening");
    return undefined;
  } catch (error) {
    if (codeOf(error) === "EADDRINUSE") return "is in use by another program";
    if (codeOf(error) === "EACCES") return "may not be opened by this user";
    return `cannot be opened on ${host} (${codeOf(error) ?? "unknown reason"})`;
  } finally {
    server.close();
  }
}

async function answers(port: number, host: string): Promise<boolean> {
  const socket = connect({ port, host });
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** As many free ports as asked for; all are held open until the last is found, so that none comes twice. */
export async function findFreePorts(count: number, host = "127.0.0.1"): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, host));
  await Promise.all(servers.map((server) => once(server, "listening")));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === "object" && address !== null ? address.port : 0;
  });
  await Promise.all(servers.map((server) => once(server.close(), "close")));
  return ports;
}

/** Counts a process's own HTTP requests to one host, whichever client sends them. */
import { subscribe } from "node:diagnostics_channel";
import { ClientRequest } from "node:http";

/** `polls` are fetchAndLock, `calls` everything else. */
export interface RequestCount {
  polls: number;
  calls: number;
}

/** Counts from now on; `url` is the address whose host and port are meant. */
export function countRequests(url: string): RequestCount {
  const { host, origin } = new URL(url);
  const count: RequestCount = { polls: 0, calls: 0 };
  const add = (path: unknown) => {
    if (String(path).endsWith("/fetchAndLock")) count.polls++;
    else count.calls++;
  };
  // Cheap on purpose: this runs in the process that is measured.
  subscribe("undici:request:create", (message) => {
    const request = requestOf(message);
    if (String(Reflect.get(request, "origin")) === origin) add(Reflect.get(request, "path"));
  });
  subscribe("http.client.request.start", (message) => {
    const request = requestOf(message);
    if (request instanceof ClientRequest && request.getHeader("host") === host) add(request.path);
  });
  return count;
}

const requestOf = (message: unknown): object => Object(Reflect.get(Object(message), "request"));

/** Prometheus metrics of the gateway; a registry per gateway, so that two in one process do not clash. */
import type { RequestHandler } from "express";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** The registry, and the middleware that times every request by its route. */
export interface Metrik {
  readonly registry: Registry;
  readonly ukur: RequestHandler;
}

/** Makes the metrics; routes are named by pattern, never by path: a path holds ids and would make endless series. */
export function createMetrik(): Metrik {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const lama = new Histogram({
    name: "http_request_duration_seconds",
    help: "Duration of HTTP requests by method, route and status",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  });
  const ukur: RequestHandler = (req, res, next) => {
    const selesai = lama.startTimer({ method: req.method });
    res.once("close", () => selesai({ route: namaRute(req), status: String(res.statusCode) }));
    next();
  };
  return { registry, ukur };
}

function namaRute(req: Parameters<RequestHandler>[0]): string {
  const [, depan = ""] = req.originalUrl.split(/[/?]/);
  const dikenal = depan === "camunda" || depan === "api" ? `/${depan}` : "";
  // After an error Express has forgotten where the route was mounted.
  return typeof req.route?.path === "string" ? `${dikenal}${req.route.path}` : `${dikenal}/*`;
}

import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { pinoHttp } from "pino-http";
import type { Logger } from "../log.js";

/** A path without its query: a query may hold names of files and people. */
const jalur = (url: string | undefined): string => (url ?? "").split("?", 1)[0] ?? "";

/** One line per request: method, path, status, duration. No headers, so no cookies. Reads of files only at level debug. */
export const createCatatanHttp = (logger: Logger): RequestHandler =>
  pinoHttp({
    logger,
    serializers: {
      req: ({ id, method, url }: { id: unknown; method: string; url?: string }) => ({ id, method, path: jalur(url) }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
    },
    customLogLevel: (req: IncomingMessage & { originalUrl?: string }, res, error) => {
      if (error || res.statusCode >= 500) return "error";
      if (res.statusCode >= 400) return "warn";
      const tenang = req.method === "GET" && !(req.originalUrl ?? "").startsWith("/api/");
      return tenang ? "debug" : "info";
    },
  });

/** Headers that every reply carries, the engine's included. */
import type { RequestHandler } from "express";
import { lewatProxySendiri } from "./pembatas.js";

/** One year, as the engine says it too. */
const HSTS = "max-age=31536000";

/**
 * Says that this name is reached by TLS only, where this request came by TLS. Never for localhost: a browser would
 * refuse every other program on that machine's plain ports for a year.
 */
export const kepalaUmum: RequestHandler = (req, res, next) => {
  const skema = lewatProxySendiri(req) ? req.get("x-forwarded-proto")?.split(",").at(-1)?.trim() : undefined;
  if ((skema === "https" || req.secure) && req.hostname !== "localhost") res.set("strict-transport-security", HSTS);
  // Not no-referrer: a form's POST would then carry the origin "null".
  res.set({ "referrer-policy": "same-origin", "x-content-type-options": "nosniff" });
  next();
};

/**
 * An engine for gateway tests: the documented replies of the REST calls that the gateway makes, on a little state that a
 * test sets and reads. Sessions are the cookie `JSESSIONID=<user id>`. The journeys hold the same calls against the real one.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { keadaanAwal } from "./mesin-palsu.js";
import { rest } from "./mesin-palsu-rest.js";
import { sesi } from "./mesin-palsu-sesi.js";

/** Starts the engine; `close` ends it. */
export async function startMesinPalsu() {
  const keadaan = keadaanAwal();
  const app = express().use(express.json(), express.urlencoded({ extended: false }), (req, _res, next) => {
    keadaan.semua.push(`${req.method} ${req.path}`);
    next();
  });
  sesi(app, keadaan);
  rest(app, keadaan);
  const server = createServer(app).listen(0, "127.0.0.1");
  await new Promise((siap) => server.once("listening", siap));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((selesai) => server.close(() => selesai()).closeAllConnections());
  return { url: `http://127.0.0.1:${port}`, keadaan, close };
}

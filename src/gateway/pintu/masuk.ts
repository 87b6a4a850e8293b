/** Signing in to the web apps: passed on to the engine, slowed down for whoever guesses, and recorded. */
import express, { type Request, type RequestHandler, type Response } from "express";
import { z } from "zod";
import { catatAudit } from "../../audit/index.js";
import { Galat } from "../../galat.js";
import type { Konteks } from "../konteks.js";
import { periksa } from "../validasi.js";
import { uraiJalur } from "./jalur.js";
import { alamatPeminta } from "./pembatas.js";
import { createPembatasMasuk } from "./pembatas-masuk.js";

const Masukan = z.object({ username: z.string().max(255), password: z.string().max(1024) });
const BATAS_MS = 30_000;

/** The application that a log-in path names; undefined for every other call. */
function aplikasiMasuk(method: string, path: string): string | undefined {
  const bagian = method === "POST" ? uraiJalur(path) : undefined;
  const letak = bagian?.indexOf("auth") ?? -1;
  if (!bagian || letak < 0 || bagian[letak + 1] !== "user" || bagian[letak + 3] !== "login") return undefined;
  return bagian[letak + 4] ?? "";
}

/** The middleware for `/camunda`; calls that are no log-in pass through untouched. */
export function createMasuk(k: Konteks, kirim: typeof fetch = fetch): RequestHandler {
  const badan = express.urlencoded({ extended: false, limit: "8kb", type: () => true });
  const pembatas = createPembatasMasuk(k.batas.masuk, () => k.jam().getTime());
  return async (req, res, next) => {
    const aplikasi = aplikasiMasuk(req.method, req.path);
    if (aplikasi === undefined) return next();
    await new Promise<void>((selesai, gagal) => badan(req, res, (e?: unknown) => (e ? gagal(e) : selesai())));
    const { username, password } = periksa(Masukan, req.body);
    const alamat = alamatPeminta(req);
    let balasan: globalThis.Response | undefined;
    const { jedaMs } = await pembatas(alamat, username, async () => {
      balasan = await teruskan(k, kirim, req, new URLSearchParams({ username, password }));
      await catat(k, { akun: username, aplikasi, alamat, status: balasan.status }).catch((err: unknown) =>
        k.logger.error({ err }, "a log-in is not recorded"),
      );
      // 403: the application is not for this person, or the page's token is not the session's: then nobody looked at the password.
      return balasan.ok ? "benar" : balasan.status === 401 ? "salah" : "lain";
    });
    if (balasan) return jawab(res, balasan);
    res.set("retry-after", String(Math.ceil(jedaMs / 1000)));
    throw new Galat("TERLALU_SERING", `Terlalu banyak kata sandi salah. Coba lagi dalam ${lama(jedaMs)}.`);
  };
}

const lama = (ms: number): string =>
  ms < 60_000 ? `${Math.ceil(ms / 1000)} detik` : `${Math.ceil(ms / 60_000)} menit`;

async function teruskan(
  k: Konteks,
  kirim: typeof fetch,
  req: Request,
  body: URLSearchParams,
): Promise<globalThis.Response> {
  const kepala = ["cookie", "x-xsrf-token", "accept", "accept-language"].flatMap((nama) => {
    const isi = req.get(nama);
    return isi === undefined ? [] : [[nama, isi] as [string, string]];
  });
  const headers = { ...Object.fromEntries(kepala), origin: k.asal };
  const signal = AbortSignal.timeout(BATAS_MS);
  return kirim(k.engineUrl + req.path, { method: "POST", headers, body, redirect: "manual", signal }).catch((cause) => {
    throw new Galat("MESIN_TIDAK_TERSEDIA", "Sistem sedang tidak dapat dihubungi. Coba beberapa saat lagi.", { cause });
  });
}

async function jawab(res: Response, balasan: globalThis.Response): Promise<void> {
  const kuki = balasan.headers.getSetCookie().map((satu) => satu.replace(/;\s*Path=\/camunda\b/i, "; Path=/"));
  if (kuki.length > 0) res.setHeader("set-cookie", kuki);
  res.status(balasan.status).set("cache-control", "no-store");
  const jenis = balasan.headers.get("content-type");
  if (jenis) res.set("content-type", jenis);
  res.send(Buffer.from(await balasan.arrayBuffer()));
}

interface Percobaan {
  readonly akun: string;
  readonly aplikasi: string;
  readonly alamat: string;
  readonly status: number;
}

/** A name is recorded only where it is an account's: people type their password into the wrong field. */
async function catat(k: Konteks, { akun, aplikasi, alamat, status }: Percobaan): Promise<void> {
  if (status >= 500) return;
  const tindakan = status < 300 ? "masuk" : status === 403 ? "masuk.ditolak" : "masuk.gagal";
  const oleh = status < 300 || (await k.mesin.nama([akun])).has(akun) ? akun : "tidak dikenal";
  await catatAudit(k.db, { oleh, tindakan, objek: aplikasi, rincian: { alamat } });
}

/** Slows down whoever asks too often: a count per address and minute, kept in this process. */
import { BlockList, isIPv6 } from "node:net";
import type { Request, RequestHandler } from "express";
import { Galat } from "../../galat.js";

const MENIT_MS = 60_000;
const ALAMAT_PALING_BANYAK = 10_000;

const DALAM = new BlockList();
for (const [jaringan, awalan] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  DALAM.addSubnet(jaringan, awalan);
DALAM.addAddress("::1", "ipv6");
DALAM.addSubnet("fc00::", 7, "ipv6");

const alamatSumber = (req: Pick<Request, "socket">): string => (req.socket.remoteAddress ?? "").replace(/^::ffff:/, "");

/** Did the request come through a proxy of our own network, whose word on the outside is believed? */
export function lewatProxySendiri(req: Pick<Request, "socket">): boolean {
  const sumber = alamatSumber(req);
  return sumber !== "" && DALAM.check(sumber, isIPv6(sumber) ? "ipv6" : "ipv4");
}

/** Where a request comes from: what a proxy of our own network wrote last, else the other end of the connection. */
export function alamatPeminta(req: Pick<Request, "socket" | "get">): string {
  const lewat = req.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return lewat && lewatProxySendiri(req) ? lewat : alamatSumber(req);
}

/** Counts by key and minute of `kini` (epoch ms): answers 0, or beyond `perMenit` how many ms are left of the minute. */
export function createHitungan(perMenit: number, kini: () => number): (kunci: string) => number {
  let menit = 0;
  let hitungan = new Map<string, number>();
  return (kunci) => {
    const sekarang = Math.floor(kini() / MENIT_MS);
    if (sekarang !== menit || hitungan.size > ALAMAT_PALING_BANYAK) {
      menit = sekarang;
      hitungan = new Map();
    }
    const kali = (hitungan.get(kunci) ?? 0) + 1;
    hitungan.set(kunci, kali);
    return kali <= perMenit ? 0 : MENIT_MS - (kini() % MENIT_MS);
  };
}

/** Refuses (TERLALU_SERING) the requests of an address beyond `perMenit` in one minute of `kini` (epoch ms). */
export function batasi(perMenit: number, kini: () => number): RequestHandler {
  const hitung = createHitungan(perMenit, kini);
  return (req, res, next) => {
    const tungguMs = hitung(alamatPeminta(req));
    if (tungguMs === 0) return next();
    res.set("retry-after", String(Math.ceil(tungguMs / 1000)));
    throw new Galat("TERLALU_SERING", "Terlalu banyak permintaan dari alamat Anda. Coba lagi dalam satu menit.");
  };
}

/** Refuses bodies beyond `paling` bytes, and those that do not say their length. */
export const batasiIsi =
  (paling: number): RequestHandler =>
  (req, _res, next) => {
    if (req.get("transfer-encoding") !== undefined)
      throw new Galat("PERMINTAAN_TIDAK_TERBACA", "Panjang isian tidak disebutkan.");
    if (Number(req.get("content-length") ?? 0) > paling)
      throw new Galat("ISIAN_TERLALU_BESAR", "Isian yang dikirim terlalu besar.");
    next();
  };

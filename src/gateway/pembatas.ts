/** Slows down whoever asks too often: a count per address and minute, kept in this process. */
import { BlockList, isIPv6 } from "node:net";
import type { Request, RequestHandler } from "express";
import { Galat } from "./galat.js";

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

/** Where a request comes from: what a proxy of our own network wrote last, else the other end of the connection. */
export function alamatPeminta(req: Pick<Request, "socket" | "get">): string {
  const sumber = (req.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const lewat = req.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return lewat && sumber !== "" && DALAM.check(sumber, isIPv6(sumber) ? "ipv6" : "ipv4") ? lewat : sumber;
}

/** Refuses (TERLALU_SERING) the requests of an address beyond `perMenit` in one minute of `kini` (epoch ms). */
export function batasi(perMenit: number, kini: () => number): RequestHandler {
  let menit = 0;
  let hitungan = new Map<string, number>();
  return (req, res, next) => {
    const sekarang = Math.floor(kini() / MENIT_MS);
    if (sekarang !== menit || hitungan.size > ALAMAT_PALING_BANYAK) {
      menit = sekarang;
      hitungan = new Map();
    }
    const alamat = alamatPeminta(req);
    const kali = (hitungan.get(alamat) ?? 0) + 1;
    hitungan.set(alamat, kali);
    if (kali <= perMenit) return next();
    res.set("retry-after", String(Math.ceil((MENIT_MS - (kini() % MENIT_MS)) / 1000)));
    throw new Galat("TERLALU_SERING", "Terlalu banyak permintaan dari alamat Anda. Coba lagi satu menit lagi.");
  };
}

/** Slows down whoever asks too often: a count per address and minute, kept in this process. */
import type { RequestHandler } from "express";
import { Galat } from "./galat.js";

const MENIT_MS = 60_000;
const ALAMAT_PALING_BANYAK = 10_000;

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
    const alamat = req.socket.remoteAddress ?? "";
    const kali = (hitungan.get(alamat) ?? 0) + 1;
    hitungan.set(alamat, kali);
    if (kali <= perMenit) return next();
    res.set("retry-after", String(Math.ceil((MENIT_MS - (kini() % MENIT_MS)) / 1000)));
    throw new Galat("TERLALU_SERING", "Terlalu banyak permintaan dari alamat Anda. Coba lagi satu menit lagi.");
  };
}

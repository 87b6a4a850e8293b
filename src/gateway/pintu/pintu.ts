/** The wall before the proxied engine: only calls on the list (pintu-daftar.ts) pass, and only for those named there. */
import type { Request, RequestHandler } from "express";
import { Galat } from "../../galat.js";
import { tugasPengguna } from "../../sesi/mesin-pengguna.js";
import { internal, type Pengguna } from "../../sesi/pengguna.js";
import type { Konteks } from "../konteks.js";
import { uraiJalur } from "./jalur.js";
import { pintu, type Siapa } from "./pintu-daftar.js";

/** One call of the list: its method, and its path in parts. */
export interface Pintu {
  readonly kelompok: string;
  readonly siapa: Siapa;
  readonly method: string;
  /** As the list writes it, with the group's beginning. */
  readonly jalur: string;
  readonly bagian: readonly string[];
}

/** A call found on the list; `tugas` is the task whose details it asks for. */
export interface Cocok {
  readonly pintu: Pintu;
  readonly tugas?: string | undefined;
}

/** Every call of the list by itself. */
export const semuaPintu: readonly Pintu[] = pintu.flatMap(({ nama, siapa, awal, panggilan }) =>
  panggilan.flatMap((satu) => {
    const [methods = "", sisa = ""] = satu.split(" ");
    const jalur = sisa === "" ? awal : `${awal}/${sisa}`;
    const bagian = jalur.split("/").slice(1);
    return methods.split(",").map((method): Pintu => ({ kelompok: nama, siapa, method, jalur, bagian }));
  }),
);

/** The call on the list; undefined where there is none, or where the engine could read the path in another way. */
export function cariPintu(method: string, path: string): Cocok | undefined {
  const jalan = uraiJalur(path);
  if (!jalan) return undefined;
  const cara = method === "HEAD" ? "GET" : method;
  const cocok = semuaPintu.filter((p) => p.method === cara && sesuai(p.bagian, jalan));
  // `task/count` before `task/:tugas`: a text is nearer than any part.
  const [terdekat] = cocok.sort((a, b) => jokers(a) - jokers(b));
  if (!terdekat) return undefined;
  const letak = terdekat.bagian.indexOf(":tugas");
  return { pintu: terdekat, tugas: letak < 0 ? undefined : jalan[letak] };
}

const jokers = ({ bagian }: Pintu): number => bagian.filter((b) => b.startsWith(":")).length;

function sesuai(pola: readonly string[], jalan: readonly string[]): boolean {
  const bebas = pola.at(-1) === "**";
  const tetap = bebas ? pola.slice(0, -1) : pola;
  if (bebas ? jalan.length < tetap.length : jalan.length !== tetap.length) return false;
  return tetap.every((p, i) => p.startsWith(":") || p.split("|").includes(jalan[i] ?? ""));
}

/** The middleware for `/camunda`: 404 for what is not listed, 401 and 403 for whom it is not meant. */
export function penjagaPintu(k: Konteks): RequestHandler {
  return async (req, res, next) => {
    const cocok = cariPintu(req.method, req.path);
    if (!cocok) throw new Galat("JALUR_TIDAK_DIKENAL", "Alamat ini tidak tersedia.");
    if (cocok.pintu.siapa === "siapapun") return next();
    const pengguna = await k.sesi(req.headers);
    if (!boleh(cocok.pintu.siapa, pengguna))
      throw new Galat(
        "BUKAN_UNTUK_ANDA",
        "Bagian ini bukan untuk Anda. Hubungi pengelola sistem bila Anda memerlukannya.",
      );
    if (internal(pengguna)) return next();
    if (cocok.tugas !== undefined) await pastikanTugasTerlihat(k, req, cocok.tugas);
    const grup = grupSendiri(cocok.pintu, pengguna);
    if (grup) res.set("cache-control", "no-store").json(grup);
    else next();
  };
}

function boleh(siapa: Siapa, { aplikasi, grup }: Pengguna): boolean {
  if (siapa === "admin") return grup.some(({ id }) => id === "camunda-admin");
  return siapa !== "pengawas" || aplikasi.includes("cockpit");
}

/**
 * A Satker learns nothing of others' tasks: the engine tells a task that one may not read (403) from one that never was
 * (404), so it is asked for the task itself first.
 */
async function pastikanTugasTerlihat(k: Konteks, req: Request, tugas: string): Promise<void> {
  if (await tugasPengguna(k.pengguna, req.headers, tugas)) return;
  throw new Galat("TUGAS_TIDAK_DITEMUKAN", "Tugas tidak ditemukan.");
}

/** A Satker that asks for groups is told its own: one of them is shared with all other Satker, and tells who is in it. */
function grupSendiri({ jalur }: Pintu, { grup }: Pengguna): object | undefined {
  if (jalur.endsWith("/group/count")) return { count: grup.length };
  return jalur.endsWith("/group") ? grup.map(({ id, nama, jenis }) => ({ id, name: nama, type: jenis })) : undefined;
}

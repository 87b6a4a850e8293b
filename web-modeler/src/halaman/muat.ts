/** Reads what an address names: a draft, a version, or the version in force. */
import { GalatApi } from "../../../src/web/api/panggil.js";
import { api } from "../api/api.js";
import type { Proses } from "../api/skema-versi.js";
import { t } from "../bahasa/bahasa.js";
import type { Alamat } from "../rute.js";
import type { Terbuka } from "../terbuka.js";

/** `xml` is the diagram; `proses` is undefined for a draft whose process the server does not list. */
export interface Termuat {
  readonly terbuka: Terbuka;
  readonly xml: string;
  readonly proses: Proses | undefined;
}

const takAda = (): GalatApi => new GalatApi(404, "", t("There is no such draft or version; perhaps it was deleted."));

/** Throws GalatApi where there is nothing of that address, or no right to see it. */
export async function muat(alamat: Alamat): Promise<Termuat> {
  const semua = await api.proses();
  if (alamat.jenis === "draf") {
    const draf = await api.draf(alamat.id);
    const proses = semua.find((p) => p.kunci === draf.kunci);
    return {
      terbuka: { jenis: "draf", id: draf.id, kunci: draf.kunci, judul: draf.judul, draf },
      xml: draf.xml,
      proses,
    };
  }
  const cari = alamat.jenis === "versi" ? alamat.id : semua.find((p) => p.berlaku)?.berlaku?.id;
  if (!cari) throw new GalatApi(404, "", t("No process is in force yet."));
  for (const proses of urutkan(semua, cari)) {
    const versi = (await api.versi(proses.kunci)).find((v) => v.id === cari);
    if (!versi) continue;
    const terbuka: Terbuka = { jenis: "versi", id: versi.id, kunci: proses.kunci, judul: proses.nama, versi };
    return { terbuka, xml: await api.xml(versi.id), proses };
  }
  throw takAda();
}

/** A definition id begins with its process key: that process is looked at first. */
const urutkan = (semua: readonly Proses[], id: string): Proses[] =>
  [...semua].sort((a, b) => Number(id.startsWith(`${b.kunci}:`)) - Number(id.startsWith(`${a.kunci}:`)));

/** The one way a message leaves: logged before, sent under its idempotency key, logged after (design decision 2). */
import { catatDicoba, catatTerkirim, sidikPesan } from "../../src/pesan-keluar/index.js";
import { AdapterError, type Lampiran, type Pesan } from "../adapters/index.js";
import type { Deps } from "../deps.js";

/** A message with its idempotency key (kunciPesan), what it is for, and the request it belongs to. */
export interface PesanKeluar {
  readonly kunci: string;
  readonly tujuan: string;
  readonly nomorPermohonan: string;
  readonly kepada: string;
  readonly perihal: string;
  readonly isi: string;
  readonly lampiran?: Lampiran[] | undefined;
}

/** Sends a message at most once: what the log says is delivered is not sent again. Throws AdapterError. */
export async function kirimPesan(
  { db, adapters, kunci, now }: Pick<Deps, "db" | "adapters" | "kunci" | "now">,
  pesan: PesanKeluar,
  signal?: AbortSignal,
): Promise<void> {
  const { tujuan, nomorPermohonan, ...isi } = pesan;
  const sidik = sidikPesan(kunci[0], isi);
  const { kepada, perihal } = isi;
  const pertama = await catatDicoba(db, { kunci: isi.kunci, tujuan, nomorPermohonan, kepada, perihal, sidik });
  if (pertama.terkirim !== null) return;
  const idPesan = await kirim(adapters, isi, pertama.sidik !== sidik, signal);
  await catatTerkirim(db, { kunci: isi.kunci, idPesan, terkirim: now() });
}

/**
 * e-Pesan refuses a key that it has seen with another text. Where our own text has changed since the first try (a new
 * version, another address in the configuration), that means: the first try had arrived.
 */
async function kirim(
  { epesan }: Deps["adapters"],
  pesan: Pesan,
  berubah: boolean,
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    return (await epesan.kirim(pesan, signal)).idPesan;
  } catch (error) {
    const tibaDahulu = error instanceof AdapterError && error.code === "KUNCI_DIPAKAI_ULANG" && berubah;
    if (tibaDahulu) return undefined;
    throw error;
  }
}

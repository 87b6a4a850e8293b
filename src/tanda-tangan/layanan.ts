/**
 * Signing a letter electronically. The passphrase is an argument that is passed on once; no row, log line or error holds
 * it. A signature is asked for once: what comes of it is written down, also when it comes late.
 */
import type * as pkijs from "pkijs";
import type { Db } from "../db/open.js";
import { bacaDokumen, rincianDokumen } from "../dokumen/store.js";
import type { Logger } from "../log.js";
import type { Dokumen } from "../proses/variabel.js";
import { teksSama } from "./beda.js";
import type { PembuatCap } from "./cap.js";
import { GalatPenanda } from "./galat.js";
import { type LaporanPdf, laporkan, sahSeluruhnya } from "./laporan.js";
import type { MintaTandaTangan, Penanda } from "./penanda.js";
import {
  type BarisTandaTangan,
  bacaHidup,
  catatBelumDiketahui,
  catatBerhasil,
  catatTanpaHasil,
  mulaiTandaTangan,
  type SuratDitandai,
} from "./simpanan.js";
import { kataPdf } from "./teks-pdf.js";
import { tempelCap } from "./tempel.js";

/** Everything that signing works with. `penanda` null: only signed PDFs can be uploaded. */
export interface DepsTandaTangan {
  readonly penanda: Penanda | null;
  /** Made at the first signature: it loads the letter folder. */
  readonly cap: () => PembuatCap;
  /** Roots of BSrE; none: nothing counts as BSrE's. */
  readonly akarBsre: readonly pkijs.Certificate[];
  /** Address of the product without a slash at the end, for the QR code. */
  readonly alamat: string;
  /** How long the person waits at the screen, and how long the signer's call may take at most; ms. */
  readonly tungguMs: number;
  readonly batasMs: number;
}

/** What the form shows. `bolehUlang`: the call has ended, so signing once more cannot lead to two at a time. */
export interface KeadaanTandaTangan {
  readonly keadaan: "siap" | "berjalan" | "berhasil" | "belumDiketahui";
  readonly id: string | null;
  readonly dimulai: string | null;
  readonly dokumen: Dokumen | null;
  readonly laporan: LaporanPdf | null;
  readonly bolehUlang: boolean;
}

interface Lingkungan {
  readonly db: Db;
  readonly logger: Logger;
  readonly jam: () => Date;
  readonly tandaTangan: DepsTandaTangan;
}

const ALASAN = "Menandatangani Surat Pemberitahuan";
/** Beyond the signer's own limit a call is over even where the process died and could not write so. */
const CADANGAN_MS = 10_000;

/** How the person's signature of this draft stands. */
export async function keadaanTandaTangan(k: Lingkungan, draf: string, oleh: string): Promise<KeadaanTandaTangan> {
  const baris = await bacaHidup(k.db, draf, oleh);
  if (!baris) return { keadaan: "siap", id: null, dimulai: null, dokumen: null, laporan: null, bolehUlang: true };
  const dokumen = baris.dokumen === null ? undefined : await rincianDokumen(k.db, baris.dokumen);
  const lewat = baris.dimulai.getTime() + k.tandaTangan.batasMs + CADANGAN_MS < k.jam().getTime();
  const keadaan = baris.keadaan === "berjalan" && lewat ? "belumDiketahui" : baris.keadaan;
  return {
    keadaan: keadaan === "berhasil" || keadaan === "belumDiketahui" ? keadaan : "berjalan",
    id: baris.id,
    dimulai: baris.dimulai.toISOString(),
    dokumen: dokumen ? { id: dokumen.id, nama: dokumen.nama, ukuran: dokumen.ukuran, sha256: dokumen.sha256 } : null,
    laporan: baris.laporan,
    bolehUlang: keadaan === "belumDiketahui" && (baris.berakhir !== null || lewat),
  };
}

/**
 * Signs, unless an attempt of this person at this draft is under way, done or of unknown outcome: then its state is the
 * answer and the signer is not asked. Throws GalatPenanda where it is certain that nothing was signed.
 */
export async function tandaTanganiSurat(
  k: Lingkungan,
  penanda: Penanda,
  surat: SuratDitandai,
  passphrase: string,
): Promise<KeadaanTandaTangan> {
  const { baru, baris } = await mulaiTandaTangan(k.db, surat, penanda.jenis, k.jam());
  if (baru) {
    const kerja = kerjakan(k, penanda, baris, surat, passphrase);
    if ((await selesaiDalam(kerja, k.tandaTangan.tungguMs)) === "belum") {
      await catatBelumDiketahui(k.db, baris.id);
      kerja.catch((error: unknown) => k.logger.error({ err: error, tandaTangan: baris.id }, "a late signature failed"));
    }
  }
  return keadaanTandaTangan(k, surat.draf.id, surat.oleh.id);
}

async function selesaiDalam(kerja: Promise<void>, ms: number): Promise<"selesai" | "belum"> {
  let jam: NodeJS.Timeout | undefined;
  const batas = new Promise<"belum">((jadi) => {
    jam = setTimeout(jadi, ms, "belum");
  });
  return Promise.race([kerja.then(() => "selesai" as const), batas]).finally(() => clearTimeout(jam));
}

/** The whole of one attempt, to its row. Rejects with what the person should learn, after the row is written. */
async function kerjakan(
  k: Lingkungan,
  penanda: Penanda,
  baris: BarisTandaTangan,
  surat: SuratDitandai,
  passphrase: string,
): Promise<void> {
  let dikirim = false;
  try {
    const minta = await siapkan(k, penanda, baris, surat);
    dikirim = true;
    const pdf = await penanda.tandaTangani({ ...minta, passphrase });
    const laporan = await periksaHasil(k, penanda, minta.pdf, pdf);
    await catatBerhasil(k.db, baris, { pdf, laporan, saat: k.jam() });
  } catch (error) {
    const galat = error instanceof GalatPenanda ? error : undefined;
    const pasti = galat?.pasti ?? !dikirim;
    const kode = galat?.kode ?? "GALAT_DALAM";
    k.logger.warn({ kode, sebab: galat?.sebab, tandaTangan: baris.id }, "the letter was not signed");
    await catatTanpaHasil(k.db, baris.id, pasti ? "gagal" : "belumDiketahui", kode, k.jam());
    if (galat === undefined || pasti) throw error;
  }
}

/** The draft with its stamp, and the rest of what the signer is asked, but for the passphrase. */
async function siapkan(
  k: Lingkungan,
  penanda: Penanda,
  { id, dimulai }: BarisTandaTangan,
  surat: SuratDitandai,
): Promise<Omit<MintaTandaTangan, "passphrase">> {
  const draf = await bacaDokumen(k.db, surat.draf.id);
  if (draf?.sha256 !== surat.draf.sha256) throw new Error("the draft is not the one of the task");
  const cap = k.tandaTangan.cap();
  const alamat = `${k.tandaTangan.alamat}/verifikasi/${id}`;
  const gambar = cap.cetak({ alamat, nama: surat.oleh.nama, saat: dimulai, bsre: harusBsre(k, penanda) });
  const { pdf, letak } = await tempelCap(draf.isi, gambar);
  return { pdf, letak, akun: surat.oleh.id, nama: surat.oleh.nama, alasan: ALASAN, tempat: cap.kota };
}

/** The stamp names BSrE: it may only stay where the certificate proves it. */
const harusBsre = ({ tandaTangan }: Lingkungan, { jenis }: Penanda): boolean =>
  jenis === "bsre" && tandaTangan.akarBsre.length > 0;

async function periksaHasil(k: Lingkungan, penanda: Penanda, bercap: Buffer, pdf: Buffer): Promise<LaporanPdf> {
  const laporan = await laporkan(pdf, k.tandaTangan.akarBsre, k.jam()).catch(() => undefined);
  const sah = laporan !== undefined && sahSeluruhnya(laporan) && (await suratYangSama(bercap, pdf));
  if (sah && (!harusBsre(k, penanda) || laporan.tandaTangan.every((t) => t.bsre))) return laporan;
  throw new GalatPenanda("HASIL_TIDAK_SAH", "the signer's file does not hold up");
}

/** Signers add to the file; one that writes it anew must at least keep the words. */
async function suratYangSama(bercap: Buffer, pdf: Buffer): Promise<boolean> {
  if (pdf.subarray(0, bercap.length).equals(bercap)) return true;
  return teksSama(await kataPdf(bercap), await kataPdf(pdf));
}

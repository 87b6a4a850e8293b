/** Starting a request: from the start form in Tasklist, and from `POST /api/permohonan`. */
import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import { ikatDokumen, type PengikatDokumen, periksaDokumen } from "../../dokumen/ikat.js";
import { tandaiDisebut } from "../../dokumen/sapu.js";
import { Galat } from "../../galat.js";
import { beriNomorTahun, teksNomorPermohonan } from "../../nomor-urut.js";
import { enkode, jawabanKeVariabel } from "../../proses/jawaban.js";
import type { Balasan } from "../../sesi/mesin-pengguna.js";
import { type Pengguna, satuSatker } from "../../sesi/pengguna.js";
import { traced } from "../../tracing.js";
import { tahunWib } from "../../waktu/wib.js";
import type { Konteks } from "../konteks.js";
import { tolakanMesin } from "../mesin/tolakan-mesin.js";
import { isianTidakSah, periksa } from "../validasi.js";
import { dokumenDisebut, gantiDokumen } from "./dokumen-jawaban.js";

/** A started request: its number, its process instance, and the engine's reply to be passed on. */
export interface Dimulai {
  readonly nomor: string;
  readonly instans: string;
  readonly balasan: Balasan;
}

const InstansBaru = z.object({ id: z.string() });
const LANGKAH_AWAL = "Permohonan reset password";

/**
 * Starts a request with the person's own session at `jalur` (the engine's submit-form or start). The number belongs to
 * the letter: sending the same letter twice can neither start two requests nor use up two numbers.
 */
export async function mulaiPermohonan(
  k: Konteks,
  pengguna: Pengguna,
  dari: IncomingHttpHeaders,
  jalur: string,
  masukan: unknown,
): Promise<Dimulai> {
  const satker = satuSatker(pengguna);
  const isi = periksa(k.formulir["permohonan-diajukan"], masukan);
  const oleh: PengikatDokumen = { pengguna: pengguna.id, satker: [satker.id] };
  const disebut = dokumenDisebut(isi);
  const awal = await periksaDokumen(k.db, disebut, oleh);
  if (awal.galat.length > 0) throw isianTidakSah(awal.galat);
  await tandaiDisebut(k.db, [...awal.acuan.keys()]);
  const saat = k.jam();
  const nomor = teksNomorPermohonan(
    await beriNomorTahun(k.db, { jenis: "permohonan", tahun: tahunWib(saat), kunci: isi.suratPermohonan.id }),
  );
  const mulai = () =>
    k.db.transaction(async (tx) => {
      // Locks the letter's row: of two starts with one letter the second waits here and then finds the first.
      const { acuan, galat } = await periksaDokumen(tx, disebut, { ...oleh, nomorPermohonan: nomor });
      if (galat.length > 0) throw isianTidakSah(galat);
      if (await k.mesin.instans(nomor)) throw sudahDiajukan(nomor);
      await ikatDokumen(tx, [...acuan.keys()], nomor);
      const variabel = {
        ...jawabanKeVariabel("permohonan-diajukan", gantiDokumen(isi, acuan), {
          langkah: LANGKAH_AWAL,
          pelaku: pengguna,
          waktu: saat.toISOString(),
          keadaan: {},
        }),
        ...enkode({ satker: satker.id, namaSatker: satker.nama, nomorPermohonan: nomor }),
      };
      const balasan = await k.pengguna(dari, "POST", jalur, { variables: variabel, businessKey: nomor });
      if (balasan.status !== 200) throw tolakanMesin(balasan, "Anda tidak berhak mengajukan permohonan.");
      return { nomor, instans: InstansBaru.parse(balasan.json).id, balasan };
    });
  return traced({ name: "jawab permohonan-diajukan", businessKey: nomor }, mulai);
}

const sudahDiajukan = (nomor: string): Galat =>
  new Galat("SURAT_SUDAH_DIAJUKAN", `Surat ini sudah diajukan sebagai permohonan ${nomor}.`);

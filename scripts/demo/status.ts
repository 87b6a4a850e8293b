import { z } from "zod";
import { Arsip, Dokumen } from "../../src/proses/variabel.js";
import { Ditolak, type Pengguna } from "../drive/pengguna.js";

const Langkah = z.object({
  // The SOP's numbers are texts in the diagram.
  nomor: z.coerce.number(),
  aktivitas: z.string(),
  pelaksana: z.string(),
  output: z.string(),
  keadaan: z.enum(["belum", "berjalan", "selesai", "lewat"]),
  mulai: z.string().nullable(),
  selesai: z.string().nullable(),
  tenggat: z.string().nullable(),
  oleh: z.array(z.object({ nama: z.string() })),
});
/** One row of the SOP, as far as this request has come; times are ISO instants. */
export type Langkah = z.infer<typeof Langkah>;

const Status = z.object({
  nomor: z.string(),
  keadaan: z.string(),
  diajukan: z.string(),
  selesai: z.string().nullable(),
  langkah: z.array(Langkah),
  akun: z.array(
    z.object({
      nama: z.string(),
      nip: z.string(),
      peran: z.string(),
      hasilUserId: z.string().nullable(),
      status: z.string(),
    }),
  ),
  nomorSurat: z.string().nullable(),
  tanggalSuratPemberitahuan: z.string().nullable(),
  drafSurat: Dokumen.nullable(),
  suratDitandatangani: Dokumen.nullable(),
  arsip: Arsip.nullable(),
});
/** A request as `GET /api/permohonan/{nomor}` tells it. */
export type Status = z.infer<typeof Status>;

/** Where the request stands, in the eyes of this person; throws Ditolak where he may not see it. */
export async function readStatus(person: Pengguna, nomor: string): Promise<Status> {
  const { status, isi } = await person.panggil("GET", `/api/permohonan/${encodeURIComponent(nomor)}`);
  if (status >= 400) throw new Ditolak(status, isi, `permohonan ${nomor}`);
  return Status.parse(isi);
}

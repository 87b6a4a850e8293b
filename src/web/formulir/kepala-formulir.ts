/** What the head says of a task and of the start form. */
import type { Kalender } from "../../calendar/calendar.js";
import type { FormulirAwal, Tugas } from "../api/skema.js";
import { teksSop } from "../bagian/dasar.js";
import { type Kepala, kepala } from "./bagian/kepala.js";

/** What is asked in the tasks that are no row of the SOP. */
const MANUAL: Readonly<Record<string, string>> = {
  "perbaiki-akun": "Bandingkan data akun ini dengan surat, lalu perbaiki atau nyatakan gagal.",
  "reset-manual": "Pasang password baru pada akun ini di Aplikasi SPSE.",
  "sampaikan-kredensial": "Sampaikan User ID dan password langsung kepada yang bersangkutan.",
  "kirim-surat-manual": "Sampaikan Surat Pemberitahuan kepada Satuan Kerja dengan cara lain, lalu catat caranya.",
  "sampaikan-penolakan": "Sampaikan alasan penolakan kepada Satuan Kerja dengan cara lain, lalu catat caranya.",
};

/** The head of a user task. */
export function kepalaTugas(tugas: Tugas, sekarang: Date, kalender?: Kalender): Kepala {
  const { nomor, satker } = tugas.permohonan;
  return kepala(
    {
      // Tasklist shows the task's own name right above.
      judul: `Permohonan ${nomor} dari ${satker.nama}`,
      sop: tugas.sop,
      pelaksana: tugas.sop?.pelaksana ?? tugas.pelaksana.lane ?? "",
      perihal: tugas.sop ? teksSop(tugas.sop.aktivitas) : (MANUAL[tugas.langkah] ?? tugas.nama),
      tenggat: tugas.tenggat ? new Date(tugas.tenggat) : null,
      mulai: new Date(tugas.dibuat),
      kalender,
    },
    sekarang,
  );
}

/** The head of the start form, which belongs to no step yet. */
export function kepalaAwal({ satker, pemohon }: FormulirAwal, sekarang: Date): Kepala {
  return kepala(
    {
      judul: "Ajukan permohonan reset password",
      langkah: "Permohonan baru",
      sop: null,
      pelaksana: satker.nama,
      perihal: `Diajukan oleh ${pemohon.nama}. Sesudah ini Anda memeriksanya sekali lagi, lalu mengirimkannya sebagai langkah 1.`,
      tenggat: null,
    },
    sekarang,
  );
}

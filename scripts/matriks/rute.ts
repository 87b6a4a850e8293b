/** The matrix of the gateway's own routes. A new route needs a row here: tests/contracts/matriks.test.ts says so. */
import { type Baris, hanya, masuk, PELAKSANA, PETUGAS, SATKER, semua } from "./peran.js";

const satkerTidak = { satker: 403, satkerLain: 403 };
const bukanPemilik = { satkerLain: 404 };
const tugas = { id: "{tugas}" };
const menandai = { id: "{tugasTandaTangan}" };
const tanpaSatker = { satker: 404, satkerLain: 404 };
const tiada = { id: "{tiada}" };
const draf = { id: "{draf}" };
const rentang = "dari=2026-11-01&sampai=2026-11-30";

/** Every method and path of the gateway; tests/journeys/route-matrix.test.ts asks each of them as each role. */
export const matriksRute: readonly Baris[] = [
  { rute: "GET /healthz", boleh: semua(200) },
  { rute: "GET /readyz", boleh: semua(200) },
  { rute: "GET /metrics", boleh: semua(200) },

  { rute: "GET /api/info", boleh: semua(200) },
  { rute: "GET /api/saya", boleh: masuk(200) },
  { rute: "GET /api/formulir-awal", boleh: hanya(SATKER, 200) },
  { rute: "GET /api/proses/diagram", boleh: masuk(200) },
  { rute: "GET /api/kalender", boleh: masuk(200) },

  { rute: "GET /api/permohonan", boleh: masuk(200) },
  { rute: "POST /api/permohonan", boleh: hanya(SATKER, 400), badan: {} },
  { rute: "GET /api/permohonan/:nomor", boleh: masuk(200, bukanPemilik), isi: { nomor: "{nomor}" } },
  {
    rute: "POST /api/permohonan/:nomor/tarik",
    boleh: masuk(403, { satker: 409, satkerLain: 404 }),
    isi: { nomor: "{nomorLangkahSatu}" },
    badan: { alasan: "Tidak jadi diajukan" },
  },

  { rute: "GET /api/tugas/:id", boleh: masuk(200, tanpaSatker), isi: tugas },
  { rute: "GET /api/tugas/:id", boleh: masuk(200, bukanPemilik), isi: { id: "{tugasSatker}" } },
  {
    rute: "POST /api/tugas/:id/kredensial",
    boleh: masuk(409, tanpaSatker),
    isi: tugas,
    badan: {},
  },
  { rute: "GET /api/tugas/:id/tanda-tangan", boleh: masuk(200, tanpaSatker), isi: menandai },
  // Nobody signs what he has not taken, and only Kepala UKPBJ can take it.
  {
    rute: "POST /api/tugas/:id/tanda-tangan",
    boleh: masuk(403, tanpaSatker),
    isi: menandai,
    badan: { passphrase: "tidak sah" },
  },
  { rute: "POST /api/tugas/:id/tanda-tangan/periksa", boleh: masuk(403, tanpaSatker), isi: menandai, badan: {} },
  { rute: "POST /api/tugas/:id/tanda-tangan/tinggalkan", boleh: masuk(403, tanpaSatker), isi: menandai, badan: {} },
  { rute: "POST /api/tugas/:id/surat-bertanda-tangan", boleh: masuk(400, tanpaSatker), isi: menandai, badan: {} },

  { rute: "POST /api/dokumen", boleh: hanya([...SATKER, ...PELAKSANA], 400), kueri: "nama=" },
  {
    rute: "GET /api/dokumen/:id",
    boleh: masuk(404, { satker: 200, kepalaUkpbj: 200, kepalaLpse: 200, tim: 200 }),
    isi: { id: "{dokumen}" },
  },

  { rute: "GET /api/modeler/saya", boleh: masuk(200) },
  { rute: "GET /api/modeler/topik", boleh: masuk(200) },
  { rute: "POST /api/modeler/grup", boleh: hanya(["admin"], 400), badan: {} },
  { rute: "GET /api/modeler/proses", boleh: masuk(200) },
  { rute: "GET /api/modeler/proses/:kunci/versi", boleh: masuk(200), isi: { kunci: "reset-password-spse" } },
  { rute: "GET /api/modeler/versi/:id/xml", boleh: masuk(200), isi: { id: "{definisi}" } },
  { rute: "GET /api/modeler/draf", boleh: masuk(200) },
  { rute: "POST /api/modeler/draf", boleh: hanya(["pemilik"], 400), badan: {} },
  { rute: "POST /api/modeler/draf/dari-sop", boleh: hanya(["pemilik"], 400), badan: {} },
  { rute: "GET /api/modeler/draf/:id", boleh: masuk(200), isi: draf },
  { rute: "GET /api/modeler/draf/:id/pelaksana", boleh: masuk(200), isi: draf },
  { rute: "PUT /api/modeler/draf/:id", boleh: hanya(["pemilik"], 400), isi: draf, badan: {} },
  { rute: "DELETE /api/modeler/draf/:id", boleh: hanya(["pemilik"], 404), isi: tiada },
  { rute: "GET /api/modeler/draf/:id/beda", boleh: masuk(200), isi: draf },
  { rute: "POST /api/modeler/draf/:id/periksa", boleh: masuk(404), isi: tiada },
  { rute: "GET /api/modeler/draf/:id/uji", boleh: masuk(200), isi: draf },
  { rute: "POST /api/modeler/draf/:id/uji", boleh: hanya(["pemilik"], 404), isi: tiada },
  { rute: "POST /api/modeler/draf/:id/ajukan", boleh: hanya(["pemilik"], 400), isi: draf, badan: {} },
  { rute: "POST /api/modeler/draf/:id/setujui", boleh: hanya(["penyetuju"], 404), isi: tiada, badan: {} },
  { rute: "POST /api/modeler/draf/:id/tolak", boleh: hanya(["penyetuju"], 400), isi: draf, badan: {} },
  { rute: "POST /api/modeler/draf/:id/komentar", boleh: hanya(["pemilik", "penyetuju"], 400), isi: draf, badan: {} },
  { rute: "POST /api/modeler/draf/:id/dasarkan-ulang", boleh: hanya(["pemilik"], 400), isi: draf, badan: {} },
  { rute: "POST /api/modeler/draf/:id/terapkan", boleh: hanya(["pemilik"], 400), isi: draf, badan: {} },
  { rute: "POST /api/modeler/kembalikan", boleh: hanya(["pemilik"], 400), badan: {} },
  { rute: "GET /api/modeler/migrasi", boleh: hanya(PETUGAS, 200) },
  { rute: "POST /api/modeler/migrasi", boleh: hanya(["pemilik"], 400), badan: {} },
  { rute: "GET /api/modeler/migrasi/:id", boleh: hanya(PETUGAS, 404), isi: tiada },
  { rute: "GET /api/modeler/audit", boleh: masuk(200) },

  { rute: "GET /api/sla/langkah", boleh: masuk(200) },
  { rute: "GET /api/sla/langkah.csv", boleh: masuk(200) },
  { rute: "GET /api/sla/langkah.xlsx", boleh: masuk(200) },
  {
    rute: "POST /api/sla/langkah/:id/alihkan",
    boleh: masuk(403, { satkerLain: 404, admin: 204 }),
    isi: { id: "{langkah}" },
    badan: { kepada: "hendra" },
  },
  {
    rute: "POST /api/sla/langkah/:id/perpanjang",
    boleh: masuk(403, { satkerLain: 404, admin: 200 }),
    isi: { id: "{langkah}" },
    badan: { tambah: "PT30M", alasan: "Menunggu surat keputusan" },
  },
  { rute: "GET /api/sla/ringkas", boleh: masuk(200) },
  { rute: "GET /api/sla/definisi/:id", boleh: masuk(200), isi: { id: "{definisi}" } },
  { rute: "GET /api/sla/instans/:id", boleh: masuk(200, bukanPemilik), isi: { id: "{instans}" } },
  { rute: "GET /api/sla/laporan", boleh: masuk(200), kueri: rentang },
  { rute: "GET /api/sla/laporan/bulanan", boleh: masuk(200, tanpaSatker) },
  { rute: "GET /api/sla/laporan/bulanan/:bulan", boleh: masuk(404), isi: { bulan: "2020-01" } },

  { rute: "GET /api/arsip", boleh: masuk(200, satkerTidak) },
  { rute: "GET /api/arsip.csv", boleh: masuk(200, satkerTidak) },
  { rute: "GET /api/arsip.xlsx", boleh: masuk(200, satkerTidak) },
  { rute: "GET /api/arsip/ekspor", boleh: masuk(200, satkerTidak), kueri: rentang },
  { rute: "GET /api/arsip/periksa", boleh: masuk(200, satkerTidak) },
  { rute: "POST /api/arsip/periksa", boleh: masuk(202, satkerTidak), badan: {} },
  { rute: "GET /api/arsip/keadaan", boleh: masuk(200, satkerTidak) },
  { rute: "GET /api/arsip/entri/:id", boleh: masuk(404, satkerTidak), isi: tiada },
  { rute: "GET /api/arsip/usul-musnah", boleh: masuk(200, satkerTidak) },
  { rute: "POST /api/arsip/usul-musnah", boleh: hanya(["tim"], 400), badan: {} },
  {
    rute: "POST /api/arsip/usul-musnah/:id/putuskan",
    boleh: hanya(["kepalaUkpbj", "kepalaLpse"], 400),
    isi: tiada,
    badan: {},
  },
  { rute: "GET /api/arsip/:id/isi", boleh: masuk(404, satkerTidak), isi: tiada },

  { rute: "GET /api/surat/nomor", boleh: masuk(200, satkerTidak) },
  { rute: "GET /api/surat/nomor.csv", boleh: masuk(200, satkerTidak) },
  { rute: "GET /api/surat/nomor.xlsx", boleh: masuk(200, satkerTidak) },
  { rute: "GET /api/surat/templat", boleh: masuk(200, satkerTidak) },
  { rute: "GET /api/surat/templat/:versi", boleh: masuk(404, satkerTidak), isi: { versi: "0" } },
  { rute: "POST /api/surat/templat/pratinjau", boleh: masuk(400, satkerTidak), badan: {} },
  { rute: "POST /api/surat/templat", boleh: hanya(["pemilik", "admin"], 400), badan: {} },
  { rute: "GET /api/audit", boleh: hanya(["admin"], 200) },
  { rute: "GET /api/audit.csv", boleh: hanya(["admin"], 200) },
  { rute: "GET /api/audit.xlsx", boleh: hanya(["admin"], 200) },

  { rute: "GET /sop/:kunci", boleh: masuk(200), isi: { kunci: "reset-password-spse.csv" } },
  {
    rute: "GET /sop/:kunci/versi/:versi",
    boleh: masuk(200),
    isi: { kunci: "reset-password-spse", versi: "1.csv" },
  },

  { rute: "GET /api/verifikasi/:id", boleh: semua(404), isi: tiada },
  { rute: "GET /verifikasi/:id", boleh: semua(200), isi: tiada },
  { rute: "GET /merek/merek.json", boleh: semua(200) },
  { rute: "GET /merek/merek.css", boleh: semua(200) },
  { rute: "GET /merek/logo", boleh: semua(404) },
];

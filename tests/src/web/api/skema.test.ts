import { expect, test } from "@jest/globals";
import { DaftarPermohonan } from "../../../../src/web/api/skema.js";

test("a request that an administrator began without the form does not hide the others", () => {
  const tanpaSurat = {
    nomor: "",
    satker: { id: "satker-biro-keuangan", nama: "" },
    nomorSuratPermohonan: null,
    jumlahAkun: 0,
    keadaan: "berjalan",
    diajukan: "2026-11-23T02:00:00.000Z",
    selesai: null,
    menunggu: [{ nomor: null, nama: "Melengkapi permohonan", tenggat: null, lewatTenggat: false }],
    nomorSurat: null,
  };
  const jawaban = { total: 1, halaman: 1, ukuran: 20, permohonan: [tanpaSurat] };
  expect(DaftarPermohonan.parse(jawaban).permohonan).toHaveLength(1);
});

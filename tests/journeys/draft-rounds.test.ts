/** The draft goes round as often as needed; every version is kept (SOP rows 7 to 11). */
import { describe, expect, test } from "@jest/globals";
import { kerjakan, sampaiVerifikasi, sebagai, selesai, setujuiDanTandaTangani, tugasDi } from "./setup/lakon.js";
import { akunDiSpse } from "./setup/simulator.js";

interface Draf {
  readonly draf: unknown;
  readonly permohonan: { versiDraf: number; nomorSurat: string; paragraf: { isi: string } };
}

describe("a letter that needs another round", () => {
  test("is drafted again with the changed text under the same number, and delivered by hand where e-Pesan fails", async () => {
    const permohonan = await sampaiVerifikasi("tono", await akunDiSpse(1));
    const ratna = await sebagai("ratna");
    const draf = async () => {
      const tugas = await tugasDi("ratna", permohonan, "koreksi-draf");
      return ((await ratna.panggil("GET", `/api/tugas/${tugas.id}`)).isi as Draf).permohonan;
    };
    const first = await draf();
    const paragraf = { ...first.paragraf, isi: "Isi surat yang telah diperbaiki oleh Kepala LPSE." };
    await kerjakan("ratna", permohonan, "koreksi-draf", {
      keputusanKoreksi: "koreksi",
      paragraf,
      alasan: "Lebih jelas",
    });
    const second = await draf();
    expect(second).toMatchObject({ versiDraf: first.versiDraf + 1, nomorSurat: first.nomorSurat, paragraf });
    const tugas = await tugasDi("ratna", permohonan, "koreksi-draf");
    const { draf: versi } = (await ratna.panggil("GET", `/api/tugas/${tugas.id}`)).isi as Draf;
    expect(versi).toMatchObject([
      { versi: 1, pengubah: null, paragraf: first.paragraf },
      { versi: 2, pengubah: { id: "ratna", alasan: "Lebih jelas" }, paragraf },
    ]);
    await kerjakan("ratna", permohonan, "koreksi-draf", { keputusanKoreksi: "setuju" });
    await kerjakan("hendra", permohonan, "tanda-tangan-surat", {
      keputusanTandaTangan: "kembalikan",
      alasan: "Tembusan kurang",
    });
    await setujuiDanTandaTangani(permohonan);
    await kerjakan("maya", permohonan, "kirim-surat-manual", { catatan: "Diantar kurir" });
    expect(await selesai(permohonan)).toEqual(["akhir-surat-terkirim"]);
  });
});

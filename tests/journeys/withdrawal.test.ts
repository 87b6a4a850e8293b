/** The Satker may withdraw until step 5 starts. */
import { describe, expect, test } from "@jest/globals";
import {
  ajukan,
  kerjakan,
  kirim,
  type Permohonan,
  sampaiPerintah,
  sampaiVerifikasi,
  sebagai,
  selesai,
  tugasDi,
} from "./setup/lakon.js";
import { akunAsing, akunDiSpse } from "./setup/simulator.js";

const tarik = async (orang: "dewi" | "rudi", { nomor }: Permohonan) =>
  (await sebagai(orang)).panggil("POST", `/api/permohonan/${nomor}/tarik`, { alasan: "Tidak jadi" });

describe("withdrawal", () => {
  test("ends a request that waits for the Kepala UKPBJ", async () => {
    const akun = await akunDiSpse(1);
    const permohonan = await ajukan("dewi", akun);
    await kirim("dewi", permohonan, akun);
    expect((await tarik("dewi", permohonan)).status).toBe(200);
    expect(await selesai(permohonan)).toEqual(["akhir-ditarik-langkah-2"]);
  });

  test("ends a request that waits for the Kepala LPSE", async () => {
    const akun = await akunDiSpse(1);
    const permohonan = await ajukan("dewi", akun);
    await kirim("dewi", permohonan, akun);
    await kerjakan("hendra", permohonan, "disposisi-permohonan", { keputusanDisposisi: "disposisi" });
    expect((await tarik("dewi", permohonan)).status).toBe(200);
    expect(await selesai(permohonan)).toEqual(["akhir-ditarik-langkah-3"]);
  });

  test("ends a request that waits for the Tim, but not at another Satker's wish", async () => {
    const permohonan = await sampaiPerintah("dewi", await akunDiSpse(1));
    await tugasDi("andi", permohonan, "verifikasi-permohonan");
    expect((await tarik("rudi", permohonan)).status).toBe(404);
    expect((await tarik("dewi", permohonan)).status).toBe(200);
    expect(await selesai(permohonan)).toEqual(["akhir-ditarik-langkah-4"]);
  });

  test("is refused with a clear sentence once step 5 has begun", async () => {
    const permohonan = await sampaiVerifikasi("dewi", [akunAsing()]);
    await tugasDi("andi", permohonan, "perbaiki-akun");
    const { status, isi } = await tarik("dewi", permohonan);
    expect(status).toBe(409);
    expect((isi as { detail: string }).detail).toMatch(/tidak dapat ditarik/i);
    await kerjakan("andi", permohonan, "perbaiki-akun", { keputusanPerbaikan: "gagal", alasan: "Tidak ada di SPSE" });
    await tugasDi("ratna", permohonan, "koreksi-draf");
  });
});

/** Requests that come back, or end early. */
import { describe, expect, test } from "@jest/globals";
import { ajukan, kerjakan, kirim, sampaiPerintah, sebagai, selesai, status } from "./setup/lakon.js";
import { akunDiSpse, kotakMasuk } from "./setup/simulator.js";

describe("a request that is not in order", () => {
  test("comes back from every actor with the reason, and can be sent again or withdrawn", async () => {
    const akun = await akunDiSpse(1);
    const permohonan = await ajukan("dewi", akun);
    await kirim("dewi", permohonan, akun);
    await kerjakan("hendra", permohonan, "disposisi-permohonan", {
      keputusanDisposisi: "kembalikan",
      alasan: "Tanda tangan belum ada",
    });
    await kirim("dewi", permohonan, akun);
    await kerjakan("hendra", permohonan, "disposisi-permohonan", { keputusanDisposisi: "disposisi" });
    await kerjakan("ratna", permohonan, "perintah-reset", {
      keputusanPerintah: "kembalikan",
      alasan: "Lampiran salah",
    });
    await kirim("dewi", permohonan, akun);
    await kerjakan("hendra", permohonan, "disposisi-permohonan", { keputusanDisposisi: "disposisi" });
    await kerjakan("ratna", permohonan, "perintah-reset", { keputusanPerintah: "perintahkan" });
    await kerjakan("andi", permohonan, "verifikasi-permohonan", {
      keputusanVerifikasi: "tidakLengkap",
      alasan: "SK tidak terbaca",
    });
    await kerjakan("dewi", permohonan, "kirim-permohonan", {
      keputusanPemohon: "tarik",
      alasan: "Akan diajukan ulang",
    });
    expect(await selesai(permohonan)).toEqual(["akhir-ditarik-langkah-1"]);
    const { keadaan, riwayat } = await status("dewi", permohonan);
    expect(keadaan).toBe("ditarik");
    expect(riwayat.flatMap((r) => r.alasan ?? [])).toEqual([
      "Tanda tangan belum ada",
      "Lampiran salah",
      "SK tidak terbaca",
      "Akan diajukan ulang",
    ]);
    const letters = (await kotakMasuk("biro.keuangan@kemenperin.go.id")).filter((p) =>
      p.isi?.includes(permohonan.nomor),
    );
    expect(letters.map((p) => [/Nomor \S+ terlampir/.test(p.isi ?? ""), p.lampiran.length])).toEqual(
      Array(3).fill([true, 1]),
    );
    const { surat } = await status("dewi", permohonan);
    expect(new Set(surat.map((s) => s.nomor)).size).toBe(3);
    expect(letters.flatMap((p) => p.lampiran.map((l) => l.sha256)).sort()).toEqual(
      surat.map((s) => s.dokumen.sha256).sort(),
    );
  });

  test("comes back also where e-Pesan does not know the Satker: its letter waits with the request", async () => {
    const akun = await akunDiSpse(1);
    const permohonan = await ajukan("tono", akun);
    await kirim("tono", permohonan, akun);
    await kerjakan("hendra", permohonan, "disposisi-permohonan", {
      keputusanDisposisi: "kembalikan",
      alasan: "Stempel belum ada",
    });
    await kerjakan("tono", permohonan, "kirim-permohonan", { keputusanPemohon: "tarik", alasan: "Batal" });
    expect(await selesai(permohonan)).toEqual(["akhir-ditarik-langkah-1"]);
    const { surat } = await status("tono", permohonan);
    expect(surat).toMatchObject([{ jenis: "surat-pengembalian" }]);
    const tono = await sebagai("tono");
    expect((await tono.panggil("GET", `/api/dokumen/${surat[0]?.dokumen.id}`)).status).toBe(200);
  });

  test("is refused by the Kepala UKPBJ, and the Satker is told why", async () => {
    const akun = await akunDiSpse(1);
    const permohonan = await ajukan("rudi", akun);
    await kirim("rudi", permohonan, akun);
    await kerjakan("hendra", permohonan, "disposisi-permohonan", {
      keputusanDisposisi: "tolak",
      alasan: "Bukan kewenangan UKPBJ ini",
    });
    expect(await selesai(permohonan)).toEqual(["akhir-ditolak"]);
    const told = (await kotakMasuk("pusdatin@kemenperin.go.id")).filter((p) => p.isi?.includes(permohonan.nomor));
    expect(told).toHaveLength(1);
    expect(told[0]?.isi).toContain("Bukan kewenangan UKPBJ ini");
    const { surat } = await status("rudi", permohonan);
    expect(surat).toMatchObject([{ jenis: "surat-penolakan", dokumen: { sha256: told[0]?.lampiran[0]?.sha256 } }]);
  });

  test("is no password case: it ends with the explanation, by hand where e-Pesan does not know the Satker", async () => {
    const permohonan = await sampaiPerintah("tono", await akunDiSpse(1));
    await kerjakan("andi", permohonan, "verifikasi-permohonan", {
      keputusanVerifikasi: "bukanReset",
      alasan: "Peran PPK sudah berakhir",
    });
    await kerjakan("maya", permohonan, "sampaikan-penolakan", { catatan: "Disampaikan lewat surat" });
    expect(await selesai(permohonan)).toEqual(["akhir-bukan-reset"]);
    expect((await status("tono", permohonan)).keadaan).toBe("bukanReset");
  });
});

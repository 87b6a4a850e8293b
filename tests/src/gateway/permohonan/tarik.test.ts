import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { eq } from "drizzle-orm";
import { audit } from "../../../../src/db/schema.js";
import { contohAkun } from "../../../support/contoh.js";
import { TABRAKAN } from "../../../support/tabrakan.js";
import { json, startUji, type Uji } from "../kit.js";
import { tambahTugas } from "../mesin-palsu.js";
import { kosongkan, milikKeuangan } from "./kit.js";

let uji: Uji;
beforeAll(async () => {
  uji = await startUji();
});
afterAll(() => uji.close());
beforeEach(() => kosongkan(uji.mesin));

describe("a withdrawal", () => {
  const tarik = (id: string, nomor: string, alasan = "keliru") =>
    uji.orang(id).kirim(`/api/permohonan/${nomor}/tarik`, { alasan });
  const siap = (nomor: string, kunci: string) => {
    const instans = milikKeuangan(uji.mesin, nomor);
    tambahTugas(uji.mesin, instans, kunci, ["kepala-ukpbj"]);
    return instans;
  };

  test.each(["disposisi-permohonan", "perintah-reset", "verifikasi-permohonan"])(
    "reaches the request in %s, with its reason in the record",
    async (kunci) => {
      const instans = siap("RP-2026-0121", kunci);
      expect((await tarik("dewi", "RP-2026-0121").expect(200)).body).toEqual({
        nomor: "RP-2026-0121",
        keadaan: "ditarik",
      });
      const [panggilan] = uji.mesin.panggilan;
      expect(panggilan).toMatchObject({
        jalur: "/message",
        isi: { messageName: "tarik-permohonan", processInstanceId: instans.id },
      });
      expect(JSON.stringify(panggilan?.isi)).toContain("keliru");
      expect(await uji.db.select().from(audit).where(eq(audit.objek, "RP-2026-0121"))).not.toEqual([]);
      await uji.db.delete(audit).where(eq(audit.objek, "RP-2026-0121"));
    },
  );

  test("needs a reason", async () => {
    siap("RP-2026-0122", "perintah-reset");
    expect((await tarik("dewi", "RP-2026-0122", "  ").expect(400)).body.galat).toEqual([
      { jalur: "alasan", pesan: "Alasan wajib diisi." },
    ]);
  });

  test("is the Satker's alone, and unknown to other Satkers", async () => {
    siap("RP-2026-0123", "perintah-reset");
    expect((await tarik("hendra", "RP-2026-0123").expect(403)).body.kode).toBe("BUKAN_SATKER_PEMOHON");
    await tarik("rudi", "RP-2026-0123").expect(404);
    expect(uji.mesin.panggilan).toEqual([]);
  });

  test("comes too late once step 5 has begun, also where the Tim was just faster", async () => {
    milikKeuangan(uji.mesin, "RP-2026-0124").variabel.akunDisetujui = json([contohAkun(1)]);
    const terlambat = await tarik("dewi", "RP-2026-0124").expect(409);
    expect(terlambat.body.detail).toContain("langkah 5");
    siap("RP-2026-0125", "verifikasi-permohonan");
    const isi = { type: "RestException", message: "MismatchingMessageCorrelationException: Cannot correlate" };
    uji.mesin.tolak.set("message", { status: 400, isi });
    expect((await tarik("dewi", "RP-2026-0125").expect(409)).body.kode).toBe("TIDAK_DAPAT_DITARIK");
  });

  test("has to wait for the moment in which a returned request is answered by letter", async () => {
    milikKeuangan(uji.mesin, "RP-2026-0127");
    expect((await tarik("dewi", "RP-2026-0127").expect(409)).body.detail).toContain("sedang dijawab dengan surat");
  });

  test.each(TABRAKAN)("is tried again after %s, and told so after the last try", async (_apa, isi) => {
    siap("RP-2026-0128", "perintah-reset");
    uji.mesin.tolak.set("message", { status: 500, isi, kali: 3 });
    await tarik("dewi", "RP-2026-0128").expect(200);
    uji.mesin.tolak.set("message", { status: 500, isi });
    expect((await tarik("dewi", "RP-2026-0128").expect(409)).body.kode).toBe("PERMOHONAN_BERTABRAKAN");
  });

  test("in step 1 goes by the task's own form, and a request that is over cannot be withdrawn", async () => {
    siap("RP-2026-0126", "kirim-permohonan");
    expect((await tarik("dewi", "RP-2026-0126").expect(409)).body.kode).toBe("TARIK_LEWAT_TUGAS");
    milikKeuangan(uji.mesin, "RP-2026-0127").state = "COMPLETED";
    expect((await tarik("dewi", "RP-2026-0127").expect(409)).body.detail).toBe("Permohonan ini sudah berakhir.");
  });
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import supertest from "supertest";
import { startUji, type Uji } from "./kit.js";

let uji: Uji;
beforeAll(async () => {
  uji = await startUji();
});
afterAll(() => uji.close());
const ambil = (jalur: string) => uji.orang("dewi").ambil(jalur);

describe("the SOP document", () => {
  test("is a PDF of the version in force, shown in the browser under a name of its own", async () => {
    const { body, headers } = await ambil("/sop/reset-password-spse.pdf").buffer(true).expect(200);
    expect(Buffer.from(body).subarray(0, 5).toString()).toBe("%PDF-");
    expect(headers["content-type"]).toBe("application/pdf");
    expect(headers["content-disposition"]).toBe('inline; filename="sop-reset-password-spse-versi-1.pdf"');
    expect(headers["cache-control"]).toBe("no-cache");
  });

  test("can be had of a version that may never change again", async () => {
    const { text, headers } = await ambil("/sop/reset-password-spse/versi/1.csv").expect(200);
    expect(text).toContain("No,Aktivitas,Satuan Kerja");
    expect(headers["content-disposition"]).toContain("attachment");
    expect(headers["cache-control"]).toContain("max-age");
    const { body } = await ambil("/sop/reset-password-spse/versi/1.json").expect(200);
    expect(body).toMatchObject({ kunci: "reset-password-spse", langkah: { length: 11 } });
  });

  test("is for signed-in people only", async () => {
    const { body } = await supertest(uji.app).get("/sop/reset-password-spse.html").expect(401);
    expect(body).toMatchObject({ kode: "SESI_BERAKHIR" });
  });

  test("of an unknown process, version or format is not there", async () => {
    for (const jalur of ["/sop/lain.pdf", "/sop/reset-password-spse/versi/7.pdf"])
      expect((await ambil(jalur).expect(404)).body).toMatchObject({ kode: "PROSES_BELUM_DIPASANG" });
    for (const jalur of ["/sop/reset-password-spse.exe", "/sop/..%2f..%2fetc.pdf", "/sop/a/versi/nol.pdf", "/sop/x"])
      expect((await ambil(jalur).expect(404)).body).toMatchObject({ kode: "JALUR_TIDAK_DIKENAL" });
  });
});

import { describe, expect, test } from "@jest/globals";
import { Galat, galat, type KodeGalat } from "../../../src/galat.js";
import { isiMesin, isiProblem, keGalat } from "../../../src/gateway/problem.js";
import { isianTidakSah } from "../../../src/gateway/validasi.js";

describe("a refusal", () => {
  test.each(Object.keys(galat) as KodeGalat[])("%s has a status, a title, and a type of its own", (kode) => {
    const problem = isiProblem(new Galat(kode, "Kalimat."));
    expect(problem).toMatchObject({ status: galat[kode].status, title: galat[kode].judul, kode, detail: "Kalimat." });
    expect(problem.type).toMatch(/^https:\/\/lpse\.example\/galat\/[a-z-]+$/);
    expect(problem.status).toBeGreaterThanOrEqual(400);
  });

  test("is shown by Tasklist, which reads type and message", () => {
    expect(isiMesin(isianTidakSah([{ jalur: "x", pesan: "Salah." }]))).toEqual({
      type: "InvalidRequestException",
      message: "Periksa isian: Salah.",
      kode: "ISIAN_TIDAK_SAH",
      galat: [{ jalur: "x", pesan: "Salah." }],
    });
  });

  test("that nobody foresaw says nothing of its cause", () => {
    const g = keGalat(new Error("password authentication failed for user postgres"));
    expect(g.kode).toBe("GALAT_DALAM");
    expect(g.message).not.toContain("password");
  });
});

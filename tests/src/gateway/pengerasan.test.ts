/** The gateway's hardening, one test an item: each is red when its item is taken out of `src/gateway/`. */

import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import supertest from "supertest";
import { tunggu } from "../../../scripts/tunggu.js";
import { catatAudit } from "../../../src/audit/index.js";
import { audit } from "../../../src/db/schema.js";
import { contohPdf } from "../../support/contoh.js";
import { API, startUji } from "./kit.js";
import { tambahInstans, tambahTugas } from "./mesin-palsu.js";

const ASAL = "http://localhost:3000";
let kini = Date.parse("2026-11-23T03:00:00Z");
let uji: Awaited<ReturnType<typeof startUji>>;
beforeAll(async () => {
  uji = await startUji({
    asal: ASAL,
    jam: () => new Date(kini),
    batas: { permintaanPerMenit: 60, unggahanPerMenit: 3, masuk: { percobaan: 3, seluruhnya: 100 } },
  });
  uji.mesin.orang.set("admin", { nama: "Admin LPSE", grup: ["camunda-admin"] });
});
afterAll(() => uji.close());
beforeEach(async () => {
  kini += 3_600_000;
  await uji.db.delete(audit);
});

const baris = async () =>
  (await uji.db.select().from(audit).orderBy(audit.id)).map(({ oleh, tindakan, objek, rincian }) => ({
    oleh,
    tindakan,
    objek,
    rincian,
  }));
/** The line is added when the reply is out. */
const barisSetelah = (jumlah: number) =>
  tunggu(`${jumlah} lines of the audit`, async () => {
    const semua = await baris();
    return semua.length >= jumlah ? semua : undefined;
  });

describe("signing in", () => {
  const LOGIN = "/camunda/api/admin/auth/user/default/login/tasklist";
  const masuk = (username: string, password: string, alamat = "198.51.100.7", jalur = LOGIN) =>
    supertest(uji.app)
      .post(jalur)
      .set({ cookie: "JSESSIONID=baru; XSRF-TOKEN=token", "x-xsrf-token": "token", "x-forwarded-for": alamat })
      .type("form")
      .send({ username, password });

  test("goes to the engine under the product's own origin and brings its cookies back", async () => {
    const { status, body, headers } = await masuk("dewi", "benar");
    expect([status, body]).toEqual([200, { userId: "dewi", authorizedApps: ["tasklist"], asal: ASAL }]);
    expect(headers["set-cookie"]).toEqual(["JSESSIONID=dewi; Path=/", "XSRF-TOKEN=t; Path=/"]);
  });

  test("is recorded with its address, right or wrong, and never with a password", async () => {
    await masuk("dewi", "benar");
    await masuk("dewi", "Rahasia-Salah-1");
    await masuk("Rahasia-Di-Kolom-Nama", "dewi");
    await masuk("dewi", "benar", "198.51.100.7", LOGIN.replace("tasklist", "admin"));
    expect(await baris()).toEqual([
      { oleh: "dewi", tindakan: "masuk", objek: "tasklist", rincian: { alamat: "198.51.100.7" } },
      { oleh: "dewi", tindakan: "masuk.gagal", objek: "tasklist", rincian: { alamat: "198.51.100.7" } },
      { oleh: "tidak dikenal", tindakan: "masuk.gagal", objek: "tasklist", rincian: { alamat: "198.51.100.7" } },
      { oleh: "dewi", tindakan: "masuk.ditolak", objek: "admin", rincian: { alamat: "198.51.100.7" } },
    ]);
    expect(uji.catatan.join("")).not.toContain("Rahasia-");
  });

  test("with wrong passwords makes a pause for that address and account, in whatever spelling of the path", async () => {
    for (let i = 0; i < 3; i += 1) expect((await masuk("rudi", "salah")).status).toBe(401);
    for (const jalur of [LOGIN, `${LOGIN}/`, LOGIN.replace("login", "%6Cogin")]) {
      const { status, body, headers } = await masuk("rudi", "benar", undefined, jalur);
      expect({ jalur, status, tunggu: headers["retry-after"] }).toEqual({ jalur, status: 429, tunggu: "30" });
      expect(body.message).toBe("Terlalu banyak kata sandi salah. Coba lagi dalam 30 detik.");
    }
    expect((await masuk("rudi", "benar", "203.0.113.9")).status).toBe(200);
    kini += 30_000;
    expect((await masuk("rudi", "benar")).status).toBe(200);
  });
});

describe("acts", () => {
  test("in the web apps are recorded with who, what and how they ended; questions are not", async () => {
    const instans = tambahInstans(uji.mesin, "RP-2026-0001");
    const tugas = tambahTugas(uji.mesin, instans, "disposisi-permohonan", ["kepala-ukpbj"]);
    const hendra = uji.orang("hendra");
    await hendra.kirim(`${API}/task/${tugas.id}/claim`, { userId: "hendra" }).expect(204);
    await hendra.kirim(`${API}/task`, {});
    await uji.orang("dewi").kirim(`${API}/task/${tugas.id}/claim`, { userId: "dewi" });
    await supertest(uji.app).delete(`${API}/process-instance/p1`).set("cookie", "JSESSIONID=admin; XSRF-TOKEN=token");
    await supertest(uji.app).delete(`${API}/process-instance/p2`);
    await hendra.kirim("/camunda/api/admin/auth/user/default/logout", {});
    expect(await barisSetelah(4)).toEqual([
      { oleh: "hendra", tindakan: "tugas.ambil", objek: tugas.id, rincian: { status: 204 } },
      { oleh: "dewi", tindakan: "tugas.ambil", objek: tugas.id, rincian: { status: 403 } },
      { oleh: "admin", tindakan: "mesin.delete", objek: "process-instance/p1", rincian: { status: 200 } },
      { oleh: "hendra", tindakan: "keluar", objek: "aplikasi web", rincian: { status: 200 } },
    ]);
  });

  test("are read by administrators only, newest first, and reading is one of them", async () => {
    await uji.orang("dewi").dokumen();
    await uji.orang("rudi").dokumen();
    expect((await uji.orang("wahyu").ambil("/api/audit")).status).toBe(403);
    expect((await supertest(uji.app).get("/api/audit")).status).toBe(401);
    const admin = uji.orang("admin");
    const semua = await admin.ambil("/api/audit?tindakan=dokumen&ukuran=1").expect(200);
    expect(semua.body).toMatchObject({ total: 2, halaman: 1, ukuran: 1, baris: [{ oleh: "rudi" }] });
    const satu = await admin.ambil("/api/audit?oleh=dewi&sampai=2100-01-01T00:00:00Z").expect(200);
    expect(satu.body.baris).toEqual([expect.objectContaining({ oleh: "dewi", tindakan: "dokumen.unggah" })]);
    const baca = await admin.ambil("/api/audit?tindakan=audit").expect(200);
    expect(baca.body.total).toBe(2);
    await admin.ambil("/api/audit?dari=kemarin").expect(400);
  });

  test("go out as a file with names and words, no cell of which is a formula", async () => {
    await uji.orang("dewi").dokumen();
    await catatAudit(uji.db, {
      oleh: "=cmd()",
      tindakan: "masuk.gagal",
      objek: "tasklist",
      rincian: { alamat: "::1" },
    });
    const admin = uji.orang("admin");
    expect((await uji.orang("wahyu").ambil("/api/audit.csv")).status).toBe(403);
    const { text } = await admin.ambil("/api/audit.csv").expect(200);
    expect(text).toMatch(/"?dewi"?;"?Dewi Lestari"?;"?Mengunggah dokumen"?;"?dokumen\.unggah/);
    expect(text).toContain("alamat: ::1");
    expect(text).not.toMatch(/(^|;)"?[=+@]/m);
    await admin.ambil("/api/audit.xlsx").expect(200);
    expect((await admin.ambil("/api/audit?tindakan=audit").expect(200)).body.total).toBe(2);
  });
});

describe("a page of another site", () => {
  test.each([
    ["POST", "/api/permohonan"],
    ["POST", "/api/dokumen?nama=a.pdf"],
    ["POST", "/api/permohonan/RP-1/tarik"],
    ["POST", "/api/tugas/t1/kredensial"],
    ["POST", "/api/sla/langkah/x/alihkan"],
    ["PUT", "/api/modeler/draf/x"],
    ["DELETE", "/api/modeler/draf/x"],
    ["POST", `${API}/task/t1/claim`],
    ["PUT", `${API}/task/t1/variables/x`],
    ["POST", "/camunda/api/admin/auth/user/default/login/tasklist"],
    ["POST", "/camunda/api/admin/auth/user/default/logout"],
    ["DELETE", `${API}/process-instance/p1`],
  ] as const)("cannot %s %s", async (method, jalur) => {
    for (const kepala of [
      { origin: "https://jahat.example" },
      { origin: "null" },
      { "sec-fetch-site": "cross-site" },
    ]) {
      const kirim = supertest(uji.app)[method.toLowerCase() as "post" | "put" | "delete"](jalur);
      const { status, body } = await kirim.set({ cookie: "JSESSIONID=hendra; XSRF-TOKEN=token", ...kepala });
      expect({ kepala, status, kode: body.kode }).toEqual({ kepala, status: 403, kode: "ASAL_TIDAK_DIKENAL" });
    }
    expect(await baris()).toEqual([]);
  });

  test("that links to a web app opens it with the person's login: by way of a page of ours", async () => {
    const dari = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    const buka = (jalur: string, kepala: object) =>
      supertest(uji.app)
        .get(jalur)
        .set({ ...dari, ...kepala });
    const pertama = await buka("/camunda/app/tasklist/default/", {});
    expect([pertama.status, pertama.headers["set-cookie"]]).toEqual([200, undefined]);
    expect(pertama.text).toContain('<script src="/dari-luar.js"></script>');
    expect(pertama.headers["content-security-policy"]).toContain("script-src 'self'");
    // What a person may do, the web apps ask the engine by OPTIONS.
    expect((await supertest(uji.app).options(`${API}/filter`).set("cookie", "JSESSIONID=admin")).text).toContain(
      '"jalur"',
    );
    expect((await supertest(uji.app).get("/dari-luar.js")).text).toContain("location.replace(alamat)");
    for (const [jalur, kepala] of [
      ["/camunda/app/tasklist/default/?dari-luar=", {}],
      ["/camunda/app/tasklist/default/", { "sec-fetch-site": "same-origin" }],
      ["/camunda/app/tasklist/default/", { cookie: "JSESSIONID=dewi" }],
    ] as const)
      expect((await buka(jalur, kepala)).text).toContain('"jalur"');
  });
});

describe("too much", () => {
  test("of requests from one address is refused for the rest of the minute, other addresses are not", async () => {
    const minta = (alamat: string, jalur = "/api/info") => supertest(uji.app).get(jalur).set("x-forwarded-for", alamat);
    for (let i = 0; i < 60; i += 1) expect((await minta("198.51.100.1")).status).toBe(200);
    for (const jalur of ["/api/info", "/", "/camunda/app/tasklist/default/"])
      expect({ jalur, status: (await minta("198.51.100.1", jalur)).status }).toEqual({ jalur, status: 429 });
    expect((await minta("198.51.100.2")).status).toBe(200);
    expect((await minta("198.51.100.1", "/healthz")).status).toBe(200);
    kini += 60_000;
    expect((await minta("198.51.100.1")).status).toBe(200);
  });

  test("of uploads by one account is refused, with words for the person", async () => {
    const dewi = uji.orang("dewi");
    for (let i = 0; i < 3; i += 1) await dewi.dokumen();
    const { status, body } = await dewi.unggah(contohPdf("x"));
    expect([status, body.kode]).toEqual([429, "TERLALU_SERING"]);
    await uji.orang("rudi").dokumen();
  });

  test("in one body to the engine is refused, as is one that does not say its length", async () => {
    const kuki = { cookie: "JSESSIONID=admin; XSRF-TOKEN=token", "x-xsrf-token": "token" };
    const ke = () => supertest(uji.app).put(`${API}/process-instance/p1/suspended`).set(kuki);
    expect((await ke().send({ isi: "x".repeat(5_242_880) })).status).toBe(413);
    expect((await ke().set("transfer-encoding", "chunked").send()).status).toBe(400);
    expect((await ke().send({ isi: "x" })).status).toBe(200);
  });
});

test("an upload with a script in it is refused, with what to do", async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.addJavaScript("buka", "app.alert(1)");
  const { status, body } = await uji.orang("dewi").unggah(Buffer.from(await pdf.save()));
  expect([status, body.kode]).toEqual([400, "PDF_BERISI_PROGRAM"]);
  expect(body.detail).toContain("Cetak surat itu ke PDF baru");
});

describe("headers", () => {
  const balasan = async (jalur: string, kepala: Record<string, string>) =>
    (await supertest(uji.app).get(jalur).set(kepala)).headers;
  const JALUR = ["/", "/api/info", "/camunda/app/tasklist/default/", "/camunda/api/x", "/tidak-ada"];

  test("insist on TLS where it is there, never on localhost or plain http", async () => {
    const tls = { "x-forwarded-proto": "https" };
    for (const jalur of JALUR) {
      const hsts = async (kepala: Record<string, string>) =>
        (await balasan(jalur, kepala))["strict-transport-security"];
      expect({ jalur, hsts: await hsts({ ...tls, host: "lpse.kemenperin.go.id" }) }).toEqual({
        jalur,
        hsts: "max-age=31536000",
      });
      expect(await hsts({ ...tls, host: "localhost" })).toBeUndefined();
      expect(await hsts({ host: "lpse.kemenperin.go.id" })).toBeUndefined();
    }
  });

  test("stop guessing of types and leaking of addresses on every reply", async () => {
    for (const jalur of JALUR) {
      const kepala = await balasan(jalur, {});
      expect({ jalur, jenis: kepala["x-content-type-options"] }).toEqual({ jalur, jenis: "nosniff" });
      expect({ jalur, ok: ["same-origin", "no-referrer"].includes(kepala["referrer-policy"] ?? "") }).toEqual({
        jalur,
        ok: true,
      });
    }
  });

  test("allow no inline script on our own pages", async () => {
    const aturan = (await balasan("/", {}))["content-security-policy"] ?? "";
    const skrip = aturan.split(";").find((a) => a.trim().startsWith("script-src"));
    expect(skrip).toBe("script-src 'self' 'wasm-unsafe-eval'");
  });
});

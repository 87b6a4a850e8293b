import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import supertest from "supertest";
import { createGateway } from "../../../src/gateway/app.js";
import { FormulirAwal, Info, Saya } from "../../../src/web/api/skema.js";
import { startUji, type Uji } from "./kit.js";

let uji: Uji;
beforeAll(async () => {
  uji = await startUji();
});
afterAll(() => uji.close());

const tamu = () => supertest(uji.app);
const tanpaMesin = () => createGateway({ ...uji.deps, engineUrl: "http://127.0.0.1:9" });

describe("who is asking", () => {
  test("is told by the engine's cookie, with groups and Satker", async () => {
    const { body, headers } = await uji.orang("dewi").ambil("/api/saya").expect(200);
    expect(Saya.parse(body)).toMatchObject({
      id: "dewi",
      nama: "Dewi Lestari",
      satker: { id: "satker-biro-keuangan" },
      internal: false,
    });
    expect(headers["cache-control"]).toBe("no-store");
    expect((await uji.orang("andi").ambil("/api/saya")).body).toMatchObject({ satker: null, internal: true });
  });

  test("is nobody without a cookie or with an old one", async () => {
    for (const { body } of [
      await tamu().get("/api/saya").expect(401),
      await uji.orang("siapa").ambil("/api/saya").expect(401),
    ])
      expect(body).toMatchObject({ kode: "SESI_BERAKHIR", detail: expect.stringContaining("Masuk lagi") });
  });

  test("is asked again after a few seconds, and at once after a failure", async () => {
    let kini = Date.parse("2026-11-23T03:00:00Z");
    const app = createGateway({ ...uji.deps, jam: () => new Date(kini) });
    const saya = () => supertest(app).get("/api/saya").set("cookie", "JSESSIONID=baru");
    await saya().expect(401);
    uji.mesin.orang.set("baru", { nama: "Baru", grup: [] });
    await saya().expect(200);
    uji.mesin.orang.delete("baru");
    await saya().expect(200);
    kini += 3_001;
    await saya().expect(401);
  });

  test("gets what the start form needs", async () => {
    const { body } = await uji.orang("rudi").ambil("/api/formulir-awal").expect(200);
    expect(FormulirAwal.parse(body)).toMatchObject({ satker: { id: "satker-pusdatin" }, hariIni: "2026-11-23" });
    expect((await uji.orang("andi").ambil("/api/formulir-awal").expect(403)).body.kode).toBe("TANPA_SATKER");
  });
});

describe("the proxy", () => {
  test("passes path, query, cookies and the outer address on, and widens the token's path to all pages", async () => {
    const balasan = await tamu()
      .get("/camunda/app/tasklist/?x=1")
      .set({ cookie: "JSESSIONID=dewi", host: "lpse.example:3000" })
      .expect(200);
    expect(balasan.body).toMatchObject({
      jalur: "/camunda/app/tasklist/?x=1",
      cookie: "JSESSIONID=dewi",
      host: "lpse.example:3000",
      asal: "http://localhost:3000",
    });
    expect(balasan.headers["set-cookie"]).toEqual(["XSRF-TOKEN=t; Path=/"]);
    expect(balasan.headers).not.toHaveProperty("content-security-policy");
  });

  test("says so where the engine does not answer: a page for people, JSON for programs", async () => {
    const app = tanpaMesin();
    const halaman = await supertest(app).get("/camunda/").set("accept", "text/html").expect(503);
    expect(halaman.text).toContain("Sistem sedang tidak dapat dihubungi");
    const json = await supertest(app)
      .get("/camunda/api/engine/engine/default/task")
      .set({ cookie: "JSESSIONID=dewi" })
      .expect(503);
    expect(json.body).toMatchObject({ kode: "MESIN_TIDAK_TERSEDIA" });
    const jawab = await supertest(app)
      .post("/camunda/api/engine/engine/default/task/x/complete")
      .set({ cookie: "JSESSIONID=dewi", "x-xsrf-token": "token" })
      .send({})
      .expect(503);
    expect(jawab.body).toMatchObject({ kode: "MESIN_TIDAK_TERSEDIA" });
  });
});

describe("calls from other pages", () => {
  test.each([
    [{ origin: "https://jahat.example" }],
    [{ "sec-fetch-site": "cross-site" }],
    [{ "sec-fetch-site": "same-site" }],
    [{ origin: "null" }],
  ])("with %j may not change anything", async (kepala) => {
    const { body } = await uji.orang("dewi").kirim("/api/permohonan", {}).set(kepala).expect(403);
    expect(body.kode).toBe("ASAL_TIDAK_DIKENAL");
  });

  test("of our own are taken, and reading is for the browser's own rules to limit", async () => {
    const sendiri = { host: "lpse.example", origin: "https://lpse.example", "sec-fetch-site": "same-origin" };
    await uji.orang("dewi").kirim("/api/permohonan", {}).set(sendiri).expect(400);
    await uji.orang("dewi").ambil("/api/saya").set({ "sec-fetch-site": "cross-site" }).expect(200);
  });
});

describe("the pages", () => {
  test("are asked for anew each time, what carries a hash in its name is kept", async () => {
    const halaman = await tamu().get("/").expect(200);
    expect(halaman.text).toContain("Beranda");
    expect(halaman.headers["cache-control"]).toBe("no-cache");
    expect(halaman.headers["content-security-policy"]).toContain("default-src 'self'");
    const aset = await tamu().get("/assets/mulai-Ci-zpIiH.js").expect(200);
    expect(aset.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  test("get the deployed diagram once signed in", async () => {
    await tamu().get("/api/proses/diagram").expect(401);
    const { type, text } = await uji.orang("dewi").ambil("/api/proses/diagram").expect(200);
    expect(type).toBe("application/xml");
    expect(text).toContain('id="reset-password-spse"');
  });

  test("know where the simulators are only in a demo", async () => {
    expect(Info.parse((await tamu().get("/api/info").expect(200)).body)).toMatchObject({
      demo: false,
      simulator: null,
    });
    const simulator = { spse: "http://127.0.0.1:4001", epesan: "http://127.0.0.1:4002" };
    const app = createGateway({ ...uji.deps, simulator });
    expect((await supertest(app).get("/api/info")).body).toMatchObject({ demo: true, simulator });
  });

  test("and addresses that are none answer a problem", async () => {
    for (const jalur of ["/api/tidak-ada", "/tidak-ada", "/%2e%2e/%2e%2e/etc/passwd"]) {
      const { type, body } = await tamu().get(jalur).expect(404);
      expect(type).toBe("application/problem+json");
      expect(body.kode).toBe("JALUR_TIDAK_DIKENAL");
    }
    expect((await uji.orang("dewi").ambil("/api/dokumen/%zz").expect(400)).body.kode).toBe("PERMINTAAN_TIDAK_TERBACA");
  });

  test("and bodies that are no JSON too", async () => {
    const { body } = await uji.orang("dewi").kirim("/api/permohonan", {}).type("json").send("{").expect(400);
    expect(body.kode).toBe("PERMINTAAN_TIDAK_TERBACA");
  });
});

describe("health", () => {
  // From 23 November 2026 until the end of 2027, the last year that is loaded.
  const calendar = { daysLeft: 403 };

  test("lives while the process does", async () => {
    await supertest(tanpaMesin()).get("/healthz").expect(200, { status: "ok" });
  });

  test("is ready with engine and database, and says which one is missing", async () => {
    await tamu().get("/readyz").expect(200, { status: "ok", engine: "ok", database: "ok", calendar });
    uji.mesin.mati = true;
    await tamu().get("/readyz").expect(503, { status: "not ready", engine: "unreachable", database: "ok", calendar });
    uji.mesin.mati = false;
    await uji.server.stop();
    await tamu().get("/readyz").expect(503, { status: "not ready", engine: "ok", database: "unreachable", calendar });
    await uji.server.start();
    await tamu().get("/readyz").expect(200);
  });

  test("gives browsers the working calendar, and says when it runs out", async () => {
    await tamu().get("/api/kalender").expect(401);
    const { status, body } = await uji.orang("dewi").ambil("/api/kalender");
    expect([status, body.tahunDimuat, body.peringatan]).toEqual([200, [2026, 2027], null]);
    expect(body.berkas).toHaveLength(3);
  });

  test("counts requests by route, never by id", async () => {
    await uji.orang("dewi").ambil("/api/permohonan/RP-2026-0077");
    await uji.orang("dewi").ambil("/api/permohonan/RP-2026-0078");
    const { text } = await tamu().get("/metrics").expect(200);
    expect(text).toMatch(
      /http_request_duration_seconds_count\{method="GET",route="\/api\/permohonan\/:nomor",status="404"\} 2/,
    );
    expect(text).not.toContain("RP-2026");
  });

  test("is logged without cookies, tokens and queries", async () => {
    await uji.orang("dewi", "token-rahasia").ambil("/api/permohonan?cari=rahasia-dewi");
    const semua = uji.catatan.join("");
    expect(semua).toContain('"path":"/api/permohonan"');
    for (const rahasia of ["JSESSIONID", "token-rahasia", "rahasia-dewi"]) expect(semua).not.toContain(rahasia);
  });
});

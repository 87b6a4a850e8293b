import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createFaults, Gangguan } from "../../simulators/faults.js";
import type { Simulators } from "../../simulators/start.js";
import { ask, BUDI, kirim, SANDI, setel, startForTest } from "./support/harness.js";

const faultsWith = (...wanted: object[]) => {
  const faults = createFaults();
  for (const fault of wanted) faults.add(Gangguan.parse(fault));
  return faults;
};

describe("a fault", () => {
  test("hits from the given request on and as often as given", () => {
    const faults = faultsWith({ jenis: "503", mulaiKe: 2, kali: 2 });
    const hits = [1, 2, 3, 4].map(() => faults.take("/pesan", [])?.jenis);
    expect(hits).toEqual([undefined, "503", "503", undefined]);
    expect(faults.list()).toMatchObject([{ dilihat: 4, kena: 2 }]);
  });

  test("without a number hits until it is removed", () => {
    const faults = faultsWith({ jenis: "500" });
    expect([1, 2, 3].map(() => faults.take("/x", [])?.jenis)).toEqual(["500", "500", "500"]);
    faults.clear();
    expect(faults.take("/x", [])).toBeUndefined();
  });

  test.each([
    ["/akun/*/kata-sandi", "/akun/BUDI/kata-sandi", true],
    ["/akun/{userId}/kata-sandi", "/akun/BUDI/kata-sandi", true],
    ["/akun", "/akun/BUDI/kata-sandi", false],
    ["/akun/*", "/akun/BUDI/kata-sandi", false],
    ["/akun/AGUS/kata-sandi", "/akun/BUDI/kata-sandi", false],
  ])("on %s and a request for %s: hit is %s", (jalur, path, hit) => {
    expect(faultsWith({ jenis: "500", jalur }).take(path, []) !== undefined).toBe(hit);
  });

  test("for one account or address leaves the others alone", () => {
    const faults = faultsWith({ jenis: "500", untuk: "BUDI" });
    expect(faults.take("/akun", ["AGUS"])).toBeUndefined();
    expect(faults.take("/akun", ["BUDI"])?.jenis).toBe("500");
  });

  test("for one beginning of the idempotency key leaves the others alone, and what has none", () => {
    const faults = faultsWith({ jenis: "500", kunci: "a1.surat." });
    expect(faults.take("/pesan", [])).toBeUndefined();
    expect(faults.take("/pesan", [], "a1.penolakan.x")).toBeUndefined();
    expect(faults.take("/pesan", [], "a1.surat.x")?.jenis).toBe("500");
  });

  test.each([
    {},
    { jenis: "418" },
    { jenis: "500", jalur: "akun" },
    { jenis: "500", kali: 0 },
    { jenis: "500", lain: 1 },
  ])("asked for as %j is refused", (wanted) => expect(Gangguan.safeParse(wanted).success).toBe(false));
});

describe("over HTTP", () => {
  let simulators: Simulators;
  beforeAll(async () => {
    simulators = await startForTest();
  });
  beforeEach(async () => {
    await ask("DELETE", `${simulators.spseUrl}/simulator/gangguan`);
    await ask("DELETE", `${simulators.epesanUrl}/simulator/gangguan`);
  });
  afterAll(() => simulators.close());

  const inject = (url: string, fault: object) => ask("POST", `${url}/simulator/gangguan`, fault);
  const resets = async () => {
    const { body } = await ask("GET", `${simulators.spseUrl}/simulator/akun`);
    return body.find(({ userId }: { userId: string }) => userId === BUDI.userId).jumlahReset;
  };

  test("one message is hit by its key", async () => {
    await inject(simulators.epesanUrl, { jenis: "503", kunci: "a1.surat." });
    expect((await kirim(simulators.epesanUrl, {}, "a1.penolakan.x")).status).not.toBe(503);
    expect((await kirim(simulators.epesanUrl, {}, "a1.surat.x")).status).toBe(503);
  });

  test.each([
    ["503", { retryAfter: 7 }, "7"],
    ["429", {}, "1"],
    ["500", {}, null],
  ])("%s replies a problem with its Retry-After", async (jenis, extra, retryAfter) => {
    await inject(simulators.epesanUrl, { jenis, ...extra });
    const reply = await kirim(simulators.epesanUrl, {}, "k");
    expect([reply.status, reply.body.kode]).toEqual([Number(jenis), "GANGGUAN_SIMULATOR"]);
    expect(reply.headers.get("retry-after")).toBe(retryAfter);
  });

  test("without `setelahEfek` nothing takes place", async () => {
    const before = await resets();
    await inject(simulators.spseUrl, { jenis: "503", kali: 1 });
    expect((await setel(simulators.spseUrl, BUDI.userId, SANDI, "tanpa-efek")).status).toBe(503);
    expect(await resets()).toBe(before);
  });

  test("with `setelahEfek` the effect takes place once, and the retry is a repetition", async () => {
    const before = await resets();
    await inject(simulators.spseUrl, { jenis: "putus", kali: 1, setelahEfek: true });
    await expect(setel(simulators.spseUrl, BUDI.userId, SANDI, "dengan-efek")).rejects.toThrow("fetch failed");
    expect(await resets()).toBe(before + 1);
    expect((await setel(simulators.spseUrl, BUDI.userId, SANDI, "dengan-efek")).status).toBe(204);
    expect(await resets()).toBe(before + 1);
  });

  test("`lambat` replies late but properly, `sampah` replies a page", async () => {
    await inject(simulators.spseUrl, { jenis: "lambat", tundaMs: 30, kali: 1 });
    const start = performance.now();
    expect((await ask("GET", `${simulators.spseUrl}/akun?nip=${BUDI.nip}`)).body.userId).toBe(BUDI.userId);
    expect(performance.now() - start).toBeGreaterThanOrEqual(29);
    await inject(simulators.spseUrl, { jenis: "sampah", kali: 1 });
    const reply = await ask("GET", `${simulators.spseUrl}/akun?nip=${BUDI.nip}`);
    expect([reply.status, reply.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  });

  test("removing the faults cuts the requests that hang", async () => {
    await inject(simulators.spseUrl, { jenis: "gantung" });
    const hanging = expect(ask("GET", `${simulators.spseUrl}/akun?nip=${BUDI.nip}`)).rejects.toThrow("fetch failed");
    while ((await ask("GET", `${simulators.spseUrl}/simulator/gangguan`)).body[0].kena === 0);
    await ask("DELETE", `${simulators.spseUrl}/simulator/gangguan`);
    await hanging;
  });

  test("the panel adds and removes faults, but not for another site", async () => {
    const panel = `${simulators.epesanUrl}/simulator`;
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const add = "jenis=429&jalur=%2Fpesan&kali=&mulaiKe=1&setelahEfek=on";
    expect((await ask("POST", panel, add, { ...form, "sec-fetch-site": "cross-site" })).status).toBe(403);
    const page = await ask("POST", panel, add, { ...form, "sec-fetch-site": "same-origin" });
    expect(page.text).toContain("429 (setelah efek)");
    expect((await ask("GET", `${panel}/gangguan`)).body).toMatchObject([
      { jenis: "429", jalur: "/pesan", setelahEfek: true },
    ]);
    expect((await ask("POST", panel, "hapus=1", form)).text).toContain("Tidak ada. Simulator menjawab");
  });
});

describe("starting and stopping", () => {
  test("ends with requests that hang, and twice is as good as once", async () => {
    const simulators = await startForTest();
    await ask("POST", `${simulators.spseUrl}/simulator/gangguan`, { jenis: "gantung" });
    const hanging = expect(ask("GET", `${simulators.spseUrl}/akun?nip=${BUDI.nip}`)).rejects.toThrow("fetch failed");
    while ((await ask("GET", `${simulators.spseUrl}/simulator/gangguan`)).body[0].kena === 0);
    await Promise.all([simulators.close(), simulators.close()]);
    await hanging;
    await expect(ask("GET", `${simulators.epesanUrl}/healthz`)).rejects.toThrow("fetch failed");
  });

  test("on a taken port fails by name and leaves nothing open", async () => {
    const [first, spare] = [await startForTest(), await startForTest()];
    const taken = Number(new URL(first.epesanUrl).port);
    const spsePort = Number(new URL(spare.spseUrl).port);
    await spare.close();
    await expect(startForTest({ spsePort, epesanPort: taken })).rejects.toMatchObject({
      code: "EADDRINUSE",
      port: taken,
    });
    await first.close();
    const again = await startForTest({ spsePort, epesanPort: taken });
    expect((await ask("GET", `${again.epesanUrl}/healthz`)).body).toEqual({ status: "ok" });
    await again.close();
  });
});

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { findFreePorts } from "../../../scripts/system/ports.js";
import { bsreContract } from "../../../simulators/bsre/app.js";
import type { Simulators } from "../../../simulators/start.js";
import { createBsre, type Kirim } from "../../../src/tanda-tangan/bsre/index.js";
import { laporkan } from "../../../src/tanda-tangan/laporan.js";
import { ask, startForTest } from "../../simulators/support/harness.js";
import { type Contract, readContract } from "../../simulators/support/openapi.js";
import { suratUji } from "../../support/tanda-tangan.js";

const berkas = readContract(new URL("../../../src/tanda-tangan/bsre/openapi.yaml", import.meta.url));
const PASSPHRASE = "frasa rahasia hendra";
const NIK = { hendra: "3171010101800001", asing: "3171010101800002", tanpa: "3171010101800003" };
const letak = { halaman: 0, x: 0, y: 0, lebar: 10, tinggi: 10 };
const minta = (pdf: Buffer, lain: object = {}) => ({
  ...{ pdf, passphrase: PASSPHRASE, akun: "hendra", nama: "Hendra Gunawan", letak, alasan: "Uji", tempat: "Jakarta" },
  ...lain,
});

let simulators: Simulators;
let surat: Buffer;
beforeAll(async () => {
  simulators = await startForTest({ bsreUser: "lpse", bsrePassword: "sandi-aplikasi", bsrePassphrase: PASSPHRASE });
  surat = suratUji();
});
afterAll(() => simulators.close());

function bsre(kirim: Kirim = fetch, lain: object = {}) {
  const akses = { url: simulators.bsreUrl, user: "lpse", password: "sandi-aplikasi", batasMs: 5_000, kirim };
  return createBsre({ ...akses, nik: NIK, ...lain });
}
const kode = (janji: Promise<unknown>): Promise<string> =>
  janji.then(
    () => "ok",
    (error) => error.kode ?? String(error),
  );

/** A fetch that holds every exchange against the contract. */
function dinilai(contract: Contract) {
  const faults: string[] = [];
  const seen = new Set<string>();
  const kirim: Kirim = async (url, init) => {
    const reply = await fetch(url, init);
    const verdict = contract.judge({
      ...{ method: init.method, url, headers: init.headers, requestBody: init.body, status: reply.status },
      contentType: reply.headers.get("content-type") ?? undefined,
      retryAfter: undefined,
      replyBody: await reply.clone().text(),
    });
    faults.push(...verdict.faults.map((fault) => `${verdict.reply}: ${fault}`));
    seen.add(verdict.reply);
    return reply;
  };
  return { kirim, faults, seen };
}

describe("the contract", () => {
  test("has the same operations as the simulator", () => {
    expect(berkas.operations.sort()).toEqual(Object.keys(bsreContract({ now: () => new Date() })).sort());
  });

  test("is kept by adapter and simulator in everything it declares", async () => {
    const { kirim, faults, seen } = dinilai(berkas);
    const ini = bsre(kirim);
    const jadi = await ini.tandaTangani(minta(surat));
    expect((await laporkan(jadi, [], new Date())).tandaTangan).toMatchObject([{ nama: "Hendra Gunawan", utuh: true }]);
    expect((await ini.periksaPdf(jadi)).conclusion).toBe("VALID");
    expect(await kode(ini.tandaTangani(minta(surat, { passphrase: "salah" })))).toBe("PASSPHRASE_SALAH");
    expect(await kode(ini.tandaTangani(minta(surat, { akun: "asing" })))).toBe("BELUM_TERDAFTAR");
    expect(await kode(ini.tandaTangani(minta(surat, { akun: "tanpa" })))).toBe("SERTIFIKAT_TIDAK_ADA");
    expect(await kode(ini.tandaTangani(minta(Buffer.from("bukan PDF"))))).toBe("BERKAS_DITOLAK");
    expect(await kode(ini.periksaPdf(Buffer.from("bukan PDF")))).toBe("BERKAS_DITOLAK");
    expect(await kode(ini.periksaAkun("hendra"))).toBe("ok");
    expect(await kode(ini.periksaAkun("asing"))).toBe("BELUM_TERDAFTAR");
    expect(await kode(ini.periksaAkun("tanpa"))).toBe("SERTIFIKAT_TIDAK_ADA");
    const asing = bsre(kirim, { password: "lain" });
    expect(await kode(asing.tandaTangani(minta(surat)))).toBe("APLIKASI_DITOLAK");
    expect(await kode(asing.periksaAkun("hendra"))).toBe("APLIKASI_DITOLAK");
    expect(await kode(asing.periksaPdf(surat))).toBe("APLIKASI_DITOLAK");
    expect(faults).toEqual([]);
    expect([...seen].sort()).toEqual(berkas.replies.sort());
  });
});

describe("what cannot be told apart from a signature that got lost is unknown", () => {
  const balas =
    (status: number, teks: string): Kirim =>
    async () => ({ status, text: async () => teks });
  test.each([
    ["a reply that is not JSON", balas(200, "<html>"), "TIDAK_DIKETAHUI"],
    ["a reply without a file", balas(200, "{}"), "TIDAK_DIKETAHUI"],
    ["a proxy that gave up", balas(504, ""), "TIDAK_DIKETAHUI"],
    ["a service that is away behind a proxy", balas(503, ""), "TIDAK_DIKETAHUI"],
    ["a redirect", balas(302, ""), "TIDAK_DIKETAHUI"],
    ["a refusal without a number", balas(400, "{}"), "BERKAS_DITOLAK"],
    ["a number nobody knows", balas(400, '{"status_code":9999,"error":"x"}'), "BERKAS_DITOLAK"],
    ["too many requests", balas(429, "{}"), "TERLALU_SERING"],
  ])("%s", async (_apa, kirim, jadi) => {
    expect(await kode(bsre(kirim).tandaTangani(minta(surat)))).toBe(jadi);
  });

  test("a reply that does not come in time, or a line that breaks after the effect", async () => {
    for (const jenis of ["gantung", "putus"]) {
      await ask("POST", `${simulators.bsreUrl}/simulator/gangguan`, { jenis, kali: 1, setelahEfek: true });
      expect(await kode(bsre(fetch, { batasMs: 1_500 }).tandaTangani(minta(surat)))).toBe("TIDAK_DIKETAHUI");
    }
  });

  test("but a service that does not listen has signed nothing", async () => {
    const [port] = await findFreePorts(1);
    expect(await kode(bsre(fetch, { url: `http://127.0.0.1:${port}` }).tandaTangani(minta(surat)))).toBe(
      "TIDAK_TERHUBUNG",
    );
  });
});

test("an account without a NIK asks nobody, and no error names passphrase, NIK or password", async () => {
  const gagal: unknown[] = [];
  const kirim: Kirim = async (_url, init) => {
    throw new Error(`leaks ${init.body} ${init.headers.authorization}`);
  };
  for (const akun of ["siapa", "hendra"])
    await bsre(kirim)
      .tandaTangani(minta(surat, { akun }))
      .catch((e: unknown) => gagal.push(e));
  expect(gagal).toMatchObject([{ kode: "NIK_TIDAK_DIATUR" }, { kode: "TIDAK_DIKETAHUI" }]);
  const teks = gagal.map((e) => `${String(e)} ${JSON.stringify(e)} ${(e as Error).stack}`).join();
  for (const rahasia of [PASSPHRASE, NIK.hendra, "sandi-aplikasi"]) expect(teks).not.toContain(rahasia);
});

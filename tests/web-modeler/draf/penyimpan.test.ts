import { describe, expect, test } from "@jest/globals";
import { GalatApi } from "../../../src/web/api/panggil.js";
import type { HasilSimpan } from "../../../web-modeler/src/api/api.js";
import { createPenyimpan, type Keadaan, type Keputusan } from "../../../web-modeler/src/draf/penyimpan.js";
import { bacaSimpanan } from "../../../web-modeler/src/draf/simpanan-lokal.js";

const xml = (a: string, b = "b"): string => `<d id="d"><t id="a" name="${a}"/><t id="b" name="${b}"/></d>`;

/** A saver with a server, a browser and a clock in the test's hand. */
function kit({ keputusan = "kita" as Keputusan, penuh = false } = {}) {
  const peladen = { revisi: 1, xml: xml("a"), galat: undefined as GalatApi | undefined };
  const laci = new Map<string, string>();
  const keadaan: Keadaan[] = [];
  const terkirim: string[] = [];
  let kanvas = peladen.xml;
  let jadwal: (() => void) | undefined;
  const penyimpan = createPenyimpan({
    id: "1",
    revisi: 1,
    dasar: peladen.xml,
    ambilXml: async () => kanvas,
    simpan: async (revisi, isi): Promise<HasilSimpan> => {
      if (peladen.galat) throw peladen.galat;
      if (revisi !== peladen.revisi)
        return { jenis: "bentrok", revisi: peladen.revisi, xml: peladen.xml, diubahOleh: "Sri" };
      terkirim.push(isi);
      peladen.xml = isi;
      peladen.revisi += 1;
      return { jenis: "tersimpan", revisi: peladen.revisi };
    },
    tampilkan: async (baru) => {
      kanvas = baru;
    },
    tanya: async () => keputusan,
    saatKeadaan: (k) => keadaan.push(k),
    peti: {
      getItem: (k) => laci.get(k) ?? null,
      setItem: (k, v) => {
        if (penuh) throw new Error("QuotaExceededError");
        laci.set(k, v);
      },
      removeItem: (k) => void laci.delete(k),
    },
    jam: () => new Date("2026-11-23T01:00:00Z"),
    tunda: (kerja) => {
      jadwal = kerja;
      return { batal: () => (jadwal = undefined) };
    },
  });
  return {
    peladen,
    penyimpan,
    terkirim,
    keadaan,
    simpanan: () => bacaSimpanan({ getItem: (k) => laci.get(k) ?? null, setItem: () => {}, removeItem: () => {} }, "1"),
    ketik: (baru: string) => {
      kanvas = baru;
      penyimpan.berubah();
    },
    terjadwal: () => jadwal !== undefined,
    isiKanvas: () => kanvas,
  };
}

describe("saving as somebody types", () => {
  test("several changes in a row are one save, and nothing stays in the browser", async () => {
    const k = kit();
    k.ketik(xml("x"));
    k.ketik(xml("xy"));
    expect(await k.penyimpan.simpanSekarang()).toBe(2);
    expect(k.terkirim).toEqual([xml("xy")]);
    expect(k.simpanan()).toBeUndefined();
    expect(k.keadaan.at(-1)).toMatchObject({ jenis: "tersimpan" });
  });

  test("without a change nothing is sent", async () => {
    const k = kit();
    expect(await k.penyimpan.simpanSekarang()).toBe(1);
    expect(k.terkirim).toEqual([]);
  });
});

describe("a colleague saved in between", () => {
  test("different parts are joined and saved over her revision, never over her change", async () => {
    const k = kit();
    Object.assign(k.peladen, { revisi: 5, xml: xml("a", "Sri") });
    k.ketik(xml("saya"));
    expect(await k.penyimpan.simpanSekarang()).toBe(6);
    expect(k.peladen.xml).toContain('name="saya"');
    expect(k.peladen.xml).toContain('name="Sri"');
    expect(k.isiKanvas()).toContain('name="Sri"');
  });

  test("the same part waits for a decision, either way", async () => {
    for (const [keputusan, nama] of [
      ["kita", "saya"],
      ["mereka", "Sri"],
    ] as const) {
      const k = kit({ keputusan });
      Object.assign(k.peladen, { revisi: 5, xml: xml("Sri") });
      k.ketik(xml("saya"));
      await k.penyimpan.simpanSekarang();
      expect(k.keadaan.map((x) => x.jenis)).toContain("bentrok");
      expect(k.peladen.xml).toContain(`name="${nama}"`);
    }
  });
});

describe("the server is away", () => {
  const putus = new GalatApi(503, "", "Peladen sedang tidak tersedia.");

  test("the change is kept in the browser with its base, said plainly, and tried again", async () => {
    const k = kit();
    k.peladen.galat = putus;
    k.ketik(xml("x"));
    await expect(k.penyimpan.simpanSekarang()).rejects.toBe(putus);
    expect(k.simpanan()).toMatchObject({ revisi: 1, dasar: xml("a"), xml: xml("x") });
    expect(k.keadaan.at(-1)).toEqual({ jenis: "luring", aman: true, pesan: putus.message });
    expect(k.penyimpan.tertunda).toBe(true);
    expect(k.terjadwal()).toBe(true);
    k.peladen.galat = undefined;
    expect(await k.penyimpan.simpanSekarang()).toBe(2);
    expect(k.simpanan()).toBeUndefined();
  });

  test("where the browser has no room either, that is said too", async () => {
    const k = kit({ penuh: true });
    k.peladen.galat = putus;
    k.ketik(xml("x"));
    await expect(k.penyimpan.simpanSekarang()).rejects.toBe(putus);
    expect(k.keadaan.at(-1)).toMatchObject({ jenis: "luring", aman: false });
  });

  test("a refusal for good is not tried again by itself", async () => {
    const k = kit();
    k.peladen.galat = new GalatApi(403, "", "Anda tidak berhak.");
    k.ketik(xml("x"));
    await expect(k.penyimpan.simpanSekarang()).rejects.toThrow("Anda tidak berhak.");
    expect(k.terjadwal()).toBe(false);
    expect(k.simpanan()).toBeDefined();
  });
});

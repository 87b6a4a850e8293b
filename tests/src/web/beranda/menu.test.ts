import { expect, test } from "@jest/globals";
import type { Info, Saya } from "../../../../src/web/api/skema.js";
import { tautanMenu } from "../../../../src/web/beranda/menu.js";
import { sapaan } from "../../../../src/web/beranda/sapaan.js";
import { tokenXsrf } from "../../../../src/web/beranda/sesi.js";

const info: Info = { demo: false, simulator: null };
const dewi: Saya = {
  id: "dewi",
  nama: "Dewi",
  grup: [],
  satker: { id: "satker-x", nama: "X" },
  internal: false,
  aplikasi: ["tasklist", "welcome"],
};
const judul = (saya: Saya, i = info) => tautanMenu(saya, i, undefined).map((t) => t.judul);

test("only a Satuan Kerja may ask, only an administrator sees the administration", () => {
  expect(judul(dewi)).toEqual(["Ajukan permohonan", "Daftar tugas", "Diagram proses"]);
  expect(judul({ ...dewi, satker: null, aplikasi: ["tasklist", "cockpit", "admin"] })).toEqual([
    "Daftar tugas",
    "Pemantauan (Cockpit)",
    "Pengelolaan (Admin)",
    "Jejak audit",
    "Diagram proses",
  ]);
});

test("letters and archive are offered to the LPSE's own staff only", () => {
  for (const nama of ["Surat keluar", "Arsip"]) {
    expect(judul(dewi)).not.toContain(nama);
    expect(judul({ ...dewi, internal: true })).toContain(nama);
  }
});

test("the simulators are offered in a demonstration only", () => {
  const demo: Info = { demo: true, simulator: { spse: "http://127.0.0.1:4001", epesan: "http://127.0.0.1:4002" } };
  expect(judul(dewi, demo)).toEqual(expect.arrayContaining(["Simulator SPSE", "Simulator e-Pesan"]));
});

test("the task list says how much is waiting", () => {
  const kata = (milik: number, unit: number) => tautanMenu(dewi, info, { milik, unit })[1]?.keterangan;
  expect(kata(2, 3)).toBe("2 menunggu Anda, 3 di unit belum diambil");
  expect(kata(0, 0)).toBe("Tidak ada yang menunggu Anda");
});

test("the greeting follows the hour in WIB", () => {
  expect(sapaan(new Date("2026-11-23T22:00:00Z"))).toBe("Selamat pagi");
  expect(sapaan(new Date("2026-11-23T05:00:00Z"))).toBe("Selamat siang");
  expect(sapaan(new Date("2026-11-23T09:00:00Z"))).toBe("Selamat sore");
  expect(sapaan(new Date("2026-11-23T13:00:00Z"))).toBe("Selamat malam");
});

test("the token is found among other cookies, or is empty", () => {
  expect(tokenXsrf("a=1; XSRF-TOKEN=ABC123; b=2")).toBe("ABC123");
  expect(tokenXsrf("MY-XSRF-TOKEN=x")).toBe("");
});

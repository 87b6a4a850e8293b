/** The SLA API on the real engine: what is open, what it took, who may see it. */
import { expect, test } from "@jest/globals";
import { z } from "zod";
import { masuk } from "../../scripts/drive/pengguna.js";
import { tunggu } from "../../scripts/tunggu.js";
import {
  ajukan,
  hariIni,
  kerjakan,
  kirim,
  type Orang,
  sampaiPerintah,
  sampaiVerifikasi,
  sebagai,
  tugasDi,
} from "./setup/lakon.js";
import { akunAsing, akunDiSpse } from "./setup/simulator.js";
import { testSystem } from "./setup/system.js";

const Baris = z.object({
  id: z.string(),
  instans: z.string(),
  definisi: z.string(),
  nomorPermohonan: z.string(),
  satker: z.object({ id: z.string(), nama: z.string() }),
  langkah: z.object({ id: z.string(), nomor: z.number().nullable(), nama: z.string(), waktu: z.string() }),
  pelaksana: z.object({ grup: z.string(), nama: z.string() }),
  pemegang: z.object({ id: z.string(), nama: z.string() }).nullable(),
  tugas: z.string().nullable(),
  mulai: z.iso.datetime(),
  tenggat: z.iso.datetime(),
  sisaMs: z.number(),
  jatahMs: z.number().positive(),
  status: z.enum(["aman", "mendekati", "lewat"]),
  timerBerikut: z.object({ id: z.string(), kapan: z.iso.datetime(), jenis: z.string() }).nullable(),
  akun: z.string().nullable(),
});
const Daftar = z.object({ total: z.number(), langkah: z.array(Baris) });

const baca = async (orang: Orang, path: string) => (await sebagai(orang)).panggil("GET", path);

/** The open steps of one request, as soon as the shared picture is young enough to know them. */
const langkahDari = (orang: Orang, nomor: string, begitu: (b: z.infer<typeof Baris>[]) => boolean) =>
  tunggu(`the open steps of ${nomor}`, async () => {
    const { langkah } = Daftar.parse((await baca(orang, `/api/sla/langkah?cari=${nomor}`)).isi);
    return begitu(langkah) ? langkah : undefined;
  });

test("an open step is seen with holder, time limit and next timer by staff and its Satker, and by nobody else", async () => {
  const akun = await akunDiSpse(1);
  const permohonan = await ajukan("dewi", akun);
  const [satu] = await langkahDari("dewi", permohonan.nomor, (b) => b.length === 1);
  expect(satu).toMatchObject({
    instans: permohonan.instans,
    satker: { id: "satker-biro-keuangan", nama: "Biro Keuangan" },
    langkah: { id: "kirim-permohonan", nomor: 1, waktu: "1 hari" },
    pemegang: { id: "dewi", nama: "Dewi Lestari" },
    status: "aman",
  });
  expect(satu?.timerBerikut).not.toBeNull();
  expect(await langkahDari("hendra", permohonan.nomor, () => true)).toHaveLength(1);
  expect(await langkahDari("rudi", permohonan.nomor, () => true)).toEqual([]);
  expect((await baca("rudi", `/api/sla/instans/${permohonan.instans}`)).status).toBe(404);

  await kirim("dewi", permohonan, akun);
  await kerjakan("hendra", permohonan, "disposisi-permohonan", { keputusanDisposisi: "disposisi" });
  await kerjakan("ratna", permohonan, "perintah-reset", { keputusanPerintah: "kembalikan", alasan: "Surat buram" });
  await tugasDi("dewi", permohonan, "kirim-permohonan");
  const garis = z
    .object({
      langkah: z.array(z.object({ nomor: z.number(), keadaan: z.string(), putaran: z.array(z.unknown()) })),
      riwayat: z.array(z.object({ alasan: z.string() })),
    })
    .parse((await baca("dewi", `/api/sla/instans/${permohonan.instans}`)).isi);
  expect(garis.langkah.map((l) => l.putaran.length)).toEqual([2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(garis.riwayat.map((r) => r.alasan)).toEqual(["Surat buram"]);

  const definisi = encodeURIComponent(satu?.definisi ?? "");
  const Definisi = z.object({ langkah: z.array(z.object({ nomor: z.number().nullable(), selesai: z.number() })) });
  await tunggu("the finished steps in the book", async () => {
    const { langkah } = Definisi.parse((await baca("wahyu", `/api/sla/definisi/${definisi}?hari=30`)).isi);
    return langkah.some((l) => l.nomor === 3 && l.selesai > 0) ? true : undefined;
  });
});

test("work on an account names the account, beside the row that it helps out", async () => {
  const [asing, dikenal] = [akunAsing(), ...(await akunDiSpse(1))];
  const permohonan = await sampaiVerifikasi("dewi", [asing, ...(dikenal ? [dikenal] : [])]);
  await tugasDi("andi", permohonan, "perbaiki-akun");
  const [satu] = await langkahDari(
    "andi",
    permohonan.nomor,
    (b) => b.length === 1 && b[0]?.langkah.id === "perbaiki-akun",
  );
  expect(satu).toMatchObject({ akun: asing.nama, langkah: { nomor: null }, pelaksana: { grup: "tim-pengelola-lpse" } });
  const Garis = z.object({
    langkah: z.array(z.object({ putaran: z.array(z.object({ akun: z.string().nullable() })) })),
  });
  const garis = Garis.parse((await baca("andi", `/api/sla/instans/${permohonan.instans}`)).isi);
  expect(garis.langkah[4]?.putaran.map((p) => p.akun).sort()).toEqual([asing.nama, asing.nama, dikenal?.nama].sort());
});

test("a task is handed on by those whom the engine lets, and only to people of its lane", async () => {
  const permohonan = await sampaiPerintah("dewi", await akunDiSpse(1));
  const { addresses, secrets } = testSystem();
  const admin = await masuk(addresses.gateway, "admin", secrets.ENGINE_ADMIN_PASSWORD);
  const [satu] = await langkahDari("maya", permohonan.nomor, (b) => b.some((l) => l.langkah.nomor === 4));
  const path = `/api/sla/langkah/${satu?.id}/alihkan`;
  expect((await admin.panggil("POST", path, { kepada: "hendra" })).status).toBe(400);
  expect((await (await sebagai("maya")).panggil("POST", path, { kepada: "andi" })).status).toBe(403);
  expect((await (await sebagai("rudi")).panggil("POST", path, { kepada: "andi" })).status).toBe(404);
  expect((await admin.panggil("POST", path, { kepada: "andi" })).status).toBe(204);
  const [kini] = await langkahDari("maya", permohonan.nomor, () => true);
  expect(kini?.pemegang).toEqual({ id: "andi", nama: "Andi Pratama" });
});

test("an administrator extends a step with a reason, which the report of a breach would name; nobody else may", async () => {
  const permohonan = await ajukan("dewi", await akunDiSpse(1));
  const { addresses, secrets } = testSystem();
  const admin = await masuk(addresses.gateway, "admin", secrets.ENGINE_ADMIN_PASSWORD);
  const [satu] = await langkahDari("hendra", permohonan.nomor, (b) => b.length === 1);
  const path = `/api/sla/langkah/${satu?.id}/perpanjang`;
  const isi = { tambah: "P1D", alasan: "Menunggu tanda tangan Kepala Satuan Kerja" };
  expect((await (await sebagai("hendra")).panggil("POST", path, isi)).status).toBe(403);
  expect((await (await sebagai("rudi")).panggil("POST", path, isi)).status).toBe(404);
  expect((await admin.panggil("POST", path, { ...isi, alasan: " " })).status).toBe(400);
  expect((await admin.panggil("POST", path, { ...isi, tambah: "sehari" })).status).toBe(400);
  const dulu = { tenggat: "2026-01-05T02:00:00.000Z", alasan: isi.alasan };
  expect((await admin.panggil("POST", path, dulu)).status).toBe(400);
  const balasan = await admin.panggil("POST", path, isi);
  expect(balasan.status).toBe(200);
  const kini = Baris.parse(balasan.isi);
  expect(Date.parse(kini.tenggat)).toBeGreaterThan(Date.parse(satu?.tenggat ?? ""));
  expect(kini.jatahMs).toBeGreaterThan(satu?.jatahMs ?? 0);
});

test("an administrator reads the figures, and wrong questions are told in Indonesian", async () => {
  const { addresses, secrets } = testSystem();
  const admin = await masuk(addresses.gateway, "admin", secrets.ENGINE_ADMIN_PASSWORD);
  const ringkas = z.object({ aman: z.number(), tren: z.array(z.unknown()) });
  expect(ringkas.parse((await admin.panggil("GET", "/api/sla/ringkas")).isi).tren).toHaveLength(30);
  expect((await admin.panggil("GET", "/api/sla/definisi/tidak-ada")).status).toBe(404);
  const salah = await admin.panggil("GET", "/api/sla/langkah?status=merah");
  expect(salah).toMatchObject({ status: 400, isi: { detail: expect.stringContaining("aman, mendekati, atau lewat") } });
});

test("lists and reports come as files to save, and Prometheus reads the same steps", async () => {
  const { addresses, secrets } = testSystem();
  const wahyu = await masuk(addresses.gateway, "wahyu", secrets.DEMO_PASSWORD);
  const hari = hariIni();
  const laporan = `/api/sla/laporan?dari=${hari}&sampai=${hari}`;
  const Laporan = z.object({ ringkas: z.object({ selesai: z.number() }), langkah: z.array(z.unknown()).min(11) });
  Laporan.parse((await wahyu.panggil("GET", laporan)).isi);
  const awal = async (path: string) => String((await wahyu.panggil("GET", path)).isi).slice(0, 6);
  expect(await awal("/api/sla/langkah.csv")).toBe("Nomor ");
  expect(await awal("/api/sla/langkah.xlsx")).toMatch(/^PK/);
  expect(await awal(`${laporan}&format=xlsx`)).toMatch(/^PK/);
  expect(await awal(`${laporan}&format=pdf`)).toMatch(/^%PDF/);
  expect((await wahyu.panggil("GET", "/api/sla/laporan?dari=2026-11-30&sampai=2026-11-01")).status).toBe(400);
  expect((await baca("dewi", "/api/sla/laporan/bulanan")).status).toBe(404);
  const angka = await (await fetch(`${addresses.gateway}/metrics`)).text();
  expect(angka).toMatch(/^sla_langkah_terbuka\{nomor="1",status="aman"\} [1-9]/m);
  expect(angka).toMatch(/^sla_potret_saat_detik \d/m);
});

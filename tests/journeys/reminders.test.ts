/** Every step's timer goes off at 80 %, at its due date and a working day later, and each time tells the right people, once. */
import { afterEach, expect, test } from "@jest/globals";
import { tunggu } from "../../scripts/tunggu.js";
import type { Tingkat } from "../../src/calendar/escalation.js";
import { muatKalender } from "../../src/calendar/load.js";
import { tambahWaktuKerja } from "../../src/calendar/working-time.js";
import { ajukan, kerjakan, kirim, type Permohonan, selesai, tandaTangani, tugasDi } from "./setup/lakon.js";
import { cobaLagiSekarang, lewatkanTenggat, sinyalWorkers, tahan, timerLangkah } from "./setup/mesin.js";
import { type AkunUji, akunDiSpse, semuaPesan, simulator } from "./setup/simulator.js";

const kalender = await muatKalender("bpmn/kalender");
const UKPBJ = ["hendra.gunawan@kemenperin.go.id"];
const LPSE = ["ratna.wulandari@kemenperin.go.id"];
const TIM = ["andi.pratama@kemenperin.go.id", "maya.anggraini@kemenperin.go.id"];
const SATKER = ["biro.keuangan@kemenperin.go.id"];
const KEPALA_SATKER = ["yuliana.kusuma@kemenperin.go.id"];

const JUDUL: Record<Tingkat["jenis"], string> = {
  pengingat: "Pengingat tenggat",
  lewat: "Tenggat terlewati",
  ulang: "Tenggat terlewati 1 hari kerja",
};

afterEach(async () => {
  sinyalWorkers("SIGCONT");
  await simulator("spse", "DELETE", "/simulator/gangguan");
  await simulator("epesan", "DELETE", "/simulator/gangguan");
});

async function expectTold({ nomor }: Permohonan, langkah: number, jenis: Tingkat["jenis"], addresses: string[]) {
  const perihal = `${JUDUL[jenis]}: permohonan ${nomor}, langkah ${langkah}`;
  const told = await tunggu(`${addresses.length} × "${perihal}"`, async () => {
    const found = (await semuaPesan()).filter((p) => p.perihal === perihal);
    return found.length >= addresses.length ? found : undefined;
  });
  expect(told.map(({ kepada }) => kepada).sort()).toEqual([...addresses].sort());
}

/** The step's timer goes off three times; each time it is set for the next level, and each level reaches one more rank. */
async function late(permohonan: Permohonan, nomor: number, ...ranks: string[][]): Promise<void> {
  for (const [i, jenis] of (["pengingat", "lewat", "ulang"] as const).entries()) {
    const tenggat = await lewatkanTenggat(permohonan, nomor, jenis);
    const next = await timerLangkah(permohonan, nomor);
    if (tenggat !== undefined)
      expect(next.dueDate).toBe(tambahWaktuKerja(tenggat, jenis === "lewat" ? "P1D" : "P2D", kalender));
    await expectTold(permohonan, nomor, jenis, ranks.slice(0, i + 1).flat());
  }
}

test("all eleven time limits reach the right people, while the request goes on to its end", async () => {
  const akun = await akunDiSpse(1);
  const [{ nip, userId }] = akun as [AkunUji];
  const permohonan = await ajukan("dewi", akun);
  await late(permohonan, 1, SATKER, KEPALA_SATKER, UKPBJ);
  await kirim("dewi", permohonan, akun);
  await late(permohonan, 2, UKPBJ);
  await kerjakan("hendra", permohonan, "disposisi-permohonan", { keputusanDisposisi: "disposisi" });
  await late(permohonan, 3, LPSE, UKPBJ);
  await kerjakan("ratna", permohonan, "perintah-reset", { keputusanPerintah: "perintahkan" });
  await late(permohonan, 4, TIM, LPSE, UKPBJ);

  // SPSE is away while step 5's limit passes; then e-Pesan, for this account alone, while step 6's does.
  await simulator("spse", "POST", "/simulator/gangguan", { jenis: "503", untuk: nip });
  await simulator("spse", "POST", "/simulator/gangguan", { jenis: "503", untuk: userId });
  const alamat = `${userId.toLowerCase()}@luar.example`;
  await kerjakan("andi", permohonan, "verifikasi-permohonan", {
    keputusanVerifikasi: "lengkap",
    akunDisetujui: akun.map((a) => ({ ...a, epesan: alamat })),
    akunDicoret: [],
  });
  await late(permohonan, 5, TIM, LPSE, UKPBJ);
  await simulator("epesan", "POST", "/simulator/gangguan", { jenis: "503", untuk: alamat });
  await simulator("spse", "DELETE", "/simulator/gangguan");
  await cobaLagiSekarang(permohonan, "spse-reset-password");
  await late(permohonan, 6, TIM, LPSE, UKPBJ);
  await simulator("epesan", "DELETE", "/simulator/gangguan");
  await cobaLagiSekarang(permohonan, "epesan-kirim-kredensial");

  // The steps that need no other system are kept from the workers while their limits pass.
  await tugasDi("andi", permohonan, "sampaikan-kredensial");
  sinyalWorkers("SIGSTOP");
  await kerjakan("andi", permohonan, "sampaikan-kredensial", {
    keputusanSampaikan: "gagal",
    alasan: "Alamat tidak dikenal",
  });
  const draf = await tahan(permohonan, "surat-susun-draf");
  sinyalWorkers("SIGCONT");
  await late(permohonan, 7, TIM, LPSE, UKPBJ);
  await draf.lepaskan();
  await tugasDi("ratna", permohonan, "koreksi-draf");
  await late(permohonan, 8, LPSE, UKPBJ);
  await kerjakan("ratna", permohonan, "koreksi-draf", { keputusanKoreksi: "setuju" });
  await tugasDi("hendra", permohonan, "tanda-tangan-surat");
  await late(permohonan, 9, UKPBJ);
  sinyalWorkers("SIGSTOP");
  await tandaTangani(permohonan);
  const arsip = await tahan(permohonan, "arsip-simpan");
  await simulator("epesan", "POST", "/simulator/gangguan", {
    jenis: "503",
    untuk: "biro.keuangan@kemenperin.go.id",
  });
  sinyalWorkers("SIGCONT");
  await late(permohonan, 10, TIM, LPSE, UKPBJ);
  await arsip.lepaskan();
  await late(permohonan, 11, TIM, LPSE, UKPBJ);
  await simulator("epesan", "DELETE", "/simulator/gangguan");
  await cobaLagiSekarang(permohonan, "surat-kirim");
  expect(await selesai(permohonan)).toEqual(["akhir-surat-terkirim"]);
});

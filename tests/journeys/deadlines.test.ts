/** Every step's time limit, when it passes, tells the actor and the superior by e-Pesan, once. */
import { afterEach, expect, test } from "@jest/globals";
import { tunggu } from "../../scripts/drive/tunggu.js";
import {
  type AkunUji,
  ajukan,
  akunDiSpse,
  cobaLagiSekarang,
  kerjakan,
  kirim,
  kotakMasuk,
  lewatkanTenggat,
  type Permohonan,
  selesai,
  simulator,
  sinyalWorkers,
  tandaTangani,
  tugasDi,
} from "./setup/lakon.js";

const UKPBJ = ["hendra.gunawan@kemenperin.go.id"];
const LPSE = ["ratna.wulandari@kemenperin.go.id"];
const TIM = ["andi.pratama@kemenperin.go.id", "maya.anggraini@kemenperin.go.id"];
const SATKER = ["biro.keuangan@kemenperin.go.id", "yuliana.kusuma@kemenperin.go.id"];

afterEach(async () => {
  sinyalWorkers("SIGCONT");
  await simulator("spse", "DELETE", "/simulator/gangguan");
  await simulator("epesan", "DELETE", "/simulator/gangguan");
});

async function expectTold(permohonan: Permohonan, nomor: number, addresses: readonly string[]): Promise<void> {
  for (const alamat of addresses) {
    const told = await tunggu(`step ${nomor}'s notice to ${alamat}`, async () => {
      const found = (await kotakMasuk(alamat)).filter(
        (p) => p.perihal.includes(permohonan.nomor) && new RegExp(`langkah ${nomor}$`).test(p.perihal),
      );
      return found.length > 0 ? found : undefined;
    });
    expect(told).toHaveLength(1);
  }
}

async function late(permohonan: Permohonan, nomor: number, addresses: readonly string[]): Promise<void> {
  await lewatkanTenggat(permohonan, nomor);
  await expectTold(permohonan, nomor, addresses);
}

test("all eleven time limits reach the right people, while the request goes on to its end", async () => {
  const akun = await akunDiSpse(1);
  const [{ nip, userId }] = akun as [AkunUji];
  const permohonan = await ajukan("dewi", akun);
  await late(permohonan, 1, SATKER);
  await kirim("dewi", permohonan, akun);
  await late(permohonan, 2, UKPBJ);
  await kerjakan("hendra", permohonan, "disposisi-permohonan", { keputusanDisposisi: "disposisi" });
  await late(permohonan, 3, [...LPSE, ...UKPBJ]);
  await kerjakan("ratna", permohonan, "perintah-reset", { keputusanPerintah: "perintahkan" });
  await late(permohonan, 4, [...TIM, ...LPSE]);

  // SPSE is away while step 5's limit passes; then e-Pesan, for this account alone, while step 6's does.
  await simulator("spse", "POST", "/simulator/gangguan", { jenis: "503", untuk: nip });
  await simulator("spse", "POST", "/simulator/gangguan", { jenis: "503", untuk: userId });
  const alamat = `${userId.toLowerCase()}@luar.example`;
  await kerjakan("andi", permohonan, "verifikasi-permohonan", {
    keputusanVerifikasi: "lengkap",
    akunDisetujui: akun.map((a) => ({ ...a, epesan: alamat })),
    akunDicoret: [],
  });
  await late(permohonan, 5, [...TIM, ...LPSE]);
  await simulator("epesan", "POST", "/simulator/gangguan", { jenis: "503", untuk: alamat });
  await simulator("spse", "DELETE", "/simulator/gangguan");
  await cobaLagiSekarang(permohonan, "spse-reset-password");
  await late(permohonan, 6, [...TIM, ...LPSE]);
  await simulator("epesan", "DELETE", "/simulator/gangguan");
  await cobaLagiSekarang(permohonan, "epesan-kirim-kredensial");

  // Workers stand still while the limits of the steps that need no other system pass.
  await tugasDi("andi", permohonan, "sampaikan-kredensial");
  sinyalWorkers("SIGSTOP");
  await kerjakan("andi", permohonan, "sampaikan-kredensial", {
    keputusanSampaikan: "gagal",
    alasan: "Alamat tidak dikenal",
  });
  await lewatkanTenggat(permohonan, 7);
  sinyalWorkers("SIGCONT");
  await expectTold(permohonan, 7, [...TIM, ...LPSE]);
  await tugasDi("ratna", permohonan, "koreksi-draf");
  await late(permohonan, 8, [...LPSE, ...UKPBJ]);
  await kerjakan("ratna", permohonan, "koreksi-draf", { keputusanKoreksi: "setuju" });
  await tugasDi("hendra", permohonan, "tanda-tangan-surat");
  await late(permohonan, 9, UKPBJ);
  sinyalWorkers("SIGSTOP");
  await tandaTangani(permohonan);
  await lewatkanTenggat(permohonan, 10);
  await simulator("epesan", "POST", "/simulator/gangguan", {
    jenis: "503",
    untuk: "biro.keuangan@kemenperin.go.id",
  });
  sinyalWorkers("SIGCONT");
  await expectTold(permohonan, 10, [...TIM, ...LPSE]);
  await late(permohonan, 11, [...TIM, ...LPSE]);
  await simulator("epesan", "DELETE", "/simulator/gangguan");
  await cobaLagiSekarang(permohonan, "surat-kirim");
  expect(await selesai(permohonan)).toEqual(["akhir-surat-terkirim"]);
});

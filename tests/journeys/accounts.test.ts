/** One account's trouble never stops the others (SOP rows 5 and 6). */
import { beforeAll, describe, expect, test } from "@jest/globals";
import { tunggu } from "../../scripts/tunggu.js";
import {
  kerjakan,
  type Permohonan,
  sampaiPerintah,
  sebagai,
  selesai,
  setujuiDanTandaTangani,
  status,
  tugasDi,
} from "./setup/lakon.js";
import { type AkunUji, akunAsing, akunDiSpse, cocok, kataSandiDari, kotakMasuk } from "./setup/simulator.js";

const hasTask = async (
  permohonan: Permohonan,
  langkah: "perbaiki-akun" | "reset-manual" | "sampaikan-kredensial",
  nip: string,
) => {
  const andi = await sebagai("andi");
  for (const tugas of await andi.tugas({ instans: permohonan.instans, langkah })) {
    const { isi } = await andi.panggil("GET", `/api/tugas/${tugas.id}`);
    if ((isi as { akunDiproses: { nip: string } }).akunDiproses.nip === nip) return tugas;
  }
  return undefined;
};

/** The task of one account, taken by andi. */
async function taskOf(
  permohonan: Permohonan,
  langkah: "perbaiki-akun" | "reset-manual" | "sampaikan-kredensial",
  akun: AkunUji,
) {
  const andi = await sebagai("andi");
  let tugas = await hasTask(permohonan, langkah, akun.nip);
  while (!tugas) {
    await tugasDi("andi", permohonan, langkah, () => true);
    tugas = await hasTask(permohonan, langkah, akun.nip);
  }
  await andi.klaim(tugas.id);
  return tugas.id;
}

let good: AkunUji;
let misspelt: AkunUji;
let stranger: AkunUji;
let inactive: AkunUji;
let hopeless: AkunUji;
let unreachable: AkunUji;
let lost: AkunUji;
let struck: AkunUji;
let permohonan: Permohonan;

beforeAll(async () => {
  [good, misspelt, unreachable, lost, struck] = (await akunDiSpse(5)) as [AkunUji, AkunUji, AkunUji, AkunUji, AkunUji];
  [inactive, hopeless] = (await akunDiSpse(2, false)) as [AkunUji, AkunUji];
  stranger = akunAsing();
  unreachable = { ...unreachable, epesan: `${unreachable.userId.toLowerCase()}@luar.example` };
  lost = { ...lost, epesan: `${lost.userId.toLowerCase()}@luar.example` };
  const wrong = { ...misspelt, nip: akunAsing().nip, userId: "SALAH.KETIK" };
  const asked = [good, wrong, stranger, inactive, hopeless, unreachable, lost, struck];
  permohonan = await sampaiPerintah("dewi", asked);
  await kerjakan("andi", permohonan, "verifikasi-permohonan", {
    keputusanVerifikasi: "lengkap",
    akunDisetujui: asked.filter((a) => a !== struck),
    akunDicoret: [{ ...struck, alasan: "Sudah pindah tugas" }],
  });
  const andi = await sebagai("andi");
  const wrongTask = await taskOf(permohonan, "perbaiki-akun", wrong);
  await andi.selesaikan(wrongTask, { keputusanPerbaikan: "diperbaiki", akunDiproses: misspelt });
  const strangerTask = await taskOf(permohonan, "perbaiki-akun", stranger);
  await andi.selesaikan(strangerTask, { keputusanPerbaikan: "gagal", alasan: "Belum terdaftar di SPSE" });
  const hopelessTask = await taskOf(permohonan, "reset-manual", hopeless);
  await andi.selesaikan(hopelessTask, { keputusanResetManual: "gagal", alasan: "Akun nonaktif" });
  const lostTask = await taskOf(permohonan, "sampaikan-kredensial", lost);
  await andi.selesaikan(lostTask, { keputusanSampaikan: "gagal", alasan: "Pemilik tidak dapat dihubungi" });
});

describe("reset by hand", () => {
  test("shows the credential once, to the assignee only, and goes on with delivery", async () => {
    const andi = await sebagai("andi");
    const id = await taskOf(permohonan, "reset-manual", inactive);
    const maya = await (await sebagai("maya")).panggil("POST", `/api/tugas/${id}/kredensial`, {});
    expect(maya.status).toBe(403);
    const first = await andi.panggil("POST", `/api/tugas/${id}/kredensial`, {});
    expect(first.status).toBe(200);
    expect((await andi.panggil("POST", `/api/tugas/${id}/kredensial`, {})).status).toBe(409);
    await andi.selesaikan(id, { keputusanResetManual: "selesai", userId: inactive.userId });
    const { kataSandi } = first.isi as { kataSandi: string };
    const pesan = await tunggu("the credential message", async () => (await kotakMasuk(inactive.epesan))[0]);
    expect(kataSandiDari(pesan)).toBe(kataSandi);
  });
});

describe("delivery by hand", () => {
  test("shows the password that SPSE accepts, once", async () => {
    const andi = await sebagai("andi");
    const id = await taskOf(permohonan, "sampaikan-kredensial", unreachable);
    const { isi } = await andi.panggil("POST", `/api/tugas/${id}/kredensial`, {});
    expect(await cocok(unreachable.userId, (isi as { kataSandi: string }).kataSandi)).toBe(true);
    expect((await andi.panggil("POST", `/api/tugas/${id}/kredensial`, {})).status).toBe(409);
    await andi.selesaikan(id, {
      keputusanSampaikan: "tersampaikan",
      catatan: "Diserahkan langsung dalam amplop tertutup",
    });
  });
});

describe("the end of such a request", () => {
  test("is a letter that says of every account what became of it", async () => {
    await setujuiDanTandaTangani(permohonan);
    expect(await selesai(permohonan)).toEqual(["akhir-surat-terkirim"]);
    const { akun } = await status("dewi", permohonan);
    const byNip = new Map(akun.map((a) => [a.nip, a.status]));
    const expected = [
      [good, "berhasil"],
      [misspelt, "berhasil"],
      [stranger, "gagal"],
      [inactive, "berhasil"],
      [hopeless, "gagal"],
      [unreachable, "berhasil"],
      [lost, "gagal"],
      [struck, "dicoret"],
    ] as const;
    expect(expected.map(([a]) => byNip.get(a.nip))).toEqual(expected.map(([, s]) => s));
  });
});

import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { Simulators } from "../../simulators/start.js";
import { createSnapshot } from "../../simulators/storage.js";
import { ask, BUDI, kirim, SANDI, setel, startForTest } from "./support/harness.js";

let dataDir: string;
let running: Simulators;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "simulators-"));
  running = await startForTest({ dataDir });
});
afterEach(async () => {
  await running.close();
  await rm(dataDir, { recursive: true });
});

const restart = async () => {
  await running.close();
  running = await startForTest({ dataDir });
};
const PESAN = { kepada: "budi.santoso@kemenperin.go.id", perihal: "Reset", isi: `Kata sandi: ${SANDI}` };
const LAMPIRAN = { nama: "a.txt", tipe: "text/plain", base64: Buffer.from(SANDI).toString("base64") };

test("After a restart SPSE knows passwords, counts and keys", async () => {
  await setel(running.spseUrl, BUDI.userId, SANDI, "k1");
  const before = (await ask("GET", `${running.spseUrl}/simulator/akun`)).body;
  await restart();
  expect((await setel(running.spseUrl, BUDI.userId, SANDI, "k1")).status).toBe(204);
  expect((await setel(running.spseUrl, BUDI.userId, `${SANDI}2`, "k1")).status).toBe(409);
  expect((await setel(running.spseUrl, "AGUS.WIJAYA", SANDI, "k1")).status).toBe(409);
  expect((await ask("GET", `${running.spseUrl}/simulator/akun`)).body).toEqual(before);
  const { body } = await ask("POST", `${running.spseUrl}/simulator/verifikasi`, {
    userId: BUDI.userId,
    kataSandi: SANDI,
  });
  expect(body.cocok).toBe(true);
});

test("After a restart e-Pesan still delivers a key once and says that the content is gone", async () => {
  const first = await kirim(running.epesanUrl, { ...PESAN, lampiran: [LAMPIRAN] }, "k1");
  await restart();
  const again = await kirim(running.epesanUrl, { ...PESAN, lampiran: [LAMPIRAN] }, "k1");
  expect([again.status, again.body]).toEqual([200, first.body]);
  expect((await kirim(running.epesanUrl, PESAN, "k1")).status).toBe(409);
  const [old] = (await ask("GET", `${running.epesanUrl}/simulator/kotak-masuk`)).body;
  expect(old).toMatchObject({ idPesan: first.body.idPesan, perihal: "Reset", isi: null, lampiran: [] });
  const page = await ask("GET", `${running.epesanUrl}/?pesan=${first.body.idPesan}`);
  expect(page.text).toContain("Isi tidak disimpan oleh simulator setelah dimatikan");
});

test("No file holds a password or a body, and only the owner may read them", async () => {
  await setel(running.spseUrl, BUDI.userId, SANDI, "k1");
  await kirim(running.epesanUrl, { ...PESAN, lampiran: [LAMPIRAN] }, "k1");
  const files = (await readdir(dataDir)).sort();
  expect(files).toEqual(["epesan.jsonl", "spse.json"]);
  for (const file of files) {
    const text = await readFile(join(dataDir, file), "utf8");
    for (const secret of [SANDI, LAMPIRAN.base64, "Kata sandi"]) expect(text).not.toContain(secret);
    expect((await stat(join(dataDir, file))).mode & 0o077).toBe(0);
  }
});

test("A line torn by a crash costs that line only", async () => {
  await kirim(running.epesanUrl, PESAN, "k1");
  await appendFile(join(dataDir, "epesan.jsonl"), `\n{"idPesan":"EP-`);
  await restart();
  await kirim(running.epesanUrl, PESAN, "k2");
  await restart();
  const inbox = (await ask("GET", `${running.epesanUrl}/simulator/kotak-masuk`)).body;
  expect(inbox.map(({ kunci }: { kunci: string }) => kunci)).toEqual(["k1", "k2"]);
});

test("Emptied mailboxes stay empty after a restart", async () => {
  await kirim(running.epesanUrl, PESAN, "k1");
  await ask("DELETE", `${running.epesanUrl}/simulator/pesan`);
  await restart();
  expect((await ask("GET", `${running.epesanUrl}/simulator/kotak-masuk`)).body).toEqual([]);
});

test("A damaged account file is named, with what to do", async () => {
  await setel(running.spseUrl, BUDI.userId, SANDI, "k1");
  await running.close();
  await writeFile(join(dataDir, "spse.json"), "[{");
  await expect(startForTest({ dataDir })).rejects.toThrow(/spse\.json .* remove it to start anew/);
});

test("Saves asked for during a write share one write, which holds the latest state", async () => {
  let state = 0;
  let taken = 0;
  const file = join(dataDir, "snapshot.json");
  const snapshot = createSnapshot(file, () => {
    taken += 1;
    return state;
  });
  const saves = Array.from({ length: 20 }, () => {
    state += 1;
    return snapshot.save();
  });
  await saves[0];
  state += 1;
  await Promise.all([...saves, snapshot.save()]);
  expect(await readFile(file, "utf8")).toBe("21");
  expect(taken).toBe(2);
});

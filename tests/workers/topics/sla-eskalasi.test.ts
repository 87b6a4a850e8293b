import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { slaEskalasi as topik } from "../../../workers/topics/sla-eskalasi.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";
import { createKit, ditolak, type Kit, tidakTersedia } from "../kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const masukan = (langkah: number) => ({
  eskalasi: `TENGGAT_LANGKAH_${langkah}`,
  satker: "satker-biro-keuangan",
  namaSatker: "Biro Keuangan",
  nomorPermohonan: "RP-2026-0001",
});
const penerima = (kit: Kit) => kit.epesan.terkirim.map(({ kepada }) => kepada).sort();

describe("sla-eskalasi", () => {
  test("tells every member of the step's group, and their superior in other words", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(4), kit.context());
    expect(penerima(kit)).toEqual(["andi@x.go.id", "maya@x.go.id", "ratna@x.go.id"]);
    const [atasan] = kit.epesan.terkirim.filter(({ kepada }) => kepada === "ratna@x.go.id");
    expect(atasan?.isi).toContain("unit di bawah Saudara");
    expect(atasan?.isi).toContain("4. Melakukan reset langkah 4");
  });

  test("tells the Satuan Kerja and its Kepala where step 1 is late", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(1), kit.context());
    expect(penerima(kit)).toEqual(["biro.keuangan@kemenperin.go.id", "yuliana.kusuma@kemenperin.go.id"]);
  });

  test("tells only the actor where there is nobody above with an address", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(8), kit.context());
    expect(penerima(kit)).toEqual(["ratna@x.go.id"]);
  });

  test("tells nobody twice when the task is repeated after one of the messages failed", async () => {
    const kit = createKit(database.db);
    kit.epesan.gagal(tidakTersedia(), false, "maya@x.go.id");
    await expect(topik.handle(masukan(4), kit.context())).rejects.toMatchObject({ kind: "unavailable" });
    expect(penerima(kit)).toEqual(["andi@x.go.id", "ratna@x.go.id"]);
    await topik.handle(masukan(4), kit.context());
    expect(penerima(kit)).toEqual(["andi@x.go.id", "maya@x.go.id", "ratna@x.go.id"]);
    expect(kit.epesan.percobaan).toHaveLength(4);
  });

  test("tells them again when the step comes again and is late again", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(8), kit.context({ id: randomUUID() }));
    await topik.handle(masukan(8), kit.context({ id: randomUUID() }));
    expect(kit.epesan.terkirim).toHaveLength(2);
  });

  test("sends one message for all accounts of a request whose reset is late", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(5), kit.context({ id: randomUUID() }));
    await topik.handle(masukan(5), kit.context({ id: randomUUID() }));
    expect(kit.epesan.terkirim).toHaveLength(3);
  });

  test("goes on where e-Pesan refuses one address, and says so in the log", async () => {
    const kit = createKit(database.db);
    kit.epesan.gagal(ditolak("ALAMAT_TIDAK_DIKENAL"), false, "andi@x.go.id");
    await topik.handle(masukan(4), kit.context());
    expect(penerima(kit)).toEqual(["maya@x.go.id", "ratna@x.go.id"]);
    expect(kit.log()).toContain("e-Pesan refused an escalation");
  });

  test("needs a person where the diagram has no such step", async () => {
    const kit = createKit(database.db);
    await expect(topik.handle(masukan(9), kit.context())).rejects.toThrow("the diagram has no step 9");
  });
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { eq } from "drizzle-orm";
import { pesanKeluar } from "../../../src/db/schema.js";
import { slaEskalasi as topik } from "../../../workers/topics/sla-eskalasi.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";
import { createKit, ditolak, type Kit, tidakTersedia } from "../kit.js";

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

/** The timer of a step goes off at this time of 23 November (or the date given), WIB; the kit's steps are due at 09.00. */
const masukan = (langkah: number, pukul = "09:00", tanggal = "2026-11-23") => ({
  eskalasi: `TENGGAT_LANGKAH_${langkah}`,
  waktuEskalasi: `${tanggal}T${pukul}:00+07:00`,
  satker: "satker-biro-keuangan",
  namaSatker: "Biro Keuangan",
  nomorPermohonan: "RP-2026-0001",
});
const penerima = (kit: Kit) => kit.epesan.terkirim.map(({ kepada }) => kepada).sort();
const kepada = (kit: Kit, alamat: string) => kit.epesan.terkirim.filter((pesan) => pesan.kepada === alamat);
const TIM = ["andi@x.go.id", "maya@x.go.id"];

describe("who is told by sla-eskalasi", () => {
  test("before the due date: those who have the step to do, alone", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(4, "08:54"), kit.context());
    expect(penerima(kit)).toEqual(TIM);
    expect(kit.epesan.terkirim[0]?.perihal).toBe("Pengingat tenggat: permohonan RP-2026-0001, langkah 4");
    expect(kit.epesan.terkirim[0]?.isi).toContain("sisa 6 menit kerja pada 23 November 2026 pukul 08.54 WIB");
  });

  test("at the due date: their superior too, in other words", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(4), kit.context());
    expect(penerima(kit)).toEqual([...TIM, "ratna@x.go.id"]);
    const [atasan] = kepada(kit, "ratna@x.go.id");
    expect(atasan?.isi).toContain("unit di bawah Saudara");
    expect(atasan?.isi).toContain("4. Melakukan reset langkah 4");
    expect(atasan?.perihal).toBe("Tenggat terlewati: permohonan RP-2026-0001, langkah 4");
  });

  test("each further working day: the Kepala UKPBJ as well", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(4, "09:00", "2026-11-24"), kit.context());
    expect(penerima(kit)).toEqual([TIM[0], "hendra@x.go.id", TIM[1], "ratna@x.go.id"]);
    const [pimpinan] = kepada(kit, "hendra@x.go.id");
    expect(pimpinan?.perihal).toBe("Tenggat terlewati 1 hari kerja: permohonan RP-2026-0001, langkah 4");
    expect(pimpinan?.isi).toContain("Pelaksana dan atasannya telah diberi tahu");
  });

  test("whoever has taken the task, and not the rest of the unit", async () => {
    const kit = createKit(database.db);
    kit.berjalan.pemegang = "andi";
    await topik.handle(masukan(4), kit.context());
    expect(penerima(kit)).toEqual(["andi@x.go.id", "ratna@x.go.id"]);
  });

  test("the unit, where who has taken the task has no address", async () => {
    const kit = createKit(database.db);
    kit.berjalan.pemegang = "tanpa-alamat";
    await topik.handle(masukan(4, "08:54"), kit.context());
    expect(penerima(kit)).toEqual(TIM);
  });

  test.each([
    ["08:54", "2026-11-23", ["biro.keuangan@kemenperin.go.id"]],
    ["09:00", "2026-11-23", ["biro.keuangan@kemenperin.go.id", "yuliana.kusuma@kemenperin.go.id"]],
    ["09:00", "2026-11-24", ["biro.keuangan@kemenperin.go.id", "hendra@x.go.id", "yuliana.kusuma@kemenperin.go.id"]],
  ])("of a Satuan Kerja's own step at %s on %s: %j", async (pukul, tanggal, alamat) => {
    const kit = createKit(database.db);
    await topik.handle(masukan(1, pukul, tanggal), kit.context());
    expect(penerima(kit)).toEqual(alamat);
  });

  test("a superior who is also the last to hear, once", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(8, "09:00", "2026-11-25"), kit.context());
    expect(penerima(kit)).toEqual(["hendra@x.go.id", "ratna@x.go.id"]);
  });
});

describe("how often sla-eskalasi tells", () => {
  test("nobody twice when the task is repeated after one of the messages failed", async () => {
    const kit = createKit(database.db);
    kit.epesan.gagal(tidakTersedia(), false, "maya@x.go.id");
    await expect(topik.handle(masukan(4), kit.context())).rejects.toMatchObject({ kind: "unavailable" });
    expect(penerima(kit)).toEqual(["andi@x.go.id", "ratna@x.go.id"]);
    await topik.handle(masukan(4), kit.context());
    expect(penerima(kit)).toEqual([...TIM, "ratna@x.go.id"]);
    expect(kit.epesan.percobaan).toHaveLength(4);
  });

  test("one message a level, even where its timer goes off again", async () => {
    const kit = createKit(database.db);
    for (const pukul of ["08:54", "08:55", "09:00", "15:00"])
      await topik.handle(masukan(4, pukul), kit.context({ id: randomUUID() }));
    expect(kepada(kit, "andi@x.go.id")).toHaveLength(2);
    expect(kepada(kit, "ratna@x.go.id")).toHaveLength(1);
  });

  test("again for each further working day", async () => {
    const kit = createKit(database.db);
    for (const tanggal of ["2026-11-24", "2026-11-25"]) await topik.handle(masukan(4, "09:00", tanggal), kit.context());
    expect(kepada(kit, "andi@x.go.id").map((p) => /\d hari kerja/.exec(p.perihal)?.[0])).toEqual([
      "1 hari kerja",
      "2 hari kerja",
    ]);
  });

  test("again when the step comes again, and when its time was extended", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(8), kit.context());
    kit.berjalan.id = "putaran-2";
    await topik.handle(masukan(8), kit.context());
    kit.berjalan.perpanjangan = 1;
    await topik.handle(masukan(8), kit.context());
    expect(kepada(kit, "ratna@x.go.id")).toHaveLength(3);
  });

  test("once for all accounts of a request whose reset is late", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(5), kit.context());
    kit.berjalan.id = "putaran-akun-lain";
    await topik.handle(masukan(5), kit.context());
    expect(kit.epesan.terkirim).toHaveLength(3);
  });

  test("a reminder that was begun is brought to its end although its step is done by now: it may have arrived", async () => {
    const kit = createKit(database.db);
    const context = kit.context();
    // e-Pesan took the message; its answer was lost.
    kit.epesan.gagal(tidakTersedia(), true, "maya@x.go.id");
    await expect(topik.handle(masukan(4, "08:54"), context)).rejects.toMatchObject({ kind: "unavailable" });
    kit.berjalan.selesai = Date.parse("2026-11-23T08:55:00+07:00");
    await topik.handle(masukan(4, "08:54"), context);
    const keadaan = await database.db.select().from(pesanKeluar).where(eq(pesanKeluar.kepada, "maya@x.go.id"));
    expect(
      keadaan.filter(({ kunci, terkirim }) => kunci.startsWith(context.task.instans) && terkirim === null),
    ).toEqual([]);
    expect(penerima(kit)).toEqual(TIM);
  });

  test("no reminder of a step whose time was extended meanwhile: the new time's own is not forestalled", async () => {
    const kit = createKit(database.db);
    Object.assign(kit.berjalan, {
      tenggat: Date.parse("2026-11-24T09:00:00+07:00"),
      pengingat: Date.parse("2026-11-24T08:00:00+07:00"),
      perpanjangan: 1,
    });
    await topik.handle(masukan(4, "08:54"), kit.context());
    expect(penerima(kit)).toEqual([]);
    await topik.handle(masukan(4, "08:00", "2026-11-24"), kit.context());
    expect(penerima(kit)).toEqual(TIM);
  });

  test("the reminder that an administrator sets off long before its time, in Cockpit", async () => {
    const kit = createKit(database.db);
    kit.berjalan.pengingat = Date.parse("2026-11-24T08:00:00+07:00");
    await topik.handle(masukan(4, "08:54"), kit.context());
    expect(penerima(kit)).toEqual(TIM);
  });

  test("no reminder of a step that is done by now, but the breach as the fact it is", async () => {
    const kit = createKit(database.db);
    kit.berjalan.selesai = Date.parse("2026-11-23T09:30:00+07:00");
    await topik.handle(masukan(4, "08:54"), kit.context());
    expect(penerima(kit)).toEqual([]);
    await topik.handle(masukan(4), kit.context());
    expect(penerima(kit)).toHaveLength(3);
  });
});

describe("what sla-eskalasi does with the unusual", () => {
  test("after downtime it says how late the notice is, in working time", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(4, "10:30", "2026-11-24"), kit.context());
    expect(kepada(kit, "andi@x.go.id")[0]?.isi).toContain("Pemberitahuan ini terlambat 1 jam 30 menit kerja");
    expect(kepada(kit, "andi@x.go.id")[0]?.isi).toContain("lewat 9 jam kerja pada 24 November 2026 pukul 10.30 WIB");
  });

  test("in time it says nothing of being late", async () => {
    const kit = createKit(database.db);
    await topik.handle(masukan(4), kit.context());
    expect(kit.epesan.terkirim[0]?.isi).not.toContain("terlambat");
  });

  test("goes on where e-Pesan refuses one address, and says so in the log", async () => {
    const kit = createKit(database.db);
    kit.epesan.gagal(ditolak("ALAMAT_TIDAK_DIKENAL"), false, "andi@x.go.id");
    await topik.handle(masukan(4), kit.context());
    expect(penerima(kit)).toEqual(["maya@x.go.id", "ratna@x.go.id"]);
    expect(kit.log()).toContain("e-Pesan refused an escalation");
  });

  test("gives a step its due date that began while the calendar could not tell it, as from its start", async () => {
    const kit = createKit(database.db);
    kit.berjalan.tenggat = null;
    await topik.handle(masukan(4, "10:00"), kit.context());
    expect(penerima(kit)).toEqual([]);
    const tenggat = Date.parse("2026-11-23T09:00:00+07:00");
    expect(kit.disetel).toEqual([{ eksekusi: "eksekusi-1", tenggat, pengingat: tenggat - 6 * 60_000 }]);
  });

  test("is an incident where the calendar still cannot tell the due date", async () => {
    const kit = createKit(database.db);
    Object.assign(kit.berjalan, { tenggat: null, mulai: Date.parse("2028-01-03T10:00:00+07:00") });
    await expect(topik.handle(masukan(4), kit.context())).rejects.toThrow("tahun 2028 belum dimuat");
  });

  test("tells of a request that is under way since before timers told their moment", async () => {
    const kit = createKit(database.db);
    await topik.handle({ ...masukan(4), waktuEskalasi: undefined }, kit.context());
    expect(penerima(kit)).toHaveLength(3);
  });

  test("needs a person where the diagram has no such step, or the step was not running", async () => {
    const kit = createKit(database.db);
    await expect(topik.handle(masukan(11), kit.context())).rejects.toThrow("the diagram has no step 11");
    await expect(topik.handle(masukan(9), kit.context())).rejects.toThrow("step 9 was not running");
  });
});

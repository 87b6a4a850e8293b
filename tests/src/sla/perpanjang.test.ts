import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { muatKalender } from "../../../src/calendar/load.js";
import { audit } from "../../../src/db/schema.js";
import { createEngine } from "../../../src/engine/client.js";
import { IsiPerpanjangan, type Perpanjangan, perpanjangLangkah } from "../../../src/sla/perpanjang.js";
import { startTestDatabase, type TestDatabase } from "../../support/postgres.js";

const kalender = await muatKalender("bpmn/kalender");
let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await database.db.delete(audit);
});

const wib = (pukul: string) => `2026-11-23T${pukul}:00.000+0700`;
const variabel = (name: string, value: unknown) => ({
  name,
  value,
  activityInstanceId: "putaran",
  processInstanceId: "instans",
});
const TUGAS = {
  id: "tugas",
  taskDefinitionKey: "koreksi-draf",
  name: "Koreksi draf surat",
  assignee: "ratna",
  priority: 50,
};

/** An engine with one step that began at 08.00 and is due at 09.00; what is changed there is noted. */
function mesin(ubah: { variabel?: unknown[]; tugas?: unknown[]; selesai?: string | null; tolak?: string } = {}) {
  const perubahan: [string, unknown][] = [];
  const jawaban: Record<string, unknown> = {
    "/variable-instance": ubah.variabel ?? [variabel("tenggat", wib("09:00")), variabel("pengingat", wib("08:48"))],
    "/history/activity-instance": [
      { activityId: "koreksi-draf", startTime: wib("08:00"), endTime: ubah.selesai ?? null },
    ],
    "/job": [{ id: "timer" }],
    "/task": ubah.tugas ?? [TUGAS],
  };
  const engine = createEngine({
    url: "http://engine",
    user: "layanan-gateway",
    password: "rahasia",
    fetch: async (input, init) => {
      const path = new URL(String(input)).pathname.replace("/engine-rest", "");
      if (init?.method === "GET") return Response.json(jawaban[path]);
      if (ubah.tolak && path.startsWith(ubah.tolak)) return Response.json({ message: "tidak" }, { status: 500 });
      perubahan.push([`${init?.method} ${path}`, init?.body ? JSON.parse(String(init.body)) : undefined]);
      return new Response(null, { status: 204 });
    },
  });
  const jam = () => new Date("2026-11-23T08:30:00+07:00");
  const perpanjang = (isi: IsiPerpanjangan) => {
    const permintaan: Perpanjangan = { ...isi, langkah: "eksekusi", oleh: "admin" };
    return perpanjangLangkah({ engine, db: database.db, kalender, jam }, permintaan);
  };
  return { perpanjang, perubahan };
}

const alasan = "Kepala sedang dinas luar";

describe("extending a step", () => {
  test("moves due date, reminder, task and timer together, and leaves the rest of the task as it was", async () => {
    const { perpanjang, perubahan } = mesin();
    const hasil = await perpanjang({ tambah: "PT30M", alasan });
    expect(hasil).toEqual({
      langkah: "eksekusi",
      instans: "instans",
      aktivitas: "koreksi-draf",
      sebelum: new Date("2026-11-23T09:00:00+07:00"),
      tenggat: new Date("2026-11-23T09:30:00+07:00"),
      pengingat: new Date("2026-11-23T09:12:00+07:00"),
      perpanjangan: 1,
    });
    const { id: _, taskDefinitionKey: __, ...isiTugas } = TUGAS;
    expect(perubahan).toEqual([
      [
        "POST /execution/eksekusi/localVariables",
        {
          modifications: {
            tenggat: { type: "Date", value: "2026-11-23T02:30:00.000+0000" },
            pengingat: { type: "Date", value: "2026-11-23T02:12:00.000+0000" },
            perpanjangan: { type: "Integer", value: 1 },
          },
        },
      ],
      ["PUT /task/tugas", { ...isiTugas, due: "2026-11-23T02:30:00.000+0000" }],
      ["POST /job/timer/duedate/recalculate", undefined],
    ]);
  });

  test("is recorded with who, why, and both due dates", async () => {
    await mesin().perpanjang({ tenggat: "2026-11-23T10:00:00+07:00", alasan });
    expect(await database.db.select().from(audit)).toMatchObject([
      {
        oleh: "admin",
        tindakan: "sla.perpanjang",
        objek: "putaran",
        rincian: {
          langkah: "koreksi-draf",
          sebelum: "2026-11-23T02:00:00.000Z",
          tenggat: "2026-11-23T03:00:00.000Z",
          alasan,
        },
      },
    ]);
  });

  test("is not recorded where the engine refuses it", async () => {
    const { perpanjang } = mesin({ tolak: "/execution" });
    await expect(perpanjang({ tambah: "PT30M", alasan })).rejects.toThrow("engine answered 500");
    expect(await database.db.select().from(audit)).toEqual([]);
  });

  test("counts on from now where the step is over already, and how often it was done", async () => {
    const { perpanjang } = mesin({ variabel: [variabel("tenggat", wib("08:10")), variabel("perpanjangan", 2)] });
    const { tenggat, perpanjangan } = await perpanjang({ tambah: "PT30M", alasan });
    expect([tenggat, perpanjangan]).toEqual([new Date("2026-11-23T09:00:00+07:00"), 3]);
  });

  test("works for automated steps, which have no task", async () => {
    const { perpanjang, perubahan } = mesin({ tugas: [] });
    await perpanjang({ tambah: "P1D", alasan });
    expect(perubahan.map(([apa]) => apa)).toEqual([
      "POST /execution/eksekusi/localVariables",
      "POST /job/timer/duedate/recalculate",
    ]);
  });

  test.each([
    ["2026-11-23T08:15:00+07:00", "TENGGAT_SUDAH_LALU"],
    ["2026-11-23T08:45:00+07:00", "TENGGAT_TIDAK_BERTAMBAH"],
    ["2026-11-23T09:00:00+07:00", "TENGGAT_TIDAK_BERTAMBAH"],
  ])("to %s is refused: %s", async (tenggat, kode) => {
    const { perpanjang, perubahan } = mesin();
    await expect(perpanjang({ tenggat, alasan })).rejects.toMatchObject({ name: "PerpanjanganDitolak", kode });
    expect(perubahan).toEqual([]);
  });

  test.each([
    ["without a due date", { variabel: [] }],
    ["that is done", { selesai: wib("08:20") }],
  ])("%s is refused", async (_apa, keadaan) => {
    const { perpanjang, perubahan } = mesin(keadaan);
    await expect(perpanjang({ tambah: "PT30M", alasan })).rejects.toMatchObject({ kode: "LANGKAH_TIDAK_BERJALAN" });
    expect(perubahan).toEqual([]);
  });

  test("into a year that is not loaded says so", async () => {
    await expect(mesin().perpanjang({ tambah: "P900D", alasan })).rejects.toThrow("belum dimuat");
  });
});

test.each([
  [{ tambah: "PT30M", alasan: " " }],
  [{ tambah: "PT30M" }],
  [{ alasan }],
  [{ tambah: "30 menit", alasan }],
  [{ tenggat: "besok", alasan }],
  [{ tenggat: "2026-11-23T10:00:00+07:00", tambah: "PT30M", alasan }],
])("an extension cannot be asked for as %j", (isi) => {
  expect(IsiPerpanjangan.safeParse(isi).success).toBe(false);
});

/** A step's due date is the same wherever it stands; it can be extended; one that cannot be calculated stops nobody. */
import { afterAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { tunggu } from "../../scripts/tunggu.js";
import { saatPengingat } from "../../src/calendar/escalation.js";
import { muatKalender } from "../../src/calendar/load.js";
import { tambahWaktuKerja } from "../../src/calendar/working-time.js";
import { openDb } from "../../src/db/open.js";
import { createEngine, nothing } from "../../src/engine/client.js";
import { perpanjangLangkah } from "../../src/sla/perpanjang.js";
import { polaTenggat } from "../../src/sop/waktu.js";
import { ajukan, type Permohonan, sebagai, tugasDi } from "./setup/lakon.js";
import { hapusPermohonan, lewatkanTenggat, timerLangkah } from "./setup/mesin.js";
import { akunDiSpse, semuaPesan } from "./setup/simulator.js";
import { adminEngine, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const kalender = await muatKalender("bpmn/kalender");
const database = openDb(addresses.database, () => undefined);
afterAll(() => database.close());

const Saat = z
  .string()
  .nullable()
  .transform((teks) => (teks === null ? null : Date.parse(teks)));
const Tugas = z.object({ id: z.string(), executionId: z.string(), due: Saat });
const Variabel = z.object({ name: z.string(), value: Saat });

/** What the engine holds of the one open step of a request. */
async function langkahKini({ instans }: Permohonan) {
  const query = { processInstanceId: instans };
  const [tugas] = await adminEngine().call("GET", "/task", { query, schema: z.array(Tugas) });
  if (!tugas) throw new Error("no task is open");
  const variabel = await adminEngine().call("GET", "/variable-instance", {
    query: { executionIdIn: tugas.executionId, variableName: "tenggat" },
    schema: z.array(Variabel),
  });
  return { ...tugas, tenggat: variabel[0]?.value ?? null };
}

describe("a step's due date", () => {
  test("is the same in the task, the form, the status page and the timer; and moves as one when it is extended", async () => {
    const permohonan = await ajukan("rudi", await akunDiSpse(1));
    await tugasDi("rudi", permohonan, "kirim-permohonan");
    const { id, executionId, due, tenggat } = await langkahKini(permohonan);
    const rudi = await sebagai("rudi");
    const formulir = (await rudi.panggil("GET", `/api/tugas/${id}`)).isi as { tenggat: string; dibuat: string };
    const halaman = (await rudi.panggil("GET", `/api/permohonan/${permohonan.nomor}`)).isi as {
      langkah: { nomor: number; tenggat: string | null }[];
    };
    expect([tenggat, Date.parse(formulir.tenggat), Date.parse(halaman.langkah[0]?.tenggat ?? "")]).toEqual([
      due,
      due,
      due,
    ]);
    const mulai = Date.parse(formulir.dibuat);
    const selisih = Math.abs(saatPengingat(mulai, due ?? 0, kalender) - (await timerLangkah(permohonan, 1)).dueDate);
    expect(selisih).toBeLessThan(60_000);
    await lewatkanTenggat(permohonan, 1, "pengingat");
    expect((await timerLangkah(permohonan, 1)).dueDate).toBe(due);
    const perihal = `Pengingat tenggat: permohonan ${permohonan.nomor}, langkah 1`;
    const pengingat = (jumlah: number) =>
      tunggu(`reminder ${jumlah}`, async () =>
        (await semuaPesan()).filter((p) => p.perihal === perihal).length === jumlah ? true : undefined,
      );
    await pengingat(1);

    const engine = createEngine({
      url: addresses.engine,
      user: "layanan-gateway",
      password: secrets.GATEWAY_ENGINE_PASSWORD,
    });
    const hasil = await perpanjangLangkah(
      { engine, db: database.db, kalender, jam: () => new Date() },
      { langkah: executionId, oleh: "admin", tambah: "P1D", alasan: "Kepala Satuan Kerja sedang dinas luar" },
    );
    const baru = tambahWaktuKerja(due ?? 0, "P1D", kalender);
    expect(hasil.tenggat.getTime()).toBe(baru);
    expect(await langkahKini(permohonan)).toMatchObject({ id, due: baru, tenggat: baru });
    // The reminder that has gone out already comes again for the new time.
    expect((await timerLangkah(permohonan, 1)).dueDate).toBe(hasil.pengingat.getTime());
    await lewatkanTenggat(permohonan, 1, "pengingat");
    await pengingat(2);
    await hapusPermohonan(permohonan);
  });

  test("that cannot be calculated fails nobody: the step begins without it, and its timer goes off at once", async () => {
    const form = new FormData();
    form.append("deployment-name", "uji-tenggat");
    form.append("uji.bpmn", new Blob([tanpaTahun()]), "uji.bpmn");
    const Id = z.object({ id: z.string() });
    const deployment = await adminEngine().call("POST", "/deployment/create", { body: form, schema: Id });
    const { id } = await adminEngine().call("POST", "/process-definition/key/uji-tenggat/start", {
      body: {},
      schema: Id,
    });
    const query = { processInstanceId: id };
    const Nama = z.array(z.object({ id: z.string(), taskDefinitionKey: z.string(), due: Saat }));
    const [sebelum] = await adminEngine().call("GET", "/task", { query, schema: Nama });
    await adminEngine().call("POST", `/task/${sebelum?.id}/complete`, { body: {}, schema: nothing });
    expect(await adminEngine().call("GET", "/task", { query, schema: Nama })).toMatchObject([
      { taskDefinitionKey: "langkah", due: null },
    ]);
    const Kejadian = z.array(z.object({ activityId: z.string() }));
    await tunggu("the timer of the step without a due date", async () => {
      const lewat = { ...query, activityId: "lewat-tenggat-1" };
      const ada = await adminEngine().call("GET", "/history/activity-instance", { query: lewat, schema: Kejadian });
      return ada.length > 0 ? ada : undefined;
    });
    await adminEngine().call("DELETE", `/deployment/${deployment.id}`, { query: { cascade: true }, schema: nothing });
  });
});

/** Two tasks; the second one's time limit ends in a year that is not loaded. */
function tanpaTahun(): string {
  const { inputParameter, dueDate, timer, akhir } = polaTenggat(1, "900 hari");
  const masukan = Object.entries(inputParameter).map(
    ([name, value]) => `<camunda:inputParameter name="${name}">${value}</camunda:inputParameter>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="uji">
  <process id="uji-tenggat" isExecutable="true" camunda:historyTimeToLive="P1D">
    <startEvent id="mulai" />
    <sequenceFlow id="a" sourceRef="mulai" targetRef="sebelum" />
    <userTask id="sebelum" />
    <sequenceFlow id="b" sourceRef="sebelum" targetRef="langkah" />
    <userTask id="langkah" camunda:dueDate="${dueDate}">
      <extensionElements><camunda:inputOutput>${masukan.join("")}</camunda:inputOutput></extensionElements>
    </userTask>
    <boundaryEvent id="${timer.id}" cancelActivity="false" attachedToRef="langkah">
      <timerEventDefinition><timeCycle>${timer.timeCycle}</timeCycle></timerEventDefinition>
    </boundaryEvent>
    <sequenceFlow id="c" sourceRef="${timer.id}" targetRef="${akhir.id}" />
    <endEvent id="${akhir.id}" />
  </process>
</definitions>`;
}

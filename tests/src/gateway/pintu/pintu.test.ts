import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import supertest from "supertest";
import { cariPintu, semuaPintu } from "../../../../src/gateway/pintu/pintu.js";
import { pintu } from "../../../../src/gateway/pintu/pintu-daftar.js";
import { API, startUji, type Uji } from "../kit.js";
import { tambahInstans, tambahTugas } from "../mesin-palsu.js";

const kelompok = (method: string, jalur: string) => cariPintu(method, jalur)?.pintu.kelompok;

describe("the list", () => {
  test.each([
    ["GET", "/camunda", "berkas"],
    ["GET", "/camunda/", "berkas"],
    ["GET", "/camunda/app/tasklist/default/", "berkas"],
    ["HEAD", "/camunda/app/lpse/gaya.css", "berkas"],
    ["GET", "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js", "berkas"],
    ["POST", "/camunda/api/admin/auth/user/default/login/tasklist", "masuk"],
    ["GET", "/camunda/api/engine/engine/", "masuk"],
    ["POST", `${API}/task/count`, "tugas"],
    ["GET", `${API}/task/abc/form`, "tugas"],
    ["POST", `${API}/task/abc/%63omplete`, "mengerjakan"],
    ["POST", `${API}/process-definition/p%3A1%3Aabc/submit-form`, "memulai"],
    ["PUT", `${API}/job/abc/retries`, "perbaikan"],
    ["DELETE", `${API}/process-instance/abc`, "perbaikan"],
    ["DELETE", `${API}/user/dewi`, "akun"],
  ])("has %s %s in the group %s", (method, jalur, nama) => {
    expect(kelompok(method, jalur)).toBe(nama);
  });

  test.each([
    ["POST", "/camunda/api/admin/setup/default/user/create"],
    ["POST", `${API}/deployment/create`],
    ["DELETE", `${API}/deployment/abc`],
    ["POST", `${API}/deployment/abc/redeploy`],
    ["POST", `${API}/message`],
    ["POST", `${API}/signal`],
    ["POST", `${API}/condition`],
    ["POST", `${API}/execution/abc/signal`],
    ["POST", `${API}/execution/abc/messages/tarik-permohonan/trigger`],
    ["POST", `${API}/execution/abc/localVariables`],
    ["PUT", `${API}/process-instance/abc/variables/satker`],
    ["POST", `${API}/process-instance/variables-async`],
    ["POST", `${API}/process-instance/abc/modification`],
    ["POST", `${API}/process-instance/delete`],
    ["POST", `${API}/task/abc/variables`],
    ["POST", `${API}/task/abc/bpmnError`],
    ["POST", `${API}/task/abc/resolve`],
    ["POST", `${API}/decision-definition/key/x/evaluate`],
    ["POST", `${API}/external-task/fetchAndLock`],
    ["POST", `${API}/external-task/abc/complete`],
    ["POST", `${API}/migration/execute`],
    ["POST", `${API}/modification/execute`],
    ["POST", `${API}/history/cleanup`],
    ["DELETE", `${API}/history/process-instance/abc`],
    ["GET", `${API}/telemetry/configuration`],
    ["GET", `${API}/telemetry/data`],
    ["GET", `${API}/metrics`],
    ["GET", `${API}/version`],
    ["GET", `${API}/schema/log`],
    ["POST", `${API}/schema/log`],
    ["POST", `${API}/identity/verify`],
    ["POST", `${API}/authorization/create`],
    ["PUT", `${API}/authorization/abc`],
    ["POST", `${API}/tenant/create`],
    ["GET", `${API}/event-subscription`],
    ["GET", "/camunda/api/engine/task"],
    ["GET", "/camunda/api/engine/engine/lain/task"],
    ["GET", "/camunda/actuator/health"],
    ["GET", "/camunda/tidak-ada"],
    ["TRACE", "/camunda/"],
  ])("has no %s %s", (method, jalur) => {
    expect(cariPintu(method, jalur)).toBeUndefined();
  });

  test.each(["task;v=1/abc/form", "task/abc%2Fform", "/task", "x/../task", "x/%2e%2e/task", "task/abc%00", "task/%zz"])(
    "knows no path that the engine could read in another way: %s",
    (jalur) => {
      expect(cariPintu("GET", `${API}/${jalur}`)).toBeUndefined();
    },
  );

  test("names each call once, gives each group a reason, and sees a task's id where it stands", () => {
    const nama = semuaPintu.map(({ method, jalur }) => `${method} ${jalur}`);
    expect(nama).toEqual([...new Set(nama)]);
    expect(pintu.filter(({ alasan }) => alasan.length < 30)).toEqual([]);
    expect(cariPintu("GET", `${API}/task/abc/form`)?.tugas).toBe("abc");
    expect(cariPintu("GET", `${API}/task/count`)?.tugas).toBeUndefined();
  });
});

describe("the wall", () => {
  let uji: Uji;
  beforeAll(async () => {
    uji = await startUji();
  });
  afterAll(() => uji.close());

  test("answers a problem for what is not listed, whoever asks, and the engine hears nothing of it", async () => {
    for (const balasan of [
      await uji.orang("admin").kirim(`${API}/deployment/create`, {}).expect(404),
      await supertest(uji.app).get(`${API}/telemetry/data`).expect(404),
    ]) {
      expect(balasan.type).toBe("application/problem+json");
      expect(balasan.body).toMatchObject({ kode: "JALUR_TIDAK_DIKENAL", message: expect.any(String) });
    }
    expect(uji.mesin.panggilan).toEqual([]);
  });

  test("lets everybody to the sign-in page, and whoever is signed in to the tasks", async () => {
    await supertest(uji.app).get("/camunda/app/tasklist/default/").expect(200);
    expect((await supertest(uji.app).get(`${API}/task`).expect(401)).body.kode).toBe("SESI_BERAKHIR");
    await uji.orang("dewi").ambil(`${API}/task`).expect(200);
  });

  test("shows Cockpit's side to process owners and administrators, its remedies to administrators", async () => {
    for (const orang of ["dewi", "hendra", "sari"]) await uji.orang(orang).ambil(`${API}/process-instance`).expect(403);
    for (const orang of ["wahyu", "admin"]) await uji.orang(orang).ambil(`${API}/process-instance`).expect(200);
    expect((await uji.orang("wahyu").kirim(`${API}/job/x/duedate/recalculate`, {}).expect(403)).body.kode).toBe(
      "BUKAN_UNTUK_ANDA",
    );
    await uji.orang("admin").kirim(`${API}/job/x/duedate/recalculate`, {}).expect(200);
  });

  test("asks for the task itself before its details are shown to a Satker, and shows it its own groups only", async () => {
    const instans = tambahInstans(uji.mesin, "RP-2026-0800");
    const milik = tambahTugas(uji.mesin, instans, "kirim-permohonan", ["satker-biro-keuangan"]);
    await uji.orang("dewi").ambil(`${API}/task/${milik.id}/form`).expect(200);
    const lain = await uji.orang("rudi").ambil(`${API}/task/${milik.id}/form`).expect(404);
    const tiada = await uji.orang("rudi").ambil(`${API}/task/tiada/form`).expect(404);
    expect(lain.text).toBe(tiada.text);
    const { body } = await uji.orang("dewi").ambil(`${API}/group?member=rudi`).expect(200);
    expect(body.map(({ id }: { id: string }) => id)).toEqual(["satuan-kerja", "satker-biro-keuangan"]);
    expect((await uji.orang("dewi").kirim(`${API}/group`, { member: "rudi" }).expect(200)).body).toEqual(body);
    await uji.orang("dewi").ambil(`${API}/group/count?member=rudi`).expect(200, { count: 2 });
    await uji.orang("andi").ambil(`${API}/group?member=rudi`).expect(200);
  });
});

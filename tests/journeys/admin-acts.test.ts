/** An administrator's ordinary acts pass the wall: the calls that Cockpit, Tasklist and Admin make for them, on real things. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { nothing } from "../../src/engine/client.js";
import { ajukan, kirim, type Permohonan } from "./setup/lakon.js";
import { bukaSesi, minta } from "./setup/matriks.js";
import { timerLangkah } from "./setup/mesin.js";
import { akunAsing } from "./setup/simulator.js";
import { adminEngine, testSystem } from "./setup/system.js";

const MESIN = "/camunda/api/engine/engine/default";
const Id = z.array(z.object({ id: z.string() }));

let permohonan: Permohonan;
let kepala: Record<string, string>;
beforeAll(async () => {
  const akun = [akunAsing()];
  kepala = await bukaSesi("admin", testSystem().secrets.ENGINE_ADMIN_PASSWORD);
  permohonan = await ajukan("dewi", akun);
  await kirim("dewi", permohonan, akun);
});

const lakukan = async (method: string, jalur: string, badan?: unknown) =>
  (await minta(kepala, method, MESIN + jalur, badan)).status;

async function cari(jalur: string): Promise<string> {
  const [pertama] = await adminEngine().call("GET", jalur, {
    query: { processInstanceId: permohonan.instans, maxResults: 1 },
    schema: Id,
  });
  if (!pertama) throw new Error(`nothing under ${jalur}`);
  return pertama.id;
}

describe("in Cockpit", () => {
  test("a failed timer is tried again, moved, held and let go", async () => {
    const { id } = await timerLangkah(permohonan, 2);
    expect(await lakukan("PUT", `/job/${id}/retries`, { retries: 0 })).toBe(204);
    const insiden = await cari("/incident");
    expect(await lakukan("PUT", `/incident/${insiden}/annotation`, { annotation: "Ditangani" })).toBe(204);
    expect(await lakukan("DELETE", `/incident/${insiden}/annotation`)).toBe(204);
    expect(await lakukan("PUT", `/job/${id}/retries`, { retries: 3 })).toBe(204);
    expect(await lakukan("PUT", `/job/${id}/duedate`, { duedate: "2030-01-07T09:00:00.000+0700" })).toBe(204);
    for (const suspended of [true, false]) {
      expect(await lakukan("PUT", `/job/${id}/suspended`, { suspended })).toBe(204);
      expect(await lakukan("PUT", `/process-instance/${permohonan.instans}/suspended`, { suspended })).toBe(204);
    }
  });

  test("a task is handed on, offered to others, and given another due date", async () => {
    const id = await cari("/task");
    const calon = { groupId: "kepala-lpse", type: "candidate" };
    expect(await lakukan("POST", `/task/${id}/assignee`, { userId: "hendra" })).toBe(204);
    expect(await lakukan("POST", `/task/${id}/identity-links`, calon)).toBe(204);
    expect(await lakukan("POST", `/task/${id}/identity-links/delete`, calon)).toBe(204);
    const tugas = await (await minta(kepala, "GET", `${MESIN}/task/${id}`, undefined)).json();
    expect(await lakukan("PUT", `/task/${id}`, { ...tugas, due: "2030-01-07T09:00:00.000+0700" })).toBe(204);
  });

  test("a request is ended", async () => {
    expect(await lakukan("DELETE", `/process-instance/${permohonan.instans}?skipCustomListeners=true`)).toBe(204);
  });
});

describe("in Admin", () => {
  const id = `uji-${randomUUID().slice(0, 8)}`;
  afterAll(async () => {
    await adminEngine().call("DELETE", `/user/${id}`, { schema: nothing });
    await adminEngine().call("DELETE", `/group/${id}`, { schema: nothing });
  });

  test("people and groups are made, joined, changed, unlocked and taken away", async () => {
    const profile = { id, firstName: "Uji", lastName: "Coba", email: "uji@kemenperin.go.id" };
    const password = `Kata-sandi-${randomUUID()}`;
    const acts: [string, string, unknown?][] = [
      ["POST", "/user/create", { profile, credentials: { password } }],
      ["PUT", `/user/${id}/profile`, { ...profile, lastName: "Coba Lagi" }],
      ["POST", "/group/create", { id, name: "Grup uji", type: "WORKFLOW" }],
      ["PUT", `/group/${id}`, { id, name: "Grup uji coba", type: "WORKFLOW" }],
      ["PUT", `/group/${id}/members/${id}`],
      ["DELETE", `/group/${id}/members/${id}`],
      ["POST", `/user/${id}/unlock`],
      ["DELETE", `/group/${id}`],
      ["DELETE", `/user/${id}`],
    ];
    const status: number[] = [];
    for (const [method, jalur, badan] of acts) status.push(await lakukan(method, jalur, badan));
    expect(status).toEqual(acts.map(() => 204));
  });
});

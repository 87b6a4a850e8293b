/** What the workers ask the real engine beside their tasks: which requests still run, and who catches an error. */
import { afterAll, expect, test } from "@jest/globals";
import { and, eq } from "drizzle-orm";
import { pino } from "pino";
import { z } from "zod";
import { openDb } from "../../src/db/open.js";
import { audit, nonceKredensial } from "../../src/db/schema.js";
import { createEngine, nothing } from "../../src/engine/client.js";
import { ambilAtauBuatNonce, bacaNonce } from "../../src/kredensial/index.js";
import { WORKERS_USER } from "../../src/provisioning/grants.js";
import { createCatches } from "../../workers/caught-errors.js";
import { sapuNonce, UMUR_MIN_MS } from "../../workers/sapu-nonce.js";
import { ajukan, sebagai } from "./setup/lakon.js";
import { hapusPermohonan } from "./setup/mesin.js";
import { akunDiSpse } from "./setup/simulator.js";
import { adminEngine, testSystem } from "./setup/system.js";

const { addresses, secrets } = testSystem();
const { db, close } = openDb(addresses.database, () => undefined, 2);
afterAll(close);
const admin = adminEngine();

/** A request with a nonce that was made two hours ago. */
async function withOldNonce() {
  const akun = await akunDiSpse(1);
  const permohonan = await ajukan("dewi", akun);
  const pemilik = { instans: permohonan.instans, akun: akun[0]?.id ?? "" };
  await ambilAtauBuatNonce(db, { ...pemilik, idKunci: "k1" });
  const dibuat = new Date(Date.now() - 2 * UMUR_MIN_MS);
  await db.update(nonceKredensial).set({ dibuat }).where(eq(nonceKredensial.instans, pemilik.instans));
  return { permohonan, pemilik, state: async () => (await bacaNonce(db, pemilik))?.keadaan };
}

test("a request deleted in Cockpit loses its nonces with a line in the audit, a running one keeps them", async () => {
  const [deleted, running] = [await withOldNonce(), await withOldNonce()];
  await hapusPermohonan(deleted.permohonan);
  const user = { user: WORKERS_USER, password: secrets.WORKERS_ENGINE_PASSWORD };
  const engine = createEngine({ url: addresses.engine, ...user });
  const deps = { db, engine, logger: pino({ enabled: false }), oleh: WORKERS_USER, now: () => new Date() };
  await sapuNonce(deps);
  expect([await deleted.state(), await running.state()]).toEqual(["hancur", "hidup"]);
  const ours = and(eq(audit.tindakan, "kredensial.hancurkan"), eq(audit.objek, deleted.pemilik.akun));
  expect(await db.select({ oleh: audit.oleh }).from(audit).where(ours)).toEqual([{ oleh: WORKERS_USER }]);
  await (await sebagai("dewi")).panggil("POST", `/api/permohonan/${running.permohonan.nomor}/tarik`, { alasan: "Uji" });
});

const diagram = (id: string, inside: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="uji">
<bpmn:error id="galat" errorCode="A"/><bpmn:process id="${id}" isExecutable="true" camunda:historyTimeToLive="P1D">
<bpmn:startEvent id="mulai"/><bpmn:sequenceFlow id="a" sourceRef="mulai" targetRef="langkah"/>${inside}
<bpmn:sequenceFlow id="b" sourceRef="langkah" targetRef="selesai"/><bpmn:endEvent id="selesai"/></bpmn:process></bpmn:definitions>`;
const CALLED = diagram("uji-dipanggil", `<bpmn:serviceTask id="langkah" camunda:type="external" camunda:topic="uji"/>`);
const CALLING = diagram(
  "uji-memanggil",
  `<bpmn:callActivity id="langkah" calledElement="uji-dipanggil"/><bpmn:boundaryEvent id="galat-a" attachedToRef="langkah"><bpmn:errorEventDefinition errorRef="galat"/></bpmn:boundaryEvent>`,
);
const Ids = z.object({ id: z.string() });
const Called = z.array(z.object({ id: z.string(), definitionId: z.string() }));

test("an error is caught by the process that called the one in which it is raised", async () => {
  const body = new FormData();
  body.append("deployment-name", "uji-galat");
  body.append("a", new Blob([CALLED]), "dipanggil.bpmn");
  body.append("b", new Blob([CALLING]), "memanggil.bpmn");
  const deployment = await admin.call("POST", "/deployment/create", { body, schema: Ids });
  try {
    const start = { body: {}, schema: Ids };
    const { id } = await admin.call("POST", "/process-definition/key/uji-memanggil/start", start);
    const query = { superProcessInstance: id };
    const [called] = await admin.call("GET", "/process-instance", { query, schema: Called });
    const where = { instans: called?.id ?? "", definisi: called?.definitionId ?? "", aktivitas: "langkah" };
    const catches = createCatches(admin);
    expect([await catches(where, "A"), await catches(where, "B")]).toEqual([true, false]);
  } finally {
    const query = { cascade: true };
    await admin.call("DELETE", `/deployment/${deployment.id}`, { query, schema: nothing });
  }
});

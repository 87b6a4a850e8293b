/** A new version may lack the step in which a request stands: who cannot be moved is told, and goes on where it was. */
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import type { Pengguna } from "../../scripts/drive/pengguna.js";
import { type Permohonan, sampaiPerintah, sebagai } from "./setup/lakon.js";
import { daftarVersi, definisiDari, modeler, pindahkan, tenggatTugas, VERIFIKASI, xmlVersi } from "./setup/modeler.js";
import { akunDiSpse } from "./setup/simulator.js";
import { adminEngine } from "./setup/system.js";

let wahyu: Pengguna;
let sari: Pengguna;
beforeAll(async () => {
  [wahyu, sari] = await Promise.all([sebagai("wahyu"), sebagai("sari")]);
});

describe("a version in which a step has gone", () => {
  const Rencana = z.object({
    dapat: z.boolean(),
    kegiatan: z.array(
      z.object({ id: z.string(), permohonan: z.number(), ke: z.string().nullable(), sebab: z.string().nullable() }),
    ),
  });
  let permohonan: Permohonan;
  let pemasangan: string;
  let tanpa: string;

  beforeAll(async () => {
    // Started while the version in force still has the step.
    permohonan = await sampaiPerintah("dewi", await akunDiSpse(1));
    const [kini] = await daftarVersi(wahyu);
    const xml = (await xmlVersi(wahyu, kini?.id))
      .replaceAll(`"${VERIFIKASI}"`, '"periksa-permohonan"')
      .replaceAll(`>${VERIFIKASI}<`, ">periksa-permohonan<");
    const body = new FormData();
    body.append("deployment-name", "uji tanpa langkah 4");
    body.append("uji.bpmn", new Blob([xml]), "uji.bpmn");
    const schema = z.object({ id: z.string(), deployedProcessDefinitions: z.record(z.string(), z.unknown()) });
    const baru = await adminEngine().call("POST", "/deployment/create", { body, schema });
    pemasangan = baru.id;
    tanpa = Object.keys(baru.deployedProcessDefinitions)[0] ?? "";
  });
  afterAll(() => adminEngine().call("DELETE", `/deployment/${pemasangan}`, { schema: z.unknown() }));

  test("the plan says who cannot go and why; who fails is listed with the reason and goes on where it was", async () => {
    const dari = await definisiDari(permohonan);
    const rencana = await modeler(
      wahyu,
      "GET",
      `/migrasi?dari=${encodeURIComponent(dari)}&ke=${encodeURIComponent(tanpa)}`,
      Rencana,
    );
    expect(rencana.kegiatan.find((k) => k.id === VERIFIKASI)).toMatchObject({
      ke: null,
      sebab: "Kegiatan ini tidak ada lagi di versi tujuan.",
    });
    const isi = { dari, ke: tanpa, tenggat: "tetap", instans: [permohonan.instans] };
    expect((await sari.panggil("POST", "/api/modeler/migrasi", isi)).status).toBe(403);
    expect(await pindahkan(wahyu, isi)).toMatchObject({
      pindah: 0,
      gagal: [{ nomor: permohonan.nomor, sebab: expect.stringContaining(VERIFIKASI) }],
    });
    expect(await definisiDari(permohonan)).toBe(dari);
    expect(await tenggatTugas(permohonan)).toBeGreaterThan(0);
  });
});

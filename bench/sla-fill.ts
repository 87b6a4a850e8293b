/** Many open requests by the engine's own start call, spread over the steps that people do. */
import { z } from "zod";
import type { Engine } from "../src/engine/client.js";
import { KUNCI_PROSES } from "../src/proses/kunci.js";

/** Steps a request can stand in without anything that workers would have made before. */
const STEPS = ["kirim-permohonan", "disposisi-permohonan", "perintah-reset", "verifikasi-permohonan"] as const;
const CALLS_AT_ONCE = 8;
const Started = z.object({ id: z.string() });

/** Starts them; each request takes the variables that every request has, and stands in one of four steps. */
export async function fillEngine(engine: Engine, requests: number): Promise<void> {
  let next = 0;
  const one = async () => {
    for (let i = next++; i < requests; i = next++) await start(engine, i);
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, one));
}

async function start(engine: Engine, i: number): Promise<void> {
  const nomor = `RP-2026-${String(i + 1).padStart(5, "0")}`;
  const body = {
    businessKey: nomor,
    variables: variablesOf(nomor, i),
    startInstructions: [{ type: "startBeforeActivity", activityId: STEPS[i % STEPS.length] }],
  };
  await engine.call("POST", `/process-definition/key/${KUNCI_PROSES}/start`, { body, schema: Started });
}

function variablesOf(nomor: string, i: number) {
  const unit = String(i % 200).padStart(4, "0");
  const text = (value: string) => ({ type: "String", value });
  return {
    nomorPermohonan: text(nomor),
    pemohon: text("dewi"),
    satker: text(`satker-biro-${unit}`),
    namaSatker: text(`Biro ${unit}`),
    nomorSuratPermohonan: text(`B/${i}/2026`),
    riwayat: { type: "Json", value: "[]" },
  };
}

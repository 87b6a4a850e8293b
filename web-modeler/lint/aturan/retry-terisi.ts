import type { Aturan } from "../jenis.js";
import { camunda, ekstensi, teks, topikDari } from "../unsur.js";

/** A job of the engine says how often and how far apart it is tried again. */
export const retryTerisi: Aturan = {
  nama: "retry-terisi",
  tingkat: "galat",
  sebab:
    "Without a cycle the engine tries three times in a moment: a database away for a minute becomes an incident. Before a person's task or an external one the job only computes the due date, which trying again does not help; workers bring their own retries (workers/retry-policies.ts).",
  periksa(u, lapor) {
    const asinkron = ["asyncBefore", "asyncAfter", "async"].some((s) => camunda(u, s) === true);
    if (!asinkron || u.$type === "bpmn:UserTask" || topikDari(u)) return;
    const [siklus] = ekstensi(u, "camunda:FailedJobRetryTimeCycle");
    if (!teks(siklus?.body)) return lapor(u, "The activity runs as a job, but does not say how it is tried again.");
    if (!/^R\d+\/P\S+$|^P\S+(,P\S+)*$/.test(teks(siklus?.body).trim()))
      lapor(u, 'The retry cycle "{siklus}" cannot be read; write for example R5/PT1M.', { siklus: teks(siklus?.body) });
  },
};

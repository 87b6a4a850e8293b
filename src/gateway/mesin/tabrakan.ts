/** The engine rolls a call back where something else changed the request at the same moment: then it is made again. */
import { setTimeout } from "node:timers/promises";
import { type Engine, EngineError } from "../../engine/client.js";
import { isCollision } from "../../engine/collision.js";
import type { Balasan, MesinPengguna } from "../../sesi/mesin-pengguna.js";
import { bertabrakan, permohonanBertabrakan } from "./tolakan-mesin.js";

const KALI_COBA = 4;
const JEDA_MS = 40;

/** Another person's answer, a timer's escalation or a worker was faster; throws PERMOHONAN_BERTABRAKAN after the last try. */
async function cobaLagi<T>(panggil: () => Promise<T>, tabrakan: (hasil: T) => Error | undefined): Promise<T> {
  for (let ke = 1; ; ke++) {
    const hasil = await panggil();
    const sebab = tabrakan(hasil);
    if (sebab === undefined) return hasil;
    if (ke === KALI_COBA) throw permohonanBertabrakan(sebab);
    // Longer each time and never the same: two who met once shall not meet again.
    await setTimeout(JEDA_MS * ke * (0.5 + Math.random()));
  }
}

/** The person's calls, reading or modifying, tried again where they collide. */
export const penggunaGigih =
  (mesin: MesinPengguna): MesinPengguna =>
  (...panggilan) =>
    cobaLagi((): Promise<Balasan> => mesin(...panggilan), bertabrakan);

/** The service account's calls, tried again where they collide; every other refusal is thrown as it came. */
export function mesinGigih(engine: Engine): Engine {
  return {
    ...engine,
    async call(...panggilan) {
      const jawab = () =>
        engine.call(...panggilan).then(
          (isi) => ({ isi }),
          (error: unknown) => {
            if (error instanceof EngineError && isCollision(error)) return error;
            throw error;
          },
        );
      const hasil = await cobaLagi(jawab, (h) => (h instanceof EngineError ? h : undefined));
      if (hasil instanceof EngineError) throw hasil;
      return hasil.isi;
    },
  };
}

/** Two transactions of the engine on one request: the database's own deadlock, as a step's timer job can cause it. */
import { expect, test } from "@jest/globals";
import pg from "pg";
import { tunggu } from "../../scripts/tunggu.js";
import { ajukan, kirim, sebagai, tugasDi } from "./setup/lakon.js";
import { akunDiSpse } from "./setup/simulator.js";
import { testSystem } from "./setup/system.js";

/** Holds the request's timer like a job that runs, and wants its executions once `panggil` waits for that timer. */
async function bertemu<T>(instans: string, panggil: () => Promise<T>): Promise<T> {
  const lawan = new pg.Client({ connectionString: testSystem().addresses.engineDatabase });
  const pengamat = new pg.Client({ connectionString: testSystem().addresses.engineDatabase });
  await Promise.all([lawan.connect(), pengamat.connect()]);
  try {
    await lawan.query("begin");
    const { rows } = await lawan.query<{ pid: number }>("select pg_backend_pid() as pid");
    await lawan.query("select 1 from act_ru_job where process_instance_id_ = $1 for update", [instans]);
    const jawab = panggil();
    const menunggu = "select pid from pg_stat_activity where $1::int = any (pg_blocking_pids(pid))";
    await tunggu("the engine wants the timer", async () => (await pengamat.query(menunggu, [rows[0]?.pid])).rows[0]);
    // Whoever asked first is the one whom PostgreSQL ends: nearly always the engine.
    const eksekusi = "select 1 from act_ru_execution where proc_inst_id_ = $1 for update";
    await lawan.query(eksekusi, [instans]).catch(() => undefined);
    await lawan.query("rollback");
    return await jawab;
  } finally {
    await Promise.all([lawan.end(), pengamat.end()]);
  }
}

test("an answer that ends in a deadlock with the step's timer is sent again, and the person notices nothing", async () => {
  const akun = await akunDiSpse(1);
  const permohonan = await ajukan("dewi", akun);
  await kirim("dewi", permohonan, akun);
  const hendra = await sebagai("hendra");
  const tugas = await tugasDi("hendra", permohonan, "disposisi-permohonan");
  await hendra.klaim(tugas.id);
  await bertemu(permohonan.instans, () => hendra.selesaikan(tugas.id, { keputusanDisposisi: "disposisi" }));
  expect((await tugasDi("ratna", permohonan, "perintah-reset")).taskDefinitionKey).toBe("perintah-reset");
});

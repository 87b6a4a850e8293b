/** The engine's administrator gets the password of the data folder back, where a restore brought one of an earlier time. */
import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";

/** How Camunda 7.24 keeps passwords: SHA-512 over password and salt (org.camunda.bpm.engine.impl.digest). */
export const camundaHash = (password: string, salt: string): string =>
  `{SHA-512}${createHash("sha512")
    .update(password + salt)
    .digest("base64")}`;

/** Sets it in the engine's database, which no engine uses meanwhile; changes nothing where it is the right one already. */
export async function restoreAdminPassword(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query<{ pwd: string; salt: string }>(
    "select pwd_ as pwd, salt_ as salt from act_id_user where id_ = 'admin'",
  );
  const [admin] = rows;
  if (admin === undefined || admin.pwd === camundaHash(password, admin.salt)) return;
  const salt = randomBytes(16).toString("base64");
  await client.query(
    "update act_id_user set pwd_ = $1, salt_ = $2, rev_ = rev_ + 1, attempts_ = 0, lock_exp_time_ = null where id_ = 'admin'",
    [camundaHash(password, salt), salt],
  );
}

import { join } from "node:path";
import type { SystemConfig } from "../../src/config.js";
import { type Organisasi, readOrganisasi } from "../../src/organisasi.js";
import { masuk } from "../drive/pengguna.js";
import { fromRoot } from "../system/addresses.js";
import { answersOk } from "../system/answers.js";
import { SystemError } from "../system/error.js";
import { storedSecrets } from "../system/secrets.js";
import type { Cast } from "./run.js";

/** Signs in one demo account of each actor; throws a SystemError when no system answers or its password is unknown. */
export async function signIn(config: SystemConfig, gateway: string): Promise<Cast> {
  if (!(await answersOk(`${gateway}/readyz`)))
    throw new SystemError(
      `No system answers at ${gateway}. Start one with "npm start" and try again when it is ready.`,
    );
  const organisasi = readOrganisasi(fromRoot(config.ORGANISASI_FILE));
  const password = demoPassword(config);
  const actor = (grup: string) => masuk(gateway, accountOf(organisasi, grup), password);
  const [satker, kepalaUkpbj, kepalaLpse, tim] = await Promise.all([
    actor("satuan-kerja"),
    actor("kepala-ukpbj"),
    actor("kepala-lpse"),
    actor("tim-pengelola-lpse"),
  ]);
  const passphrase = storedSecrets(fromRoot(config.DATA_DIR)).DEMO_PASSPHRASE;
  return { satker, kepalaUkpbj, kepalaLpse, tim, passphrase };
}

function accountOf(organisasi: Organisasi, grup: string): string {
  const account = organisasi.akunDemo.find((one) => one.grup.includes(grup));
  if (account) return account.id;
  throw new SystemError(`The organisation file has no demo account in the group ${grup}.`);
}

function demoPassword(config: SystemConfig): string {
  const dataDir = fromRoot(config.DATA_DIR);
  const password = config.DEMO_PASSWORD ?? storedSecrets(dataDir).DEMO_PASSWORD;
  if (password !== undefined) return password;
  throw new SystemError(
    `There is no password of the demo accounts in ${join(dataDir, "rahasia.json")}. Set DATA_DIR to the folder of the running system, or DEMO_PASSWORD.`,
  );
}

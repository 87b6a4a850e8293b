import { existsSync } from "node:fs";
import { join } from "node:path";

/** Takes options from `.env` that the environment does not set; the set-up needs JAVA_HOME before dotenv is installed. */
export function loadEnvFile(root) {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/** `npm run demo`: drives requests through a running system by the HTTP calls that Tasklist makes. */
import { readConfig, type SystemConfig, systemOptions } from "../src/config.js";
import { signIn } from "./demo/cast.js";
import { readInbox } from "./demo/inbox.js";
import { endJson, stepJson, throughputJson } from "./demo/json.js";
import { type DemoOptions, readOptions } from "./demo/options.js";
import { type Cast, type Finished, runRequest } from "./demo/run.js";
import type { Status } from "./demo/status.js";
import { endText, stepText } from "./demo/text.js";
import { measure, throughputText } from "./demo/throughput.js";
import { reachable } from "./system/addresses.js";

const say = (line: string) => console.log(line);

/** Resolves with the exit code; throws a SystemError when the demo cannot run. */
export async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const config = readConfig(systemOptions);
  const at = (port: number) => `http://${reachable(config.HOST)}:${port}`;
  const cast = await signIn(config, at(config.GATEWAY_PORT));
  const finished = options.instances === 1 ? await one(options, config, cast) : await many(options, cast);
  return finished.every(({ status }) => isFine(status)) ? 0 : 1;
}

const isFine = ({ keadaan, akun }: Status) =>
  keadaan === "selesai" && akun.every(({ status }) => status === "berhasil");

async function one({ json }: DemoOptions, config: SystemConfig, cast: Cast): Promise<Finished[]> {
  const began = new Date();
  const finished = await runRequest(cast, (langkah) => say(json ? stepJson(langkah) : stepText(langkah)));
  if (json) say(endJson(finished.status));
  else {
    const epesan = `http://${reachable(config.HOST)}:${config.EPESAN_SIMULATOR_PORT}`;
    say(endText(finished.status, await readInbox(epesan, began)));
  }
  return [finished];
}

async function many({ json, instances, parallel }: DemoOptions, cast: Cast): Promise<Finished[]> {
  const began = performance.now();
  const finished: Finished[] = [];
  let left = instances;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const done = await runRequest(cast);
      finished.push(done);
      const { nomor, nomorSurat, keadaan } = done.status;
      say(
        json
          ? endJson(done.status)
          : `${nomor} ${keadaan}, ${nomorSurat ?? "tanpa surat"}, ${Math.round(done.tookMs)} ms`,
      );
    }
  };
  await Promise.all(Array.from({ length: Math.min(parallel, instances) }, worker));
  const throughput = measure(finished, parallel, performance.now() - began);
  say(json ? throughputJson(throughput) : throughputText(throughput));
  return finished;
}

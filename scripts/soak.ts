/** `npm run soak -- --minutes N [--seed S]`: a system of its own suffers at random, and must have lost nothing. */
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { z } from "zod";
import { soak } from "./soak/run.js";
import { drawSchedule, eventText } from "./soak/schedule.js";
import { type SoakSystemOptions, startSoakSystem } from "./soak/system.js";
import { SystemError } from "./system/error.js";

const Options = z.object({
  minutes: z.coerce.number().positive().max(10_000).default(5),
  seed: z.coerce.number().int().min(0).max(0xffff_ffff).optional(),
});

const say = (line: string) => console.log(line);

/** Resolves with the exit code: 0 where every invariant held. */
export async function main(args: readonly string[], options: SoakSystemOptions): Promise<number> {
  const { minutes, seed = randomInt(0xffff_ffff) } = readOptions(args);
  const schedule = drawSchedule(seed, minutes * 60_000);
  say(`seed ${seed}: ${schedule.requests.length} requests and ${schedule.events.length} faults in ${minutes} min`);
  for (const event of schedule.events) say(eventText(event));
  const system = await startSoakSystem(options);
  try {
    say("\nsoaking:");
    const { violations, requests, troubles } = await soak(system, system, schedule, say);
    for (const violation of violations) say(`VIOLATED  ${violation}`);
    say(`${requests.length} requests, ${troubles} things done again, ${violations.length} invariants violated`);
    if (violations.length > 0) say(`again with: npm run soak -- --minutes ${minutes} --seed ${seed}`);
    return violations.length === 0 ? 0 : 1;
  } finally {
    await system.stop();
  }
}

function readOptions(args: readonly string[]): z.infer<typeof Options> {
  try {
    const options = { minutes: { type: "string" }, seed: { type: "string" } } as const;
    return Options.parse(parseArgs({ args: [...args], options }).values);
  } catch {
    throw new SystemError("Use: npm run soak -- --minutes N [--seed S], S a whole number from 0 to 4294967295.");
  }
}

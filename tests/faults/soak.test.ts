/** A minute of the soak; longer ones by `npm run soak`. */
import { expect, test } from "@jest/globals";
import { soak } from "../../scripts/soak/run.js";
import { drawSchedule, eventText } from "../../scripts/soak/schedule.js";
import { at, control, onlyWorkers } from "./setup/system.js";

const DURATION_MS = 60_000;
/** Guards against hanging alone: what the faults delay has to come to its end, on a slow machine, too. */
const LIMIT_MS = 600_000;

test(
  "requests survive a random mixture of all faults",
  async () => {
    await onlyWorkers({});
    // The same minute at every run; `npm run soak` draws others, and SOAK_SEED brings a bad one back.
    const seed = Number(process.env.SOAK_SEED ?? 20_261_123);
    const schedule = drawSchedule(seed, DURATION_MS);
    const said = [`SOAK_SEED=${seed}`, ...schedule.events.map(eventText)].join("\n");
    const { violations, requests } = await soak(at, control, schedule, () => undefined).catch((error: unknown) => {
      throw new Error(`the soak could not be carried out:\n${said}`, { cause: error });
    });
    expect(requests).toHaveLength(schedule.requests.length);
    if (violations.length > 0) throw new Error(`${violations.join("\n")}\n${said}`);
  },
  LIMIT_MS,
);

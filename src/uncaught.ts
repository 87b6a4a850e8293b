/** What becomes of an error that nobody caught. */
import type { EventEmitter } from "node:events";
import { types } from "node:util";
import type { Logger } from "./log.js";

/**
 * Ends the process with status 1 at the first error that nobody caught, rejections included. Node would print its message,
 * which may hold the parameters of a query; the log gets the error's name and where it was thrown.
 */
export function endOnUncaught(
  logger: Pick<Logger, "fatal">,
  process: Pick<EventEmitter, "once"> & { exit(code: number): void },
): void {
  process.once("uncaughtException", (error: unknown) => {
    const { name, stack = "" } = types.isNativeError(error) ? error : { name: typeof error };
    const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
    logger.fatal({ error: name, frames: frames.join("\n") }, "an error that nobody caught ends this process");
    process.exit(1);
  });
}

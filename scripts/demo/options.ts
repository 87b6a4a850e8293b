import { parseArgs } from "node:util";
import { SystemError } from "../system/error.js";

/** Without arguments: one request, told as text. */
export interface DemoOptions {
  /** One JSON object a line instead of text. */
  readonly json: boolean;
  /** How many requests. */
  readonly instances: number;
  /** How many of them at the same time. */
  readonly parallel: number;
}

const USAGE = "Usage: npm run demo -- [--json] [--instances N] [--parallel M]";

/** The command line of the demo; throws a SystemError with the usage when it is wrong. */
export function readOptions(args: readonly string[]): DemoOptions {
  const { json, instances, parallel } = parse(args);
  return { json: json ?? false, instances: count(instances, "instances"), parallel: count(parallel, "parallel") };
}

function parse(args: readonly string[]) {
  const options = { json: { type: "boolean" }, instances: { type: "string" }, parallel: { type: "string" } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new SystemError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function count(text: string | undefined, name: string): number {
  const value = Number(text ?? "1");
  if (Number.isInteger(value) && value > 0) return value;
  throw new SystemError(`--${name} must be a whole number above zero, not "${text}".\n${USAGE}`);
}

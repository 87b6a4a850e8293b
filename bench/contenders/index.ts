import type { ContenderName } from "../messages.js";
import { bare } from "./bare.js";
import { official, tuned } from "./official.js";
import { runtime } from "./runtime.js";
import type { Contender } from "./types.js";

export type { Running, Work } from "./types.js";

/** What a contender's process starts, by the name in its surroundings. */
export const contenders: Readonly<Record<ContenderName, Contender>> = { bare, official, tuned, runtime };

/** What many replies of the engine have in common. */
import { z } from "zod";
import { EngineError } from "./client.js";

/** The engine's `2026-11-23T10:00:00.000+0700`, read as epoch milliseconds. */
export const Instant = z.string().transform((text) => Date.parse(text));

/** A user as lists of the engine give one. */
export const Person = z.object({ id: z.string(), firstName: z.string().nullish(), lastName: z.string().nullish() });

/** First and last name, those there are; the id of a user without either. */
export const fullName = ({ id, firstName, lastName }: z.infer<typeof Person>): string =>
  [firstName, lastName].filter(Boolean).join(" ") || id;

/** Undefined instead of the engine's 404; throws what the call throws otherwise. */
export async function orUndefined404<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof EngineError && error.status === 404) return undefined;
    throw error;
  }
}

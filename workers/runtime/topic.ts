import { z } from "zod";
import { ShapeError } from "./failure.js";
import type { Context, Topic, TopicSpec } from "./types.js";

/** Makes a topic of what its file says; throws where the fallback is none of its error codes. */
export function defineTopic<D, I extends z.ZodObject, O extends z.ZodObject>(
  spec: TopicSpec<D, I, O>,
): Topic<D> & Pick<TopicSpec<D, I, O>, "handle"> {
  if (spec.fallback && !spec.errorCodes.includes(spec.fallback.code)) {
    throw new Error(`${spec.topic}: the fallback ${spec.fallback.code} is not among its error codes`);
  }
  const run = async (variables: Record<string, unknown>, context: Context<D>) => {
    const input = checked(spec.input, variables, "input");
    return checked(spec.output, await spec.handle(input, context), "output");
  };
  return Object.freeze({ ...spec, run });
}

function checked<S extends z.ZodObject>(schema: S, value: unknown, side: "input" | "output"): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ShapeError(side, z.prettifyError(parsed.error));
}

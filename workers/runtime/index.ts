/** What topics and their tests need of the runtime; the runtime itself is in runtime.ts. */
export { BpmnError, coerceFailure } from "./failure.js";
export { defineTopic } from "./topic.js";
export type { Catches, Context, RetryPolicy, Topic } from "./types.js";

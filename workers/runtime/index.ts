/** What topics and their tests need of the runtime; the runtime itself is in runtime.ts. */
export { BpmnError, coerceFailure, type Failure } from "./failure.js";
export { defineTopic } from "./topic.js";
export type { Catches, Context, Fallback, RetryPolicy, TaskInfo, Topic, TopicSpec } from "./types.js";

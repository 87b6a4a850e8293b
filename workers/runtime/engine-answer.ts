/** What the engine's refusal of a call means. The client's error objects hold the request with its login: never log them. */
import { z } from "zod";
import { EngineError } from "../../src/engine/client.js";
import { isCollision } from "../../src/engine/collision.js";

/**
 * `conflict`: another transaction was faster, ask again at once. `gone`: no such task any more. `notOurs`: the lock is
 * somebody else's. `refused`: asking again is no use. `away`: nobody answered, or not now.
 */
export interface EngineRefusal {
  readonly kind: "conflict" | "gone" | "notOurs" | "refused" | "away";
  /** Status, exception and message of the engine, or the network's error code. */
  readonly reason: string;
}

const Answer = z.object({
  httpStatusCode: z.number(),
  type: z.string().nullish(),
  engineMsg: z.string().nullish(),
  code: z.number().nullish().catch(null),
});
/** The client's errors have the code themselves, fetch hides it in the cause. */
const Coded = z.object({ code: z.string() });
const Network = z.union([Coded, z.object({ cause: Coded }).transform(({ cause }) => cause)]);
const NOT_OURS = /cannot be \w+ by worker|is locked by worker|cannot .* lock/i;

/** The meaning of an error thrown by the client's task service or poll. */
export function engineRefusal(thrown: unknown): EngineRefusal {
  const answer = Answer.safeParse(thrown instanceof EngineError ? ofOurClient(thrown) : thrown).data;
  if (answer === undefined) return withoutAnswer(thrown);
  const { httpStatusCode: status, type, engineMsg, code } = answer;
  const reason = [status, type, engineMsg?.slice(0, 300)].filter(Boolean).join(" ");
  if (isCollision({ type, code, message: engineMsg })) return { kind: "conflict", reason };
  return { kind: kindOf(status, type ?? "", engineMsg ?? ""), reason };
}

/** What is neither an answer nor the network is a defect of ours: asking again for ever would hide it. */
function withoutAnswer(thrown: unknown): EngineRefusal {
  const code = Network.safeParse(thrown).data?.code;
  if (code !== undefined) return { kind: "away", reason: code };
  if (thrown instanceof SyntaxError) return { kind: "away", reason: "the answer is not JSON" };
  return { kind: "refused", reason: thrown instanceof Error ? thrown.name : "no error" };
}

const ofOurClient = ({ status, type, message, code }: EngineError): z.input<typeof Answer> => ({
  httpStatusCode: status,
  type: type === "unknown" ? "" : type,
  engineMsg: message,
  code,
});

function kindOf(status: number, type: string, message: string): EngineRefusal["kind"] {
  if (status === 404) return "gone";
  if (status === 400 && NOT_OURS.test(message)) return "notOurs";
  // Its database was away, or in a deadlock it did not name: the engine has rolled back, and says nothing about the task.
  if (type === "ProcessEnginePersistenceException") return "away";
  // Without an exception's name it is not the engine that answered but something before it, or a server starting up.
  if (status === 429 || status === 503 || status === 502 || status === 504 || type === "") return "away";
  return "refused";
}

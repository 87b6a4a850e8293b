/** Recognises the engine's refusals that only mean: another transaction on the same request was faster. Pure. */

/** What a refusal of the engine says of itself; `type` is the Java exception's simple name. */
export interface RefusalSaid {
  readonly type?: string | null | undefined;
  /** The engine's exception code: also there where the REST API hides exception and database behind a `RestException`. */
  readonly code?: number | null | undefined;
  readonly message?: string | null | undefined;
}

/**
 * BuiltinExceptionCode: optimistic locking, deadlock (its message says "persistence layer" and no more), foreign key (what
 * one transaction deletes has got a child by another's).
 */
const COLLISION_CODES: ReadonlySet<number> = new Set([1, 10_000, 10_001]);

/** 03005: optimistic locking. 03077: a timer's escalation reshaped the executions while they were read. */
const COLLISION_TEXT = /\bENGINE-030(05|77)\b|\bENGINE-03004\b.*\bdeadlock detected\b/s;

/** Whether the engine rolled the call back for another's sake: the same call may be made again. */
export function isCollision({ type, code, message }: RefusalSaid): boolean {
  if (type === "OptimisticLockingException") return true;
  return COLLISION_CODES.has(code ?? 0) || COLLISION_TEXT.test(message ?? "");
}

/** What the engine's REST API (7.24) answers where two transactions on one request met, and what only looks like it. */

const LAPISAN =
  "An exception occurred in the persistence layer. Please check the server logs for a detailed message and";
const persistensi = `${LAPISAN} the entire exception stack trace.`;
const kunciOptimis = (apa: string) =>
  `ENGINE-03005 Execution of '${apa}[c42938ee-e703-11f1-9a08-e2e0af575a13]' failed. Entity was updated by another transaction concurrently.`;
const tanpaInduk =
  "ENGINE-03077 Cannot resolve parent with id 'cb718b1a-e703-11f1-9a08-e2e0af575a13' of execution 'cb3f7e85-e703-11f1-9a08-e2e0af575a13', perhaps it was deleted in the meantime";
const kirim = "Cannot submit task form c3e15a62-e703-11f1-9a08-e2e0af575a13: ";

/** The answers' bodies, all of status 500, by what happened. */
export const TABRAKAN = [
  [
    "optimistic locking",
    { type: "OptimisticLockingException", message: kunciOptimis("UPDATE ExecutionEntity"), code: 1 },
  ],
  [
    "optimistic locking in a form's answer",
    { type: "RestException", message: kirim + kunciOptimis("INSERT VariableInstanceEntity"), code: 1 },
  ],
  ["a deadlock in PostgreSQL", { type: "ProcessEnginePersistenceException", message: persistensi, code: 10_000 }],
  ["a deadlock in a form's answer", { type: "RestException", message: kirim + persistensi, code: 10_000 }],
  ["a child of what is deleted", { type: "RestException", message: kirim + persistensi, code: 10_001 }],
  ["an execution without its parent", { type: "ProcessEngineException", message: tanpaInduk, code: 0 }],
  ["the same in a form's answer", { type: "RestException", message: kirim + tanpaInduk, code: 0 }],
] as const;

/** Nothing says that anything was rolled back for another's sake. */
export const BUKAN_TABRAKAN = [
  ["a database that went away", { type: "ProcessEnginePersistenceException", message: persistensi, code: 0 }],
  ["a value too long for its column", { type: "RestException", message: kirim + persistensi, code: 10_002 }],
  ["any other failure", { type: "RestException", message: `${kirim}Unknown property used in expression`, code: 0 }],
] as const;

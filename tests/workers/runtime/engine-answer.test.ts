import { describe, expect, test } from "@jest/globals";
import { EngineError } from "../../../src/engine/client.js";
import { engineRefusal } from "../../../workers/runtime/engine-answer.js";

describe("what the engine's refusal means", () => {
  test.each([
    [500, "OptimisticLockingException", "conflict"],
    [404, "RestException", "gone"],
    [500, "ProcessEnginePersistenceException", "away"],
    [503, "unknown", "away"],
    [500, "ProcessEngineException", "refused"],
  ])("%i %s is %s", (status, type, kind) => {
    expect(engineRefusal(new EngineError(status, type, "x")).kind).toBe(kind);
  });
});

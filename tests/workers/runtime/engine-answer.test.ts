import { describe, expect, test } from "@jest/globals";
import { EngineError } from "../../../src/engine/client.js";
import { engineRefusal } from "../../../workers/runtime/engine-answer.js";
import { TABRAKAN } from "../../support/tabrakan.js";

describe("what the engine's refusal means", () => {
  test.each([
    [404, "RestException", "gone"],
    [500, "ProcessEnginePersistenceException", "away"],
    [503, "unknown", "away"],
    [500, "ProcessEngineException", "refused"],
  ])("%i %s is %s", (status, type, kind) => {
    expect(engineRefusal(new EngineError(status, type, "x")).kind).toBe(kind);
  });

  test.each(TABRAKAN)("is a conflict after %s, by our client or the library's", (_apa, { type, message, code }) => {
    expect(engineRefusal(new EngineError(500, type, message, code)).kind).toBe("conflict");
    expect(engineRefusal({ httpStatusCode: 500, type, engineMsg: message, code }).kind).toBe("conflict");
  });
});

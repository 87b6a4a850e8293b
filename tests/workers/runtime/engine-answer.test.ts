import { describe, expect, test } from "@jest/globals";
import { EngineError } from "../../../src/engine/client.js";
import { engineRefusal } from "../../../workers/runtime/engine-answer.js";
import { TABRAKAN } from "../../support/tabrakan.js";

describe("what the engine's refusal means", () => {
  test.each([
    [404, "RestException", "gone"],
    [404, "unknown", "away"],
    [404, "InvalidRequestException", "refused"],
    [500, "ProcessEnginePersistenceException", "unclear"],
    [500, "CannotCreateTransactionException", "unclear"],
    [500, "TransactionSystemException", "unclear"],
    [500, "DataAccessResourceFailureException", "unclear"],
    [500, "unknown", "away"],
    [503, "unknown", "away"],
    [500, "ProcessEngineException", "refused"],
  ])("%i %s is %s", (status, type, kind) => {
    expect(engineRefusal(new EngineError(status, type, "x")).kind).toBe(kind);
  });

  test.each(TABRAKAN)("is a conflict after %s", (_apa, { type, message, code }) => {
    expect(engineRefusal(new EngineError(500, type, message, code)).kind).toBe("conflict");
  });

  test("is the last word for a value too long for its column", () => {
    const error = new EngineError(500, "ProcessEnginePersistenceException", "x", 10_002);
    expect(engineRefusal(error).kind).toBe("refused");
  });

  test.each([
    ["a connection refused", Object.assign(new Error("connect"), { code: "ECONNREFUSED" }), "ECONNREFUSED"],
    [
      "undici's own limit",
      Object.assign(new Error("x"), { code: "UND_ERR_HEADERS_TIMEOUT" }),
      "UND_ERR_HEADERS_TIMEOUT",
    ],
    ["a failed fetch", new TypeError("fetch failed", { cause: { code: "ECONNRESET" } }), "ECONNRESET"],
    ["a time limit", new DOMException("x", "TimeoutError"), "TimeoutError"],
    ["a call broken off", new DOMException("x", "AbortError"), "AbortError"],
  ])("is nobody's answer after %s", (_what, error, reason) => {
    expect(engineRefusal(error)).toEqual({ kind: "away", reason });
  });
});

import { describe, expect, test } from "@jest/globals";
import { DrizzleQueryError } from "drizzle-orm";
import { AdapterError } from "../../../workers/adapters/index.js";
import { BpmnError, coerceFailure, Interrupted, ShapeError } from "../../../workers/runtime/failure.js";

const pgError = (code: string, more: object = {}) =>
  Object.assign(new Error("Key (nonce)=(rahasia) already exists"), { code, severity: "ERROR", ...more });

describe("what a thrown thing stands for", () => {
  test.each([
    ["a business error", new BpmnError("X", "Pesan."), { kind: "business", code: "X", message: "Pesan." }],
    ["an adapter that is away", new AdapterError("unavailable", "503"), { kind: "unavailable", reason: "503" }],
    [
      "an adapter that asks for patience",
      new AdapterError("unavailable", "429", { retryAfterMs: 7_000 }),
      { kind: "unavailable", retryAfterMs: 7_000 },
    ],
    ["an adapter that refuses", new AdapterError("rejected", "422"), { kind: "rejected", reason: "422" }],
    [
      "a broken bridge",
      new AdapterError("malformed", "not JSON"),
      { kind: "broken", reason: "AdapterError: not JSON" },
    ],
    ["the time limit", new Interrupted("timeLimit"), { kind: "unavailable" }],
    ["a bug", new TypeError("x is undefined"), { kind: "broken", reason: "TypeError: x is undefined" }],
    ["no error at all", "text", { kind: "broken", reason: "something that is no error was thrown" }],
    [
      "a lost database connection",
      Object.assign(new Error("connect"), { code: "ECONNREFUSED" }),
      { kind: "unavailable" },
    ],
    ["a connection that ended", new Error("Connection terminated unexpectedly"), { kind: "unavailable" }],
    ["a database that shuts down", pgError("57P01"), { kind: "unavailable" }],
    ["a deadlock", new DrizzleQueryError("update", [], pgError("40P01")), { kind: "unavailable" }],
    ["a constraint", pgError("23505", { table: "arsip", constraint: "arsip_nomor" }), { kind: "broken" }],
  ])("%s", (_name, thrown, expected) => {
    expect(coerceFailure(thrown)).toMatchObject(expected);
  });

  test("names the side and the fields of variables that do not fit", () => {
    expect(coerceFailure(new ShapeError("input", "at namaSatker"))).toMatchObject({
      kind: "broken",
      reason: "the input does not fit its schema: at namaSatker",
    });
  });

  test("tells of a failed query neither parameters nor values, in message and stack alike", () => {
    const nonce = "6e6f6e6365";
    for (const code of ["23505", "XX000"]) {
      const error = new DrizzleQueryError("insert into nonce_kredensial", [nonce, "rahasia"], pgError(code));
      const text = JSON.stringify(coerceFailure(error));
      expect(text).toContain(code);
      expect(text).not.toMatch(/6e6f6e6365|rahasia/);
      expect(text).toContain("failure.test");
    }
  });
});

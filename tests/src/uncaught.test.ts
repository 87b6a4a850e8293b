import { EventEmitter } from "node:events";
import { expect, test } from "@jest/globals";
import { endOnUncaught } from "../../src/uncaught.js";
import { fakeLogger } from "../workers/kit.js";

function uncaught(error: unknown) {
  const codes: number[] = [];
  const process = Object.assign(new EventEmitter(), { exit: (code: number) => void codes.push(code) });
  const { logger, teks } = fakeLogger();
  endOnUncaught(logger, process);
  process.emit("uncaughtException", error);
  return { codes, log: teks() };
}

test("an error that nobody caught ends the process and leaves its name and place in the log, never its message", () => {
  const { codes, log } = uncaught(new TypeError("Failed query: insert\nparams: nonce-rahasia"));
  expect(codes).toEqual([1]);
  expect(log).toContain('"error":"TypeError"');
  expect(log).toMatch(/at .*uncaught\.test\.ts/);
  expect(log).not.toContain("nonce-rahasia");
});

test("something thrown that is no error ends it, too, and is not shown", () => {
  const { codes, log } = uncaught("nonce-rahasia");
  expect(codes).toEqual([1]);
  expect(log).not.toContain("nonce-rahasia");
});

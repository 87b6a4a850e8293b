import { describe, expect, test } from "@jest/globals";
import { isCollision } from "../../../src/engine/collision.js";
import { BUKAN_TABRAKAN, TABRAKAN } from "../../support/tabrakan.js";

describe("two transactions on one request", () => {
  test.each(TABRAKAN)("are recognised by %s", (_apa, isi) => {
    expect(isCollision(isi)).toBe(true);
  });

  test("are recognised by the database's own words, where an engine lets them through", () => {
    const message =
      "ENGINE-03004 Exception while executing Database Operation 'DELETE TimerEntity[1]' with message '\n";
    expect(isCollision({ message: `${message}### Cause: PSQLException: ERROR: deadlock detected'` })).toBe(true);
    expect(isCollision({ message: `${message}### Cause: PSQLException: An I/O error occurred'` })).toBe(false);
  });

  test.each(BUKAN_TABRAKAN)("are not seen in %s", (_apa, isi) => {
    expect(isCollision(isi)).toBe(false);
  });

  test("are not seen in a refusal that says nothing", () => {
    expect(isCollision({})).toBe(false);
    expect(isCollision({ type: null, code: null, message: null })).toBe(false);
  });
});

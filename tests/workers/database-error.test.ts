import { expect, test } from "@jest/globals";
import { databaseError } from "../../workers/database-error.js";

test.each([
  "Connection terminated unexpectedly",
  "Client has encountered a connection error and is not queryable",
  "Client was closed and is not queryable",
])("a lost connection will come back: %s", (message) => {
  const wrapped = new Error("Failed query: rollback", { cause: new Error(message) });
  expect(databaseError(wrapped)).toMatchObject({ transient: true });
});

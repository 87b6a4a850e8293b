import { jest } from "@jest/globals";

// A limit against hanging, not an expectation: several locks may have to run out one after another on a busy machine.
jest.setTimeout(240_000);

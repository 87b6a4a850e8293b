import { jest } from "@jest/globals";

// A limit against hanging, not an expectation: the machine may be busy with other things.
jest.setTimeout(60_000);

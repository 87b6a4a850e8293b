import { jest } from "@jest/globals";

// Limits against hanging, not expectations: a step that waits for a retry with back-off may take most of a minute.
jest.setTimeout(180_000);

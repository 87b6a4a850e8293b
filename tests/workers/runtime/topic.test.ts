import { describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { type Context, defineTopic } from "../../../workers/runtime/index.js";

const retry = { retries: 1, baseDelayMs: 1, maxDelayMs: 1, maxWaitMs: 1 };
const spec = {
  topic: "uji",
  input: z.object({ angka: z.number() }),
  output: z.object({ hasil: z.number() }),
  errorCodes: ["X"],
  retry,
  handle: async ({ angka }: { angka: number }) => ({ hasil: angka + 1 }),
};
const context = {} as Context<unknown>;

describe("a topic", () => {
  test("gets its checked input and answers its checked output", async () => {
    await expect(defineTopic(spec).run({ angka: 1, lain: true }, context)).resolves.toEqual({ hasil: 2 });
  });

  test("is not run on variables that are missing or wrong", async () => {
    await expect(defineTopic(spec).run({ angka: "1" }, context)).rejects.toMatchObject({ side: "input" });
  });

  test("may not answer what its schema does not allow", async () => {
    const salah = defineTopic({ ...spec, handle: async () => ({ hasil: Number.NaN }) });
    await expect(salah.run({ angka: 1 }, context)).rejects.toMatchObject({ side: "output" });
  });

  test("cannot be made with a fallback that it does not declare", () => {
    expect(() => defineTopic({ ...spec, fallback: { code: "Y", message: "" } })).toThrow("the fallback Y");
  });
});

import { expect, test } from "@jest/globals";
import { EngineError } from "../../../src/engine/client.js";
import { oncePerDefinition } from "../../../src/engine/diagram.js";
import { fullName, Instant, orUndefined404 } from "../../../src/engine/shapes.js";

test("a definition is read once, however many ask at the same time; a failure is asked again", async () => {
  const asked: string[] = [];
  let fails = true;
  const read = oncePerDefinition(async (definition) => {
    asked.push(definition);
    if (definition === "b" && fails) throw new Error("away");
    return definition.toUpperCase();
  });
  expect(await Promise.all([read("a"), read("a"), read("a")])).toEqual(["A", "A", "A"]);
  await expect(read("b")).rejects.toThrow("away");
  fails = false;
  expect(await read("b")).toBe("B");
  expect(asked).toEqual(["a", "b", "b"]);
});

test("only the engine's 404 becomes undefined", async () => {
  expect(await orUndefined404(Promise.reject(new EngineError(404, "x", "gone")))).toBeUndefined();
  await expect(orUndefined404(Promise.reject(new EngineError(403, "x", "no")))).rejects.toThrow("no");
  expect(await orUndefined404(Promise.resolve(1))).toBe(1);
});

test("instants of the engine are read with their zone, people without a name are called by their id", () => {
  expect(Instant.parse("2026-11-23T10:00:00.000+0700")).toBe(Date.UTC(2026, 10, 23, 3));
  expect(fullName({ id: "andi", firstName: "Andi", lastName: null })).toBe("Andi");
  expect(fullName({ id: "andi", firstName: null, lastName: "" })).toBe("andi");
});

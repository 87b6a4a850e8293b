import { expect, test } from "@jest/globals";
import { diagram, temuan } from "../kit.js";

const proses = (masa: string) => temuan("masa-simpan", diagram("", { sifat: `camunda:historyTimeToLive="${masa}"` }));

test("days are what the engine reads", async () => {
  expect(await proses("P365D")).toEqual([]);
  expect(await proses("365")).toEqual([]);
});

test("a year is not", async () => {
  expect(await proses("P1Y")).toEqual([["proses", "Masa simpan riwayat “P1Y” harus dalam hari, misalnya P365D."]]);
});

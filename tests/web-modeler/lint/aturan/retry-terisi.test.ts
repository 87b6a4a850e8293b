import { expect, test } from "@jest/globals";
import { diagram, ekstensi, temuan } from "../kit.js";

const tugas = (sifat: string, siklus?: string) =>
  temuan(
    "retry-terisi",
    diagram(
      `<bpmn:task id="a" ${sifat}>${siklus === undefined ? "" : ekstensi(`<camunda:failedJobRetryTimeCycle>${siklus}</camunda:failedJobRetryTimeCycle>`)}</bpmn:task>`,
    ),
  );

test("what is no job needs no retries", async () => {
  expect(await tugas("")).toEqual([]);
});

test("a job needs a cycle the engine can read", async () => {
  expect(await tugas('camunda:asyncBefore="true"', "R5/PT1M")).toEqual([]);
  expect(await tugas('camunda:asyncAfter="true"', "PT1M,PT10M")).toEqual([]);
  expect(await tugas('camunda:asyncBefore="true"')).toHaveLength(1);
  expect(await tugas('camunda:asyncBefore="true"', "5 kali")).toEqual([
    ["a", "Siklus pengulangan “5 kali” tidak terbaca; tulis misalnya R5/PT1M."],
  ]);
});

test("before a person's task the job only computes the due date", async () => {
  expect(await temuan("retry-terisi", diagram('<bpmn:userTask id="a" camunda:asyncBefore="true" />'))).toEqual([]);
});

import { expect, test } from "@jest/globals";
import { diagram, lajur, temuan } from "../kit.js";

const tugas = (sifat: string, id = "reset-password-spse") =>
  temuan("tugas-orang", diagram(`${lajur("a")}<bpmn:userTask id="a" ${sifat} />`, { id }));
const FORMULIR = 'camunda:formKey="embedded:deployment:forms/disposisi-permohonan.html"';

test("a form that exists and the group of the lane are right", async () => {
  expect(await tugas(`${FORMULIR} camunda:candidateGroups="kepala-ukpbj"`)).toEqual([]);
});

test("an expression may narrow the lane at run time", async () => {
  expect(await tugas(`${FORMULIR} camunda:candidateGroups="\${satker}"`)).toEqual([]);
});

test("another group than the lane's is named together with the right one", async () => {
  expect(await tugas(`${FORMULIR} camunda:candidateGroups="kepala-lpse"`)).toEqual([
    ["a", "Tugas ditujukan kepada kelompok “kepala-lpse”, padahal lajurnya “kepala-ukpbj”."],
  ]);
});

test("Tasklist's own form does in a process whose answers the gateway does not check", async () => {
  expect(await tugas('camunda:candidateGroups="kepala-ukpbj"', "peminjaman-ruang-rapat")).toEqual([]);
});

test("neither form nor group, or a form nobody wrote", async () => {
  expect((await tugas("")).map(([, p]) => p)).toEqual([
    "Tugas belum punya formulir.",
    "Tugas tidak ditujukan kepada kelompok mana pun.",
  ]);
  expect(await tugas('camunda:formKey="lain.html" camunda:candidateGroups="kepala-ukpbj"')).toEqual([
    ["a", "Formulir “lain.html” tidak ada."],
  ]);
});

import { expect, test } from "@jest/globals";
import { diagram, ekstensi, temuan } from "../kit.js";

const parameter = (nama: string, nilai: string) =>
  temuan(
    "tanpa-rahasia",
    diagram(
      `<bpmn:task id="a">${ekstensi(`<camunda:inputOutput><camunda:inputParameter name="${nama}">${nilai}</camunda:inputParameter></camunda:inputOutput>`)}</bpmn:task>`,
    ),
  );

test("ordinary variables pass, also with a secret-looking word inside another word", async () => {
  expect(await parameter("tenggat", `\${sla.tenggat('PT30M')}`)).toEqual([]);
  expect(await parameter("monkeyBusiness", `\${kuncian}`)).toEqual([]);
});

test("a password is found by name or in an expression, Indonesian or English, however written", async () => {
  for (const nama of ["kataSandi", "new_password", "API-Key", "passphrase", "nonceAkun"])
    expect(await parameter(nama, "x")).toEqual([["a", expect.stringContaining(`“${nama}”`)]]);
  expect(await parameter("isi", `\${akun.kataSandi}`)).toEqual([["a", expect.stringContaining("kataSandi")]]);
});

test("words in quotes are texts, not variables", async () => {
  expect(await parameter("judul", `\${tekan('password')}`)).toEqual([]);
});

test("form fields are looked at too", async () => {
  const isi = `<bpmn:userTask id="a">${ekstensi('<camunda:formData><camunda:formField id="pin" type="string" /></camunda:formData>')}</bpmn:userTask>`;
  expect(await temuan("tanpa-rahasia", diagram(isi))).toHaveLength(1);
});

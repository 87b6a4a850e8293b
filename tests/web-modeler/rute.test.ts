import { expect, test } from "@jest/globals";
import { alamatDraf, bacaAlamat } from "../../web-modeler/src/rute.js";

test("an address names a draft or a version; ids of the engine hold colons", () => {
  expect(bacaAlamat("#/versi/reset-password-spse%3A3%3Aab")).toEqual({
    jenis: "versi",
    id: "reset-password-spse:3:ab",
  });
  expect(bacaAlamat(alamatDraf("7"))).toEqual({ jenis: "draf", id: "7" });
});

test("everything else is the version in force", () => {
  for (const pagar of ["", "#/", "#/draf/", "#/lain/1", "#/draf/%E0%A4%A"])
    expect(bacaAlamat(pagar)).toEqual({ jenis: "berlaku" });
});

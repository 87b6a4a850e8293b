import { describe, expect, test } from "@jest/globals";
import { kueriDaftar } from "../../../../src/gateway/mesin/kueri-daftar.js";

describe("the query behind the list of requests", () => {
  test("asks for everything, or for these units", () => {
    expect(kueriDaftar({})).toEqual({ processDefinitionKey: "reset-password-spse" });
    expect(kueriDaftar({ satker: ["satker-a", "satker-b"] }).orQueries).toEqual([
      {
        variables: [
          { name: "satker", operator: "eq", value: "satker-a" },
          { name: "satker", operator: "eq", value: "satker-b" },
        ],
      },
    ]);
  });

  test("never asks for everything on behalf of nobody's unit", () => {
    expect(kueriDaftar({ satker: [] }).orQueries).toEqual([
      { variables: [{ name: "satker", operator: "eq", value: "" }] },
    ]);
  });

  test("looks for the searched text as it is written, beside the units", () => {
    const { orQueries } = kueriDaftar({ satker: ["satker-a"], cari: "rp_50%" });
    expect(orQueries).toHaveLength(2);
    expect(orQueries?.[1]).toMatchObject({
      processInstanceBusinessKeyLike: "%RP\\_50\\%%",
      variables: [
        { name: "nomorSuratPermohonan", operator: "like", value: "%rp\\_50\\%%" },
        { name: "namaSatker", operator: "like", value: "%rp\\_50\\%%" },
      ],
    });
  });
});

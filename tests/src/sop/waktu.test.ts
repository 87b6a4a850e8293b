import { describe, expect, test } from "@jest/globals";
import { isoDariWaktu, polaTenggat } from "../../../src/sop/waktu.js";

describe("a step's Waktu", () => {
  test.each([
    ["1 hari", "P1D"],
    ["30 menit", "PT30M"],
    ["90 menit", "PT90M"],
    ["2 jam", "PT2H"],
    ["1 jam 30 menit", "PT1H30M"],
    ["1 hari 2 jam", "P1DT2H"],
    ["2 hari 15 menit", "P2DT15M"],
  ])("%s is %s", (waktu, iso) => {
    expect(isoDariWaktu(waktu)).toBe(iso);
  });

  test("may be written with capitals and more spaces", () => {
    expect(isoDariWaktu("  1  Hari ")).toBe("P1D");
  });

  test.each(["", "segera", "0 menit", "1,5 hari", "-1 hari", "1 minggu", "30", "menit 30", "1 hari 1 hari"])(
    "cannot be %j",
    (waktu) => {
      expect(isoDariWaktu(waktu)).toBeUndefined();
      expect(() => polaTenggat(1, waktu)).toThrow(RangeError);
    },
  );

  test("sets due date, reminder and timer of its activity from one duration", () => {
    const pola = polaTenggat(3, "60 menit");
    expect(pola.inputParameter).toEqual({
      tenggat: "$" + "{sla.tenggat('PT60M')}",
      pengingat: "$" + "{sla.pengingat('PT60M')}",
    });
    expect(pola.timer).toMatchObject({ id: "tenggat-langkah-3", name: "60 menit", cancelActivity: false });
    expect(pola.eskalasi.escalationCode).toBe("TENGGAT_LANGKAH_3");
  });
});

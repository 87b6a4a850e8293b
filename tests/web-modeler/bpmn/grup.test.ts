import { describe, expect, test } from "@jest/globals";
import { grupPindahan, grupUntukLajur } from "../../../web-modeler/src/bpmn/sop/grup.js";

const LAJUR = ["satuan-kerja", "kepala-ukpbj", "kepala-lpse"];

describe("the group of a task that comes into a lane", () => {
  test("is the one of the lane, where it was the one of the lane before", () => {
    expect(grupPindahan("kepala-ukpbj", "kepala-ukpbj", "kepala-lpse", LAJUR)).toBe("kepala-lpse");
    expect(grupPindahan("", "kepala-ukpbj", "kepala-lpse", LAJUR)).toBe("kepala-lpse");
  });

  test("in the lane of the Satker is the Satker of the request, not every Satker", () => {
    const satker = `\${satker}`;
    expect(grupUntukLajur("satuan-kerja")).toBe(satker);
    expect(grupPindahan("kepala-ukpbj", "kepala-ukpbj", "satuan-kerja", LAJUR)).toBe(satker);
    expect(grupPindahan(satker, "satuan-kerja", "kepala-ukpbj", LAJUR)).toBe("kepala-ukpbj");
  });

  test("stays what a person chose", () => {
    expect(grupPindahan("arsiparis", "kepala-ukpbj", "kepala-lpse", LAJUR)).toBeUndefined();
    expect(grupPindahan("arsiparis", "", "kepala-lpse", LAJUR)).toBeUndefined();
    expect(grupPindahan("satuan-kerja", "kepala-ukpbj", "kepala-lpse", LAJUR)).toBeUndefined();
  });

  test("is the one of the lane also when it stood between two lanes or in a sub-process before", () => {
    expect(grupPindahan("kepala-ukpbj", "", "kepala-lpse", LAJUR)).toBe("kepala-lpse");
  });

  test("does not change within a lane, and not where no lane is or the lane names no group", () => {
    expect(grupPindahan("kepala-ukpbj", "kepala-lpse", "kepala-lpse", LAJUR)).toBeUndefined();
    expect(grupPindahan("kepala-ukpbj", "kepala-ukpbj", "", LAJUR)).toBeUndefined();
  });
});

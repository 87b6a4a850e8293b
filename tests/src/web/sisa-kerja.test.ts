import { describe, expect, test } from "@jest/globals";
import { muatKalender } from "../../../src/calendar/load.js";
import { sisaLangkah } from "../../../src/web/sisa-kerja.js";

const kalender = await muatKalender("bpmn/kalender");
const wib = (tulisan: string) => new Date(`2026-11-${tulisan.replace(" ", "T")}:00+07:00`);

describe("what is left of a step's working time", () => {
  const sehari = { mulai: wib("20 15:00"), tenggat: wib("23 15:00") };
  const pada = (saat: string) => sisaLangkah(sehari, wib(saat), kalender);

  test("is counted in working time, with the due date beside it", () => {
    expect(pada("23 09:50")).toEqual({
      saat: "Senin, 23 November 2026 pukul 15.00 WIB",
      sisa: "sisa 4 jam 10 menit kerja",
      keadaan: "aman",
    });
  });

  test("is near from 80 % on, when the reminder goes out", () => {
    expect(pada("23 13:23").keadaan).toBe("aman");
    expect(pada("23 13:24").keadaan).toBe("dekat");
  });

  test("is over after the due date, plainly", () => {
    expect(pada("23 15:25")).toMatchObject({ sisa: "lewat 25 menit kerja", keadaan: "lewat" });
    expect(pada("24 08:30")).toMatchObject({ sisa: "lewat 2 jam kerja", keadaan: "lewat" });
  });

  test("stands still outside working hours, and says until when", () => {
    expect(pada("21 10:00").sisa).toBe(
      "sisa 6 jam 30 menit kerja, berjalan lagi Senin, 23 November 2026 pukul 07.30 WIB",
    );
    expect(pada("23 12:30").sisa).toBe("sisa 2 jam kerja, berjalan lagi Senin, 23 November 2026 pukul 13.00 WIB");
  });

  test("is over at night by the instant, although no working time has passed since", () => {
    const sore = { mulai: wib("23 15:30"), tenggat: wib("23 16:00") };
    expect(sisaLangkah(sore, wib("23 20:00"), kalender)).toMatchObject({
      sisa: "lewat kurang dari 1 menit kerja",
      keadaan: "lewat",
    });
  });

  test("is the due date alone where there is no calendar, or none for its year", () => {
    expect(sisaLangkah(sehari, wib("23 09:50"), undefined)).toMatchObject({ sisa: "", keadaan: "aman" });
    expect(sisaLangkah(sehari, wib("23 15:25"), undefined)).toMatchObject({ sisa: "sudah lewat", keadaan: "lewat" });
    const jauh = { mulai: wib("23 08:00"), tenggat: new Date("2030-01-02T08:00:00+07:00") };
    expect(sisaLangkah(jauh, wib("23 09:00"), kalender)).toMatchObject({ sisa: "", keadaan: "aman" });
  });
});

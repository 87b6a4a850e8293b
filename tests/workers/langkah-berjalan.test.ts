import { describe, expect, test } from "@jest/globals";
import { createEngine } from "../../src/engine/client.js";
import { bacaLangkahBerjalan } from "../../workers/langkah-berjalan.js";

const putaran = (id: string, mulai: string, selesai: string | null, assignee: string | null = null) => ({
  id,
  executionId: `eksekusi-${id}`,
  startTime: `2026-11-23T${mulai}:00.000+0700`,
  endTime: selesai === null ? null : `2026-11-23T${selesai}:00.000+0700`,
  assignee,
});
const variabel = (putaran: string, name: string, value: unknown) => ({
  executionId: `eksekusi-${putaran}`,
  name,
  value,
});

function cari(aktivitas: unknown[], semuaVariabel: unknown[], pukul: string) {
  const engine = createEngine({
    url: "http://engine",
    user: "layanan-workers",
    password: "rahasia",
    fetch: async (input) => Response.json(String(input).includes("variable-instance") ? semuaVariabel : aktivitas),
  });
  const saat = Date.parse(`2026-11-23T${pukul}:00+07:00`);
  return bacaLangkahBerjalan(engine, { instans: "i", aktivitas: "koreksi-draf", saat });
}

describe("the run that a timer belongs to", () => {
  const riwayat = [putaran("lama", "08:00", "08:20"), putaran("kini", "09:00", null, "ratna")];
  const isi = [
    variabel("lama", "tenggat", "2026-11-23T08:30:00.000+0700"),
    variabel("kini", "tenggat", "2026-11-23T09:30:00.000+0700"),
    variabel("kini", "pengingat", "2026-11-23T09:24:00.000+0700"),
    variabel("kini", "perpanjangan", 2),
  ];

  test("is the one that was open then, with its holder, due date and extensions", async () => {
    expect(await cari(riwayat, isi, "09:24")).toEqual({
      id: "kini",
      eksekusi: "eksekusi-kini",
      mulai: Date.parse("2026-11-23T09:00:00+07:00"),
      selesai: null,
      tenggat: Date.parse("2026-11-23T09:30:00+07:00"),
      pengingat: Date.parse("2026-11-23T09:24:00+07:00"),
      perpanjangan: 2,
      pemegang: "ratna",
    });
    expect(await cari(riwayat, isi, "08:10")).toMatchObject({
      id: "lama",
      pengingat: null,
      perpanjangan: 0,
      pemegang: null,
    });
  });

  test("is the one due first where several accounts run side by side", async () => {
    const akun = [putaran("a", "09:00", null), putaran("b", "09:00", null)];
    const tenggat = [
      variabel("a", "tenggat", "2026-11-23T09:31:00.000+0700"),
      variabel("b", "tenggat", "2026-11-23T09:30:00.000+0700"),
    ];
    expect(await cari(akun, tenggat, "09:10")).toMatchObject({ id: "b" });
  });

  test("has no due date where the calendar could not tell it", async () => {
    expect(await cari(riwayat, [variabel("kini", "tenggat", null)], "09:24")).toMatchObject({
      id: "kini",
      tenggat: null,
    });
  });

  test("is none where the step was not running, or has no due date", async () => {
    expect(await cari(riwayat, isi, "08:40")).toBeUndefined();
    expect(await cari(riwayat, [], "09:24")).toBeUndefined();
  });
});

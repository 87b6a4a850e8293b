import { expect, test } from "@jest/globals";
import { drafUji, versiUji } from "../../../scripts/drive/modeler-replies.js";
import { FORMAT_SOP } from "../../../src/sop/ekspor/index.js";
import { Draf } from "../../../web-modeler/src/api/skema-draf.js";
import { Versi } from "../../../web-modeler/src/api/skema-versi.js";
import { dokumenTerbuka, tautanSop } from "../../../web-modeler/src/berkas/dokumen-sop.js";
import type { Terbuka } from "../../../web-modeler/src/terbuka.js";

const draf = (dasar: string | null): Terbuka => ({
  jenis: "draf",
  id: "d1",
  kunci: "sop-lain",
  judul: "d1",
  draf: Draf.parse(drafUji({ id: "d1", kunci: "sop-lain", judul: "d1", dasar, xml: "" })),
});

test("the document is offered in every format that the gateway makes", () => {
  const akhiran = tautanSop("sop-lain").map(({ alamat }) => alamat.replace("/sop/sop-lain.", ""));
  expect(akhiran.sort()).toEqual(Object.keys(FORMAT_SOP).sort());
});

test("a version has the document of its own number, a draft that of the version in force", () => {
  const versi = Versi.parse(versiUji({ id: "sop-lain:3:x", versi: 3, keadaan: "lama" }));
  const terbuka: Terbuka = { jenis: "versi", id: versi.id, kunci: "sop-lain", judul: "SOP lain", versi };
  expect(dokumenTerbuka(terbuka)[0]?.alamat).toBe("/sop/sop-lain/versi/3.pdf");
  expect(dokumenTerbuka(draf("sop-lain:3:x"))[0]?.alamat).toBe("/sop/sop-lain.pdf");
});

test("a draft of a process that is nowhere in force has none", () => {
  expect(dokumenTerbuka(draf(null))).toEqual([]);
});

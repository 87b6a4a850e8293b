import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { gabung, gabungDaftar } from "../../../web-modeler/src/draf/gabung.js";
import { bacaPohon, tulisPohon } from "../../../web-modeler/src/draf/pohon.js";
import { ganti } from "../../support/ganti.js";

const dasar = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
const namai = (xml: string, lama: string, baru: string) => ganti(xml, `name="${lama}"`, `name="${baru}"`);
/** The same tree, however it is written. */
const sama = (a: string, b: string) => expect(bacaPohon(a)).toEqual(bacaPohon(b));

describe("reading and writing XML", () => {
  test("loses nothing of the process we ship", () => {
    sama(tulisPohon(bacaPohon(dasar)), dasar);
  });

  test("keeps entities, line breaks in attributes and CDATA", () => {
    const xml = '<a id="x" t="1 &lt; 2 &amp; &quot;3&quot;&#10;4"><b><![CDATA[{a && b}]]></b><c>a &gt; b</c></a>';
    const pohon = bacaPohon(xml);
    expect(pohon.sifat.t).toBe('1 < 2 & "3"\n4');
    expect(bacaPohon(tulisPohon(pohon))).toEqual(pohon);
  });

  test("what is not well formed is an error", () => {
    for (const xml of ["", "<a>", "<a></b>", "<a", "teks"]) expect(() => bacaPohon(xml)).toThrow();
  });
});

describe("joining two people's changes", () => {
  test("one changed, the other did not: the change is taken, whoever made it", () => {
    const baru = namai(dasar, "Disposisi permohonan", "Disposisi oleh Kepala");
    sama(gabung(dasar, baru, dasar).xml, baru);
    sama(gabung(dasar, dasar, baru).xml, baru);
  });

  test("changes of different elements are both kept", () => {
    const kita = namai(dasar, "Disposisi permohonan", "A");
    const mereka = namai(dasar, "Perintahkan reset password", "B");
    const hasil = gabung(dasar, kita, mereka);
    expect(hasil.bentrok).toEqual([]);
    sama(hasil.xml, namai(kita, "Perintahkan reset password", "B"));
  });

  test("a shape moved by one and renamed by the other is no clash", () => {
    const kita = ganti(dasar, /(disposisi-permohonan_di"[^>]*>\s*<dc:Bounds x=")\d+/, "$1999");
    const mereka = namai(dasar, "Disposisi permohonan", "B");
    const hasil = gabung(dasar, kita, mereka);
    expect(hasil.bentrok).toEqual([]);
    sama(hasil.xml, namai(kita, "Disposisi permohonan", "B"));
  });

  test("the same element changed differently is a clash; the chosen side's version counts", () => {
    const kita = namai(dasar, "Disposisi permohonan", "A");
    const mereka = namai(dasar, "Disposisi permohonan", "B");
    expect(gabung(dasar, kita, mereka).bentrok).toEqual(["disposisi-permohonan"]);
    sama(gabung(dasar, kita, mereka, "kita").xml, kita);
    sama(gabung(dasar, kita, mereka, "mereka").xml, mereka);
  });

  test("the same change made by both is no clash", () => {
    const baru = namai(dasar, "Disposisi permohonan", "A");
    expect(gabung(dasar, baru, baru).bentrok).toEqual([]);
  });

  const KECIL = `<bpmn:definitions id="d" xmlns:bpmn="b"><bpmn:process id="p">
    <bpmn:task id="a"><bpmn:outgoing>f</bpmn:outgoing></bpmn:task><bpmn:task id="b"><bpmn:incoming>f</bpmn:incoming></bpmn:task>
    <bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"/></bpmn:process></bpmn:definitions>`;
  const alur = (xml: string, id: string, dari: string, ke: string) =>
    ganti(
      ganti(
        ganti(xml, `<bpmn:task id="${dari}">`, `<bpmn:task id="${dari}"><bpmn:outgoing>${id}</bpmn:outgoing>`),
        `<bpmn:task id="${ke}">`,
        `<bpmn:task id="${ke}"><bpmn:incoming>${id}</bpmn:incoming>`,
      ),
      "</bpmn:process>",
      `<bpmn:sequenceFlow id="${id}" sourceRef="${dari}" targetRef="${ke}"/></bpmn:process>`,
    );

  test("two flows drawn from the same task by two people are both there", () => {
    const hasil = gabung(KECIL, alur(KECIL, "g", "a", "b"), alur(KECIL, "h", "a", "b"));
    expect(hasil.bentrok).toEqual([]);
    for (const id of ["f", "g", "h"]) {
      expect(hasil.xml).toContain(`<bpmn:outgoing>${id}</bpmn:outgoing>`);
      expect(hasil.xml).toContain(`<bpmn:sequenceFlow id="${id}"`);
    }
  });

  test("a flow drawn to what the other deleted goes, and a person is told", () => {
    const tanpaB = `<bpmn:definitions id="d" xmlns:bpmn="b"><bpmn:process id="p"><bpmn:task id="a"></bpmn:task></bpmn:process></bpmn:definitions>`;
    const hasil = gabung(KECIL, alur(KECIL, "g", "a", "b"), tanpaB);
    expect(hasil.bentrok).toContain("g");
    expect(hasil.xml).not.toContain("targetRef");
    expect(hasil.xml).not.toContain("<bpmn:outgoing>");
  });

  test("deleted by one, changed by the other is a clash", () => {
    const tanpaB = `<bpmn:definitions id="d" xmlns:bpmn="b"><bpmn:process id="p"><bpmn:task id="a"></bpmn:task></bpmn:process></bpmn:definitions>`;
    const mereka = ganti(KECIL, '<bpmn:task id="b">', '<bpmn:task id="b" name="B">');
    expect(gabung(KECIL, tanpaB, mereka).bentrok).toContain("b");
  });

  test("lists are joined entry by entry", () => {
    expect(gabungDaftar(["a", "b"], ["a", "b", "c"], ["b", "d"])).toEqual(["b", "c", "d"]);
  });
});

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the expressions are the engine's, not JavaScript's
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { bacaXmlAman, wajibProses, XML_PALING_BESAR } from "../../../src/modeler/xml-aman.js";
import { ganti } from "../../support/ganti.js";

const asal = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");
const kepala = '<?xml version="1.0"?>';
const bpmn = (isi: string) =>
  `${kepala}<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">${isi}</bpmn:definitions>`;

test("the process of this product passes", async () => {
  expect((await bacaXmlAman(asal)).$type).toBe("bpmn:Definitions");
});

describe("is refused with a sentence", () => {
  const lol = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>';
  test.each([
    ["entity bomb", `${kepala}${lol}<bpmn:definitions/>`, "DTD"],
    ["external entity", ganti(asal, "?>", '?><!DOCTYPE x [<!ENTITY rahasia SYSTEM "file:///etc/passwd">]>'), "DTD"],
    ["lower case doctype", `${kepala}<!doctype html><html></html>`, "DTD"],
    ["stylesheet", ganti(asal, "?>", '?><?xml-stylesheet href="x.xsl"?>'), "perintah"],
    ["deep nesting", bpmn("<bpmn:a>".repeat(500) + "</bpmn:a>".repeat(500)), "terlalu dalam"],
    ["a flood of elements", bpmn('<bpmn:message id="a" />'.repeat(70_000)), "terlalu banyak"],
    ["script in a label", ganti(asal, 'name="Dikirim?"', 'name="&#60;script&#62;alert(1)&#60;/script&#62;"'), "skrip"],
    [
      "an image that runs code in a documentation",
      ganti(asal, "SOP Permohonan Reset Password Akun", "&lt;img src=x onerror=alert(1)&gt;"),
      "skrip",
    ],
    ["a code address", ganti(asal, 'name="Dikirim?"', 'name="javascript:alert(1)"'), "skrip"],
    ["text that is no XML", "bukan xml", "bukan diagram BPMN"],
    ["other XML", `${kepala}<svg xmlns="http://www.w3.org/2000/svg"/>`, "bukan diagram BPMN"],
    ["a broken reference", ganti(asal, 'targetRef="permohonan-dikirim"', 'targetRef="tidak-ada"'), "tidak utuh"],
  ])("%s", async (_apa, xml, kata) => {
    await expect(bacaXmlAman(xml)).rejects.toMatchObject({
      kode: "DIAGRAM_TIDAK_SAH",
      message: expect.stringContaining(kata),
    });
  });

  test("a file of 20 MB, before anybody parses it", async () => {
    const besar = ganti(asal, "</bpmn:documentation>", `${"a".repeat(20_000_000)}</bpmn:documentation>`);
    await expect(bacaXmlAman(besar)).rejects.toMatchObject({ kode: "DIAGRAM_TERLALU_BESAR" });
    expect(XML_PALING_BESAR).toBeLessThan(20_000_000);
  });
});

test("texts of the SOP with italics, comparisons and angle brackets stay allowed", async () => {
  const xml = ganti(asal, "${keputusanPemohon == 'tarik'}", "$${jumlah &lt; 3 &amp;&amp; onay == 1}");
  await expect(bacaXmlAman(xml)).resolves.toBeDefined();
});

test("a draft holds exactly the process it is a draft of", async () => {
  const definisi = await bacaXmlAman(asal);
  expect(() => wajibProses(definisi, "reset-password-spse")).not.toThrow();
  expect(() => wajibProses(definisi, "lain")).toThrow(/lain/);
  const lain = await bacaXmlAman(ganti(asal, /isExecutable="true"/g, 'isExecutable="false"'));
  expect(() => wajibProses(lain, "reset-password-spse")).toThrow(/satu proses/);
});

import { expect, test } from "@jest/globals";
import { amankanXml } from "../../../web-modeler/lint/aman.js";
import { terjemahLint } from "../../../web-modeler/lint/pesan.js";
import { diagram } from "./kit.js";

const tolakan = (xml: string) => {
  const kalimat = amankanXml(xml);
  return kalimat && terjemahLint(kalimat, "id");
};

test("an ordinary diagram may be read", () => {
  expect(tolakan(diagram('<bpmn:task id="a" />'))).toBeUndefined();
});

test("a billion laughs and an external entity are refused before they are parsed", () => {
  const bom = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${diagram("&b;")}`;
  const luar = `<!DOCTYPE x [<!ENTITY berkas SYSTEM "file:///etc/passwd">]>${diagram("&berkas;")}`;
  for (const xml of [bom, luar]) expect(tolakan(xml)).toContain("DOCTYPE");
});

test("20 MB are refused by size alone", () => {
  expect(tolakan(diagram(`<!--${"x".repeat(20_000_000)}-->`))).toContain("5 MB");
});

test("a hundred thousand tags, nested or side by side, are refused", () => {
  const n = 100_000;
  expect(tolakan(diagram("<bpmn:subProcess>".repeat(n) + "</bpmn:subProcess>".repeat(n)))).toContain("terlalu dalam");
  expect(tolakan(diagram("<bpmn:task/>".repeat(n)))).toContain("terlalu dalam");
});

test("tags inside comments and CDATA do not count", () => {
  expect(tolakan(diagram(`<!--${"<a>".repeat(1000)}--><![CDATA[${"<a>".repeat(1000)}]]>`))).toBeUndefined();
});

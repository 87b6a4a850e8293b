/** The built pages under the gateway's content policy: nothing of ours needs an exception for inline scripts. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";

const halaman = readdirSync("dist/web", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".html"))
  .map((file) => `dist/web/${file}`);

test.each(halaman)("%s holds no inline script and no event handler", (file) => {
  const isi = readFileSync(file, "utf8");
  const skrip = [...isi.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)];
  expect(skrip.filter(([, atribut = "", kode = ""]) => !/\ssrc=/.test(atribut) || kode.trim() !== "")).toEqual([]);
  expect(isi).not.toMatch(/<[^>]+\son\w+\s*=|javascript:/i);
});

test("the pages are built", () => expect(halaman).toContain("dist/web/index.html"));

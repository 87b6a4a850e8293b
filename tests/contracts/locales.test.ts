/** The web apps' Indonesian: every text of the shipped English is there, and is Indonesian. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { readZipEntry } from "../support/zip.js";

type Isi = { readonly [kunci: string]: string | Isi };
const APPS = ["admin", "cockpit", "tasklist", "welcome"] as const;
const OURS = "engine/src/main/resources/META-INF/resources/webjars/camunda/app";
const LIB = "engine/target/lib";

/** Words that are the same in Indonesian, names, signs and formats. */
const SAMA = new Set([
  ..."Admin|Cockpit|Tasklist|Camunda Cockpit|Optimize|Filter|Operator|Status|Label|Diagram|Batch|batch|Deployment|Deploy| Deploy|Job".split(
    "|",
  ),
  ..."Tenant|ID|ID*|OK| OK|Min|CSV|JSON|Integer|Long|Short|String|Double|Boolean|GLOBAL|<null>|null|<|<=|>|>=|".split(
    "|",
  ),
  "Process engine",
  "Minimum:",
  "Tenant: ID",
  "YYYY-MM-DDTHH:mm:ss",
]);

const read = (text: string): Isi => JSON.parse(text.replace(/^\uFEFF/, ""));
const flat = (isi: Isi, awal = ""): [string, string][] =>
  Object.entries(isi).flatMap(([k, v]) => (typeof v === "string" ? [[awal + k, v]] : flat(v, `${awal}${k}.`)));

/** The English that comes with the engine; the engine must have been built (`npm test` does). */
function shipped(app: string): Isi {
  const jar = readdirSync(LIB).find((file) => file.startsWith("camunda-webapp-webjar-"));
  return read(
    readZipEntry(`${LIB}/${jar}`, `META-INF/resources/webjars/camunda/app/${app}/locales/en.json`).toString("utf8"),
  );
}

const tanda = (teks: string): string[] =>
  (teks.match(/\{\{[^}]*\}\}|<a [^>]*>/g) ?? []).map((t) => t.replaceAll(" ", "")).sort();
/** The text of the vendor's banner, which is not shown. */
const TAK_TAMPIL = "labels.BANNER_CE_EOL_TEXT";

describe.each(APPS)("the Indonesian of %s", (app) => {
  const en = new Map(flat(shipped(app)));
  const id = new Map(flat(read(readFileSync(`${OURS}/${app}/locales/id.json`, "utf8"))));

  test("has every key of the English", () => {
    expect([...en.keys()].filter((kunci) => !id.has(kunci))).toEqual([]);
  });

  test("leaves nothing English but what is the same in both", () => {
    const sama = [...en].filter(([k, v]) => !k.startsWith("dateLocales.") && id.get(k) === v && !SAMA.has(v));
    expect(sama).toEqual([]);
  });

  test("keeps every place holder and link", () => {
    const semua = [...en].filter(([k]) => k !== TAK_TAMPIL);
    expect(semua.filter(([k, v]) => tanda(v).join() !== tanda(id.get(k) ?? "").join()).map(([k]) => k)).toEqual([]);
  });

  test("writes dates the Indonesian way", () => {
    const bulan = Array.from({ length: 12 }, (_, i) => id.get(`dateLocales.months.${i}`));
    if (!en.has("dateLocales.months.0")) return;
    expect([
      bulan[4],
      bulan[7],
      id.get("dateLocales.longDateFormat.LT"),
      id.get("dateLocales.longDateFormat.LL"),
    ]).toEqual(["Mei", "Agustus", "HH.mm", "D MMMM YYYY"]);
  });
});

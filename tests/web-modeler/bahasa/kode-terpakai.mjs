/**
 * Prints, as JSON, every key that is handed to `translate` in what the modeler really loads: its bundle, tree-shaken but
 * readable. A process of its own, because the bundler's native part does not run inside jest.
 */
import { build, loadConfigFromFile } from "vite";

const PEMANGGIL = /\b_?(?:translate|t)(?:\$\d+)?\(\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`$]*`)/g;
/** Labels of menus and colours are data: their provider translates them when it shows them. */
const LABEL = /\b(?:label|title|name|actionName)(?:\$\d+)?: ("(?:[^"\\\n]|\\.)*")/g;

const { config } = await loadConfigFromFile({ command: "build", mode: "production" });
const hasil = await build({
  configFile: false,
  logLevel: "silent",
  resolve: config.resolve,
  build: {
    write: false,
    minify: false,
    target: "es2022",
    rolldownOptions: { input: ["web-modeler/src/utama.ts", "web-modeler/src/berlaku/halaman.ts"] },
  },
});
const kode = [hasil].flat().flatMap((h) => h.output.map((o) => (o.type === "chunk" ? o.code : "")));
const urai = (literal) => Function(`"use strict"; return (${literal});`)();
const semua = (pola) => [...new Set(kode.flatMap((k) => [...k.matchAll(pola)].map((m) => urai(m[1]))))];
process.stdout.write(
  JSON.stringify({
    kunci: semua(PEMANGGIL).filter((k) => /[A-Za-z]{2}/.test(k)),
    label: semua(LABEL).filter((l) => /^[A-Z][\w\-()/ ]+$/.test(l)),
  }),
);

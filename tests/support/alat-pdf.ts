/**
 * Other people's judges of PDFs: pdfsig (poppler-utils), pyHanko (PyPI) and veraPDF (Maven Central). The last two are
 * fetched into node_modules/.cache at their first use; pdfsig must be installed (`.ci/run` does it).
 */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

const CACHE = resolve("node_modules/.cache/alat-pdf");
const PYHANKO = { versi: "0.38.0", cli: "0.6.0" };
const VERAPDF = "1.28.2";
const venv = join(CACHE, `pyhanko-${PYHANKO.versi}`);
const jars = join(CACHE, `verapdf-${VERAPDF}`);

const jalankan = (perintah: string, argumen: string[]): string =>
  execFileSync(perintah, argumen, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Fetches what is missing; throws with the tool's own words where it cannot be had. */
export function siapkanAlat(): void {
  mkdirSync(CACHE, { recursive: true });
  if (!existsSync(join(venv, "siap"))) {
    jalankan("python3", ["-m", "venv", venv]);
    const paket = [`pyHanko==${PYHANKO.versi}`, `pyhanko-cli==${PYHANKO.cli}`];
    jalankan(join(venv, "bin/pip"), ["install", "--quiet", "--disable-pip-version-check", ...paket]);
    writeFileSync(join(venv, "siap"), "");
  }
  if (!existsSync(join(jars, "siap"))) {
    mkdirSync(jars, { recursive: true });
    writeFileSync(join(jars, "pom.xml"), POM);
    const mvn = spawnSync("mvn", ["--version"]).status === 0 ? "mvn" : resolve("engine/mvnw");
    const salin = [
      "-q",
      "-B",
      "-f",
      join(jars, "pom.xml"),
      "dependency:copy-dependencies",
      `-DoutputDirectory=${jars}`,
    ];
    jalankan(mvn, salin);
    writeFileSync(join(jars, "siap"), "");
  }
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>uji</groupId><artifactId>verapdf</artifactId><version>1</version><packaging>pom</packaging>
<dependencies><dependency><groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId>
<version>${VERAPDF}</version></dependency></dependencies></project>
`;

/** How many signatures pdfsig finds valid, and whether the last covers the whole file. */
export function pdfsig(berkas: string): { sah: number; seluruhBerkas: boolean } {
  const teks = jalankan("pdfsig", ["-nocert", berkas]);
  const sah = [...teks.matchAll(/Signature Validation: Signature is Valid\./g)].length;
  return { sah, seluruhBerkas: /- Total document signed(?![\s\S]*document signed)/.test(teks) };
}

/** pyHanko's report; `akar` is a PEM file of trusted roots. A signer it does not trust is part of the report. */
export function pyhanko(berkas: string, akar?: string): string {
  const percaya = akar ? ["--trust", akar, "--trust-replace"] : [];
  const argumen = ["sign", "validate", "--no-revocation-check", "--pretty-print", ...percaya, berkas];
  const hasil = spawnSync(join(venv, "bin/pyhanko"), argumen, { encoding: "utf8" });
  return `${hasil.stdout}${hasil.stderr}`;
}

/** veraPDF's verdict on PDF/A-2b, PASS or FAIL, file by file. */
export function pdfa2b(berkas: string[]): string[] {
  const argumen = [
    "-cp",
    join(jars, "*"),
    "org.verapdf.apps.GreenfieldCliWrapper",
    "--flavour",
    "2b",
    "--format",
    "text",
  ];
  const { stdout } = spawnSync("java", [...argumen, ...berkas], { encoding: "utf8" });
  return [...stdout.matchAll(/^(PASS|FAIL) /gm)].map(([, putusan = ""]) => putusan);
}

/** README and docs/*.md against the files, pictures and tasks they name, and against one another. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { z } from "zod";
import { terlaluBesar } from "../../scripts/docs/screenshots.js";
import { type ModdleElement, readElements } from "../../src/sop/moddle.js";

const DOKUMEN = ["README.md", ...readdirSync("docs").flatMap((nama) => (nama.endsWith(".md") ? [`docs/${nama}`] : []))];
const baca = (berkas: string) => readFileSync(berkas, "utf8");
const tanpaBlok = (teks: string) => teks.replaceAll(/^ *```[\s\S]*?^ *```/gm, "");
/** Text without code: what stands there is no link. */
const tanpaKode = (teks: string) => tanpaBlok(teks).replaceAll(/`[^`\n]*`/g, "");
const tautan = (teks: string) => [...tanpaKode(teks).matchAll(/\]\(([^)\s]+)\)/g)].map(([, ke = ""]) => ke);

/** The anchors of a document's headings, as GitHub makes them. */
const jangkar = (teks: string): Set<string> =>
  new Set(
    [...tanpaBlok(teks).matchAll(/^#{1,6} (.+)$/gm)].map(([, judul = ""]) =>
      judul
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replaceAll(/\s/g, "-"),
    ),
  );

describe("the pictures", () => {
  const ada = readdirSync("docs/gambar").sort();

  test("are each shown in one of the documents, and each that is shown is there (npm run docs:screenshots)", () => {
    const dipakai = DOKUMEN.flatMap((d) => tautan(baca(d)).map((ke) => normalize(join(dirname(d), ke))));
    const foto = dipakai.filter((ke) => ke.endsWith(".png"));
    expect([...new Set(foto)].sort()).toEqual(ada.map((nama) => `docs/gambar/${nama}`));
  });

  test("are small", () => {
    const ukuran = new Map(ada.map((nama) => [nama, readFileSync(join("docs/gambar", nama)).length]));
    expect(terlaluBesar(ukuran)).toEqual([]);
  });

  test("say in words what they show", () => {
    const gambar = DOKUMEN.flatMap((d) => [...baca(d).matchAll(/!\[([^\]]*)\]/g)].map(([, kata = ""]) => kata));
    expect(gambar.filter((kata) => kata.length < 10)).toEqual([]);
  });
});

/** Files made while the product runs or its tests do: no document can point at them in the repository. */
const DIBUAT = /^(\.data|dist|node_modules|tests\/artefacts)(\/|$)/;
/** Where a path may begin that is not written from the root: the table of a folder names its rooms by their own names. */
const PANGKAL = ["", "src", "web-modeler"];
const BUKAN_JALUR = new Set(["Asia/Makassar"]);
/** A folder and a name, a folder alone, or a source by its name; `*` stands for any letters of a name. */
const JALUR = /^[\w.-]+(?:\/[\w.*-]+)*\/$|^[\w.-]+(?:\/[\w.*-]+)+$|^[\w-]+\.(?:[mc]?[jt]s|java|bpmn|typ)$/;

const isiRepo = (jalur: string): string[] =>
  readdirSync(jalur || ".", { withFileTypes: true }).flatMap((isi) => {
    const ini = join(jalur, isi.name);
    if (DIBUAT.test(ini) || /^\.git$|^engine\/target$/.test(ini)) return [];
    return isi.isDirectory() ? [`${ini}/`, ...isiRepo(ini)] : [ini];
  });

/** Whether a file or folder of the repository answers to what stands between backticks. */
function dikenal(sebutan: string, semua: readonly string[]): boolean {
  const pola = sebutan.replaceAll(/[.]/g, "\\.").replaceAll("*", "[^/]*").replace(/\/$/, "");
  const awal = sebutan.includes("/") ? `(?:${PANGKAL.map((p) => (p === "" ? "" : `${p}/`)).join("|")})` : "(?:.*/)?";
  const bentuk = new RegExp(`^${awal}${pola}/?$`);
  return semua.some((ada) => bentuk.test(ada));
}

describe.each(DOKUMEN)("%s", (berkas) => {
  test("names no file or folder that is not there", () => {
    const semua = isiRepo("");
    const sebutan = [...tanpaBlok(baca(berkas)).matchAll(/`([^`\n]+)`/g)].map(([, isi = ""]) => isi);
    const jalur = sebutan.filter((isi) => JALUR.test(isi) && !DIBUAT.test(isi) && !BUKAN_JALUR.has(isi));
    expect([...new Set(jalur)].filter((isi) => !dikenal(isi, semua))).toEqual([]);
  });

  test("has no heading twice", () => {
    const judul = [...tanpaBlok(baca(berkas)).matchAll(/^#{1,6} (.+)$/gm)].map(([, satu]) => satu);
    expect(judul.filter((satu, i) => judul.indexOf(satu) !== i)).toEqual([]);
  });

  test("has no link that leads nowhere", () => {
    const mati = tautan(baca(berkas)).filter((ke) => {
      if (/^(https?:|mailto:)/.test(ke)) return false;
      const [jalur = "", bagian] = ke.split("#");
      const tujuan = jalur === "" ? berkas : normalize(join(dirname(berkas), jalur));
      if (!existsSync(tujuan)) return true;
      return bagian !== undefined && tujuan.endsWith(".md") && !jangkar(baca(tujuan)).has(bagian);
    });
    expect(mati).toEqual([]);
  });
});

describe("the user guide", () => {
  let elemen: ModdleElement[];
  beforeAll(async () => {
    elemen = await readElements(baca("bpmn/reset-password-spse.bpmn"));
  });

  test("calls every task of people by the name it has in Tasklist, under a heading of its own", () => {
    const tugas = elemen.filter((e) => e.$type === "bpmn:UserTask").map((e) => String(e.name));
    const judul = new Set([...baca("docs/user-guide.md").matchAll(/^#+ (.+)$/gm)].map(([, j = ""]) => j));
    expect(tugas.length).toBeGreaterThan(10);
    expect(tugas.filter((nama) => !judul.has(nama))).toEqual([]);
  });

  test("has a part for every lane", () => {
    const lajur = elemen.filter((e) => e.$type === "bpmn:Lane").map((e) => String(e.name));
    const judul = [...baca("docs/user-guide.md").matchAll(/^## (.+)$/gm)].map(([, j]) => j);
    expect(lajur.filter((nama) => !judul.includes(nama))).toEqual([]);
  });
});

test("every word that docs/words.md explains is part of a name in the code", () => {
  const sumber = ["src", "workers", "cockpit", "web-modeler", "tests"]
    .flatMap(isiRepo)
    .filter((jalur) => /\.[jt]s$/.test(jalur))
    .map((jalur) => `${jalur} ${baca(jalur).replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|"[^"\n]*"/g, "")}`)
    .join("\n");
  const kata = [...baca("docs/words.md").matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, sel = ""]) =>
    [...sel.matchAll(/`(\w+)`/g)].map(([, satu = ""]) => satu),
  );
  expect(kata.length).toBeGreaterThan(60);
  const besar = (satu: string) => satu.charAt(0).toUpperCase() + satu.slice(1);
  const ada = (satu: string) => new RegExp(`(?<![A-Za-z])${satu}(?![a-z])|${besar(satu)}(?![a-z])`).test(sumber);
  expect(kata.filter((satu) => !ada(satu))).toEqual([]);
});

test("README's rooms are the folders of the repository and of src/", () => {
  const [, kamar = ""] = /^## The rooms$([\s\S]*?)^## /m.exec(baca("README.md")) ?? [];
  const disebut = new Set([...kamar.matchAll(/`([\w.-]+)\/`/g)].map(([, nama]) => nama));
  const folder = ["", "src"].flatMap((di) =>
    readdirSync(di || ".", { withFileTypes: true }).flatMap((isi) => (isi.isDirectory() ? [isi.name] : [])),
  );
  const semua = folder.filter((nama) => !DIBUAT.test(nama) && !/^\.(?!ci$)/.test(nama));
  expect(semua.length).toBeGreaterThan(30);
  expect(semua.filter((nama) => !disebut.has(nama))).toEqual([]);
});

test("README says of every direct dependency why it is there", () => {
  const paket = z.record(z.string(), z.string());
  const { dependencies, devDependencies } = z
    .object({ dependencies: paket, devDependencies: paket })
    .parse(JSON.parse(baca("package.json")));
  const tabel = baca("README.md").split("## Direct dependencies")[1] ?? "";
  const disebut = new Set(
    [...tabel.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, sel = ""]) => sel.split(/, | and | with /)),
  );
  const semua = Object.keys({ ...dependencies, ...devDependencies }).filter((nama) => !nama.startsWith("@types/"));
  expect(semua.length).toBeGreaterThan(50);
  expect(semua.filter((nama) => !disebut.has(nama) && !disebut.has(nama.replace(/\/.*/, "/*")))).toEqual([]);
});

describe("docs/operations.md", () => {
  const panduan = "docs/operations.md";
  const aturan = readdirSync("ops/prometheus").filter((nama) => nama.endsWith(".rules.yml"));
  const isi = aturan.map((nama) => baca(`ops/prometheus/${nama}`)).join("\n");

  test("tells of every alert what it means", () => {
    const alarm = [...isi.matchAll(/- alert: (\w+)/g)].map(([, nama = ""]) => nama);
    expect(alarm.length).toBeGreaterThan(10);
    expect(
      alarm.filter((nama) => !baca(panduan).includes(`| \`${nama}\``) && !baca(panduan).includes(`, \`${nama}\``)),
    ).toEqual([]);
  });

  test("has the part that an alert sends to", () => {
    const bagian = [...isi.matchAll(/docs\/operations\.md, ([^".]+)/g)].map(([, judul = ""]) => judul);
    expect(bagian.length).toBeGreaterThan(0);
    expect(bagian.filter((judul) => !baca(panduan).includes(`## ${judul}\n`))).toEqual([]);
  });
});

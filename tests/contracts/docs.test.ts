/** docs/user-guide.md and docs/operations.md against the pictures, the diagram, and one another. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { terlaluBesar } from "../../scripts/docs/screenshots.js";
import { type ModdleElement, readElements } from "../../src/sop/moddle.js";

const DOKUMEN = ["docs/user-guide.md", "docs/operations.md"];
const baca = (berkas: string) => readFileSync(berkas, "utf8");
/** Text without fenced code: what stands there is no link. */
const tanpaKode = (teks: string) => teks.replaceAll(/^ *```[\s\S]*?^ *```/gm, "").replaceAll(/`[^`\n]*`/g, "");
const tautan = (teks: string) => [...tanpaKode(teks).matchAll(/\]\(([^)\s]+)\)/g)].map(([, ke = ""]) => ke);

/** The anchors of a document's headings, as GitHub makes them. */
const jangkar = (teks: string): Set<string> =>
  new Set(
    [...teks.replaceAll(/^ *```[\s\S]*?^ *```/gm, "").matchAll(/^#{1,6} (.+)$/gm)].map(([, judul = ""]) =>
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
    const dipakai = DOKUMEN.flatMap((d) => tautan(baca(d))).filter((ke) => ke.endsWith(".png"));
    expect([...new Set(dipakai.map((ke) => ke.replace(/^gambar\//, "")))].sort()).toEqual(ada);
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

describe.each(["README.md", ...DOKUMEN])("%s", (berkas) => {
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

/** docs/hak-akses.md, drawn from the matrix. */
import { pintu } from "../../src/gateway/pintu/pintu-daftar.js";
import { matriksMesin } from "./mesin.js";
import { type Baris, CONTOH, PERAN, type Peran, statusBagi } from "./peran.js";
import { matriksRute } from "./rute.js";

const NAMA: Readonly<Record<Peran, string>> = {
  anonim: "no login",
  satker: "own Satker",
  satkerLain: "other Satker",
  kepalaUkpbj: "Kepala UKPBJ",
  kepalaLpse: "Kepala LPSE",
  tim: "Tim",
  pemilik: "pemilik proses",
  penyetuju: "penyetuju",
  admin: "admin",
  worker: "worker account",
};

const SIAPA = {
  siapapun: "everybody, without a login too",
  masuk: "everybody signed in",
  pengawas: "process owners and administrators",
  admin: "administrators",
} as const;

const lolos = (teks: string): string => teks.replaceAll("|", "\\|");

/** `GET /x` with what it is asked about, where that tells rows of one route apart. */
function apa({ rute, isi = {} }: Baris): string {
  const contoh = Object.values(isi).filter((nilai) => nilai in CONTOH && nilai !== "{tiada}");
  return `\`${lolos(rute)}\`${contoh.length > 0 ? ` ${contoh.join(" ")}` : ""}`;
}

function tabel(baris: readonly Baris[]): string {
  const kepala = `| request | ${PERAN.map((p) => NAMA[p]).join(" | ")} |\n| --- |${" ---: |".repeat(PERAN.length)}`;
  const isi = baris.map((satu) => `| ${apa(satu)} | ${PERAN.map((p) => statusBagi(satu, p)).join(" | ")} |`);
  return [kepala, ...isi].join("\n");
}

function kelompok({ nama, siapa, alasan, awal, panggilan }: (typeof pintu)[number]): string {
  const milik = new Set(
    panggilan.flatMap((satu) => {
      const [methods = "", sisa = ""] = satu.split(" ");
      return methods.split(",").map((method) => `${method} ${sisa === "" ? awal : `${awal}/${sisa}`}`);
    }),
  );
  const baris = matriksMesin.filter(({ rute }) => milik.has(rute));
  const pendek = baris.map((satu) => ({ ...satu, rute: satu.rute.replace(awal, "…") }));
  return `### ${nama}: ${SIAPA[siapa]}\n\n${alasan} Paths begin with \`${awal}\`.\n\n${tabel(pendek)}\n`;
}

/** The whole page. */
export const halamanMatriks = (): string => `# Who may ask what

Written by \`npm run docs:access\` from [\`scripts/matriks/\`](../scripts/matriks/); \`tests/journeys/route-matrix.test.ts\` asks the
running system each cell. 401: nobody is signed in. 403: not for this role. 404: nothing there, or nothing this person may
know of. 400, 409: the role may, and the test sent a body or an id on purpose that changes nothing. A route without a row
makes \`tests/contracts/matriks.test.ts\` fail. The worker's account signs in nowhere: its password opens nothing here.

${Object.entries(CONTOH)
  .map(([nama, arti]) => `- \`${nama}\`: ${arti}`)
  .join("\n")}

## The gateway's own routes

${tabel(matriksRute)}

## What of the engine's web apps is reachable

Everything else below \`/camunda\` is answered 404 by the gateway, for everybody; so is the engine's REST at \`/engine-rest\`.
The list is [\`src/gateway/pintu/pintu-daftar.ts\`](../src/gateway/pintu/pintu-daftar.ts); behind it the engine's authorizations decide.

${pintu.map(kelompok).join("\n")}`;

/** The authorization matrix is complete: no route of the gateway and no call to the engine without a row. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import { matriksMesin } from "../../scripts/matriks/mesin.js";
import { CONTOH, jalurDari, PERAN, statusBagi } from "../../scripts/matriks/peran.js";
import { matriksRute } from "../../scripts/matriks/rute.js";
import { halamanMatriks } from "../../scripts/matriks/tabel.js";
import { semuaPintu } from "../../src/gateway/pintu/pintu.js";
import { ruteTerpasang } from "../support/gateway-hampa.js";

const semua = [...matriksRute, ...matriksMesin];
const berbaris = new Set(semua.map(({ rute }) => rute));
/** What to add where a row is missing. */
const baris = (rute: string) => {
  const isi = [...rute.matchAll(/:(\w+)/g)].map(([, nama]) => `${nama}: "{tiada}"`).join(", ");
  return `  { rute: "${rute}", boleh: masuk(200)${isi ? `, isi: { ${isi} }` : ""} },`;
};
const tambahkan = (rute: readonly string[], berkas: string) =>
  rute.length === 0
    ? ""
    : `Add to ${berkas} who is answered what (roles and helpers: scripts/matriks/peran.ts), then npm run docs:access:\n${rute.map(baris).join("\n")}`;

describe("the authorization matrix", () => {
  test("has a row for each route of the gateway", async () => {
    const tanpa = (await ruteTerpasang()).filter((rute) => !berbaris.has(rute));
    expect(tambahkan(tanpa, "scripts/matriks/rute.ts")).toBe("");
  });

  test("has a row for each call that passes to the engine", () => {
    const tanpa = semuaPintu.map(({ method, jalur }) => `${method} ${jalur}`).filter((rute) => !berbaris.has(rute));
    expect(tambahkan(tanpa, "scripts/matriks/mesin.ts")).toBe("");
  });

  test("has no row for what there is not", async () => {
    const ada = new Set([...(await ruteTerpasang()), ...semuaPintu.map(({ method, jalur }) => `${method} ${jalur}`)]);
    expect(semua.map(({ rute }) => rute).filter((rute) => !ada.has(rute))).toEqual([]);
  });

  test("says of every role what it is answered, and names only what the journey knows", () => {
    for (const satu of semua) {
      for (const peran of PERAN) expect(statusBagi(satu, peran)).toBeGreaterThanOrEqual(200);
      const disebut =
        jalurDari(satu)
          .join(" ")
          .match(/\{\w+\}/g) ?? [];
      expect(Object.keys(CONTOH)).toEqual(expect.arrayContaining(disebut));
    }
  });

  test("never lets anybody in without a login but to what is public", () => {
    const publik = [
      /^GET \/(healthz|readyz|metrics|merek\/|verifikasi\/)/,
      /^GET \/api\/(info|verifikasi\/:id)$/,
      /^(GET|POST) \/camunda\/api\/(admin\/auth\/|engine\/engine$|engine\/engine\/default\/identity\/password-policy$)/,
      /^GET \/camunda(\/favicon.ico|\/app|\/lib|\/assets|\/api\/[a-z|]+\/plugin\/:plugin\/static\/|$)/,
    ];
    const terbuka = semua.filter((satu) => statusBagi(satu, "anonim") !== 401).map(({ rute }) => rute);
    expect(terbuka.filter((rute) => !publik.some((pola) => pola.test(rute)))).toEqual([]);
  });

  test("stands in docs/hak-akses.md as in the data (npm run docs:access)", () => {
    expect(readFileSync("docs/hak-akses.md", "utf8")).toBe(halamanMatriks());
  });
});

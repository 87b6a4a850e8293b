/** Who gets what: every route and every reachable call to the engine, asked by every role (scripts/matriks/). */
import { beforeAll, expect, test } from "@jest/globals";
import { matriksMesin } from "../../scripts/matriks/mesin.js";
import { PERAN, type Peran, statusBagi } from "../../scripts/matriks/peran.js";
import { matriksRute } from "../../scripts/matriks/rute.js";
import { bukaSesi, type Contoh, type Kirim, parPeran, permintaan, siapkanContoh } from "./setup/matriks.js";
import { testSystem } from "./setup/system.js";

const SEKALIGUS = 8;
const semua = [...matriksRute, ...matriksMesin];

/** Doors that stay shut for everybody. */
const TERTUTUP = [
  "GET /engine-rest/task",
  "GET /actuator/health",
  "POST /camunda/api/admin/setup/default/user/create",
  ...[
    "POST deployment/create",
    "POST message",
    "POST signal",
    "POST identity/verify",
    "POST external-task/fetchAndLock",
    "POST decision-definition/key/x/evaluate",
    "POST authorization/create",
    "POST history/cleanup",
    "GET telemetry/data",
    "GET version",
  ].map((satu) => satu.replace(" ", " /camunda/api/engine/engine/default/")),
];

let contoh: Contoh;
let terbuka: string[];
const beda = new Map<Peran, string[]>();

beforeAll(async () => {
  const [par, disiapkan] = await Promise.all([parPeran(), siapkanContoh()]);
  contoh = disiapkan;
  const antrean = semua.flatMap((baris) =>
    permintaan(baris, contoh.nilai).flatMap((satu) => PERAN.map((peran) => ({ baris, satu, peran }))),
  );
  // Signing out comes last: it ends the session that all other rows ask with.
  const keluar = antrean.filter(({ satu }) => satu.jalur.endsWith("/logout"));
  const lain = antrean.filter((a) => !keluar.includes(a));
  const kerjakan = async (daftar: typeof antrean) => {
    const sisa = daftar.values();
    await Promise.all(Array.from({ length: SEKALIGUS }, () => tanyakan(par, sisa)));
  };
  await kerjakan(lain);
  const ketuk = TERTUTUP.flatMap((satu) => PERAN.map((peran) => [satu, peran] as const)).map(async ([satu, peran]) => {
    const [method = "", jalur = ""] = satu.split(" ");
    const status = await par[peran](method, jalur, method === "POST" ? {} : undefined);
    return status === 404 ? [] : [`${satu} as ${peran}: ${status}`];
  });
  terbuka = (await Promise.all(ketuk)).flat();
  await contoh.bersihkan();
  await kerjakan(keluar);
});

type Tanya = { baris: (typeof semua)[number]; satu: ReturnType<typeof permintaan>[number]; peran: Peran };

async function tanyakan(par: Readonly<Record<Peran, Kirim>>, sisa: Iterable<Tanya>): Promise<void> {
  for (const { baris, satu, peran } of sisa) {
    // Wrong passwords of one name make a pause.
    const badan =
      satu.badan instanceof URLSearchParams
        ? new URLSearchParams([...satu.badan].map(([nama, isi]) => [nama, `${isi}-${peran}`]))
        : satu.badan;
    const status = await par[peran](satu.method, satu.jalur, badan);
    const harap = statusBagi(baris, peran);
    if (status === harap) continue;
    beda.set(peran, [
      ...(beda.get(peran) ?? []),
      `${satu.method} ${satu.jalur}: ${status}, not ${harap} (${baris.rute})`,
    ]);
  }
}

test.each(PERAN)("%s is answered as the matrix says", (peran) => {
  expect(beda.get(peran) ?? []).toEqual([]);
});

test("what is not on the list is answered 404, to administrators too", () => expect(terbuka).toEqual([]));

test("the workers' account signs in at none of the web apps", async () => {
  await expect(bukaSesi("layanan-workers", testSystem().secrets.WORKERS_ENGINE_PASSWORD)).rejects.toThrow("403");
});

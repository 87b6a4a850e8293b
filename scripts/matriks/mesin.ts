/** The matrix of what passes to the engine: a row for each call of src/gateway/pintu/pintu-daftar.ts, by its groups. */
import { pintu } from "../../src/gateway/pintu/pintu-daftar.js";
import { type Baris, type Boleh, hanya, masuk, PENGAWAS, type Peran, semua } from "./peran.js";

type Singkat = readonly [panggilan: string, boleh: Boleh, lain?: Omit<Baris, "rute" | "boleh">];

/** Rows of one group, written as the list writes its calls. */
function milik(kelompok: string, baris: readonly Singkat[]): Baris[] {
  const awal = pintu.find(({ nama }) => nama === kelompok)?.awal;
  if (awal === undefined) throw new Error(`no group ${kelompok} in pintu-daftar.ts`);
  return baris.flatMap(([panggilan, boleh, lain]) => {
    const [methods = "", sisa = ""] = panggilan.split(" ");
    const jalur = sisa === "" ? awal : `${awal}/${sisa}`;
    return methods.split(",").map((method): Baris => {
      const { badan, ...tetap } = lain ?? {};
      const ber = method === "POST" || method === "PUT" ? { badan: badan ?? {} } : {};
      return { rute: `${method} ${jalur}`, boleh, ...tetap, ...ber };
    });
  });
}

const id = (nilai: string, lain: object = {}) => ({ isi: { id: nilai }, ...lain });
const tiada = id("{tiada}");
/** A body of which the engine can make nothing. */
const takSah = id("{tiada}", { badan: "tidak sah" });
const anggota = { isi: { id: "{tiada}", orang: "{tiada}" } };
const tugas = { isi: { tugas: "{tugasSatker}" } };
const bukanPemilik = { satkerLain: 404 };
const berkas = { isi: { id: "{deployment}", berkas: "{berkas}" } };
const kunci = { isi: { kunci: "reset-password-spse" } };
const pengawas = (status: number) => hanya(PENGAWAS, status);
const admin = (status: number) => hanya(["admin"], status);
/** The wall lets these to it, the engine decides among them. */
const antara = (peran: Partial<Record<Peran | "lain", number>>): Boleh => ({ anonim: 401, ...peran });

/** Every call that may pass to the engine; tests/journeys/route-matrix.test.ts asks each as each role. */
export const matriksMesin: readonly Baris[] = [
  ...milik("berkas", [
    ["GET ", semua(302)],
    ["GET favicon.ico", semua(200)],
    ["GET app", semua(302)],
    ["GET app/tasklist|cockpit|admin|welcome/**", semua(200), { isi: { "**": "scripts/config.js" } }],
    ["GET app/lpse/**", semua(200), { isi: { "**": "gaya.css" } }],
    ["GET lib|assets/**", semua(404), { isi: { "**": "tidak-ada" } }],
    [
      "GET api/tasklist|cockpit|admin|welcome/plugin/:plugin/static/**",
      semua(404),
      { isi: { plugin: "tidak-ada", "**": "app/plugin.js" } },
    ],
  ]),
  ...milik("masuk", [
    ["GET admin/auth/user/default", { anonim: 404, lain: 200 }],
    [
      "POST admin/auth/user/default/login/tasklist|cockpit|admin|welcome",
      { anonim: 403, lain: 401 },
      { badan: new URLSearchParams({ username: "tiada", password: "tiada" }), satu: true },
    ],
    ["POST admin/auth/user/default/logout", { anonim: 403, lain: 200 }],
    ["GET engine/engine", semua(200)],
    ["GET engine/engine/default/identity/password-policy", semua(200)],
  ]),
  ...milik("diri", [
    ["GET user/:id/profile", antara({ satkerLain: 404, lain: 200 }), id("dewi")],
    ["PUT user/:id/profile", masuk(404), tiada],
    ["PUT user/:id/credentials", masuk(400), tiada],
    ["POST identity/password-policy", masuk(200), { badan: { password: "x" } }],
    ["GET,POST group", masuk(200)],
    ["GET,POST group/count", masuk(200)],
    [
      "GET authorization/check",
      masuk(200),
      { kueri: "permissionName=READ&permissionValue=2&resourceName=user&resourceType=1" },
    ],
  ]),
  ...milik("tugas", [
    ["GET,OPTIONS filter", masuk(200)],
    ["GET filter/count", masuk(200)],
    ["GET,OPTIONS filter/:id", masuk(200), id("{filter}")],
    ["GET,POST filter/:id/list", masuk(200), id("{filter}")],
    ["GET,POST filter/:id/count", masuk(200), id("{filter}")],
    ["GET,POST task", masuk(200)],
    ["GET,POST task/count", masuk(200)],
    ["GET task/:tugas", masuk(200, bukanPemilik), tugas],
    ["GET task/:tugas/form|form-variables|deployed-form|variables|identity-links", masuk(200, bukanPemilik), tugas],
    // Forms that the engine draws itself: other processes may have them, this one has none.
    ["GET task/:tugas/rendered-form", masuk(404), tugas],
    // The engine shows comments to those who may read history.
    ["GET task/:tugas/comment", masuk(200, { satker: 404, satkerLain: 404 }), tugas],
    ["POST task/:tugas/comment/create", masuk(400, bukanPemilik), tugas],
    ["GET history/user-operation", masuk(200), { kueri: "maxResults=1" }],
    ["GET history/user-operation/count", masuk(200)],
  ]),
  ...milik("mengerjakan", [
    // Whoever may see the task learns that Kepala UKPBJ has it.
    [
      "POST task/:id/claim",
      masuk(409, { satker: 403, satkerLain: 403, kepalaUkpbj: 204, admin: 204 }),
      id("{tugas}", { badan: { userId: "hendra" } }),
    ],
    ["POST task/:id/unclaim|submit-form|complete", masuk(403), tiada],
  ]),
  ...milik("memulai", [
    ["GET process-definition", masuk(200)],
    ["GET process-definition/count", masuk(200)],
    ["GET process-definition/:id", masuk(200), id("{definisi}")],
    ["GET process-definition/:id/xml|startForm|form-variables|deployed-start-form", masuk(200), id("{definisi}")],
    ["GET process-definition/:id/rendered-form", masuk(404), id("{definisi}")],
    ["GET process-definition/key/:kunci", masuk(200), kunci],
    ["GET process-definition/key/:kunci/xml|startForm|form-variables|deployed-start-form", masuk(200), kunci],
    ["POST process-definition/:id/submit-form|start", masuk(400), id("{definisi}")],
    ["POST process-definition/key/:kunci/submit-form|start", masuk(400), kunci],
  ]),
  ...milik("cockpit", [
    ["GET process-definition/statistics", pengawas(200)],
    ["GET process-definition/:id/statistics|static-called-process-definitions", pengawas(200), id("{definisi}")],
    ["GET,POST process-instance", pengawas(200)],
    ["GET,POST process-instance/count", pengawas(200)],
    ["GET process-instance/:id", pengawas(200), id("{instans}")],
    ["GET process-instance/:id/activity-instances", pengawas(200), id("{instans}")],
    ["GET,POST variable-instance", pengawas(200), { kueri: "maxResults=1" }],
    ["GET,POST variable-instance/count", pengawas(200)],
    ["GET variable-instance/:id", pengawas(404), tiada],
    ["GET incident", pengawas(200)],
    ["GET incident/count", pengawas(200)],
    ["GET,POST job", pengawas(200), { kueri: "maxResults=1" }],
    ["GET,POST job/count", pengawas(200)],
    ["GET job/:id/stacktrace", pengawas(404), tiada],
    ["GET,POST job-definition", pengawas(200)],
    ["GET,POST job-definition/count", pengawas(200)],
    ["GET job-definition/:id", pengawas(404), tiada],
    ["GET,POST external-task", pengawas(200), { kueri: "maxResults=1" }],
    ["GET,POST external-task/count", pengawas(200)],
    // The engine's own word on a task that never was.
    ["GET external-task/:id/errorDetails", pengawas(500), tiada],
    ["GET deployment", pengawas(200)],
    ["GET deployment/count", pengawas(200)],
    ["GET deployment/:id", pengawas(200), id("{deployment}")],
    ["GET deployment/:id/resources", pengawas(200), id("{deployment}")],
    ["GET deployment/:id/resources/:berkas", pengawas(200), berkas],
    ["GET deployment/:id/resources/:berkas/data", pengawas(200), berkas],
    ["GET batch", pengawas(200)],
    ["GET batch/count", pengawas(200)],
    ["GET batch/statistics", pengawas(200)],
    ["GET batch/statistics/count", pengawas(200)],
    ["GET decision-definition", pengawas(200)],
    ["GET decision-definition/count", pengawas(200)],
    ["GET decision-requirements-definition", pengawas(200)],
    ["GET decision-requirements-definition/count", pengawas(200)],
    ["GET task/report/candidate-group-count", antara({ pemilik: 403, admin: 200, lain: 403 })],
    ["GET case-definition", pengawas(200)],
    ["GET case-definition/count", pengawas(200)],
    ["GET user", pengawas(200)],
  ]),
  ...milik("riwayat", [
    ["GET,POST process-instance", pengawas(200), { kueri: "maxResults=1" }],
    ["GET,POST process-instance/count", pengawas(200)],
    ["GET process-instance/:id", pengawas(200), id("{instans}")],
    ["GET,POST activity-instance", pengawas(200), { kueri: "maxResults=1" }],
    ["GET,POST activity-instance/count", pengawas(200)],
    ["GET,POST task", pengawas(200), { kueri: "maxResults=1" }],
    ["GET,POST task/count", pengawas(200)],
    ["GET,POST variable-instance", pengawas(200), { kueri: "maxResults=1" }],
    ["GET,POST variable-instance/count", pengawas(200)],
    ["GET variable-instance/:id", pengawas(404), tiada],
    ["GET incident", pengawas(200), { kueri: "maxResults=1" }],
    ["GET incident/count", pengawas(200)],
    ["GET,POST job-log", pengawas(200), { kueri: "maxResults=1" }],
    ["GET,POST job-log/count", pengawas(200)],
    ["GET job-log/:id/stacktrace", pengawas(404), tiada],
    ["GET,POST external-task-log", pengawas(200), { kueri: "maxResults=1" }],
    ["GET,POST external-task-log/count", pengawas(200)],
    ["GET external-task-log/:id/error-details", pengawas(404), tiada],
    ["GET process-definition/:id/statistics", pengawas(200), id("{definisi}")],
    ["GET batch", pengawas(200)],
    ["GET batch/count", pengawas(200)],
    ["GET batch/:id", pengawas(404), tiada],
  ]),
  ...milik("cockpit-tambahan", [
    ["GET base/default/process-definition/statistics", pengawas(200)],
    ["GET base/default/process-definition/statistics-count", pengawas(200)],
    ["GET,POST base/default/process-definition/:id/called-process-definitions", pengawas(200), id("{definisi}")],
    ["POST base/default/process-instance", pengawas(200)],
    ["POST base/default/process-instance/count", pengawas(200)],
    ["POST base/default/process-instance/:id/called-process-instances", pengawas(200), id("{instans}")],
    ["GET,POST base/default/incident", pengawas(200)],
    ["GET,POST base/default/incident/count", pengawas(200)],
  ]),
  ...milik("perbaikan", [
    ["PUT job/:id/retries|duedate|suspended", admin(400), takSah],
    ["POST job/:id/duedate/recalculate", admin(404), tiada],
    ["PUT job-definition/:id/retries|suspended", admin(400), takSah],
    ["PUT external-task/:id/retries", admin(400), takSah],
    ["PUT external-task/retries", admin(400)],
    ["PUT,DELETE incident/:id/annotation", admin(400), takSah],
    ["DELETE process-instance/:id", admin(404), tiada],
    ["PUT process-instance/:id/suspended", admin(400), takSah],
    ["PUT process-definition/:id/suspended", admin(400), takSah],
    ["PUT batch/:id/suspended", admin(400), takSah],
  ]),
  ...milik("penugasan", [
    ["POST task/:id/assignee", admin(400), takSah],
    ["PUT task/:id", admin(400), takSah],
    ["POST task/:id/identity-links", admin(400), takSah],
    ["POST task/:id/identity-links/delete", admin(400), takSah],
    ["POST filter/create", admin(400)],
    ["PUT filter/:id", admin(400), takSah],
    ["DELETE filter/:id", admin(404), tiada],
  ]),
  ...milik("akun", [
    ["OPTIONS user", admin(200)],
    ["GET user/count", admin(200)],
    ["POST user/create", admin(400), { badan: "tidak sah" }],
    ["POST user/:id/unlock", admin(204), tiada],
    ["DELETE user/:id", admin(204), tiada],
    ["OPTIONS user/:id", admin(200), tiada],
    ["OPTIONS group", admin(200)],
    ["POST group/create", admin(400), { badan: "tidak sah" }],
    ["GET group/:id", admin(200), id("kepala-lpse")],
    ["PUT group/:id", admin(400), takSah],
    ["DELETE group/:id", admin(204), tiada],
    ["OPTIONS group/:id", admin(200), tiada],
    // The engine's own word on a group of nobody.
    ["PUT group/:id/members/:orang", admin(500), anggota],
    ["DELETE group/:id/members/:orang", admin(204), anggota],
    ["OPTIONS group/:id/members/:orang", admin(200), anggota],
    ["OPTIONS group/:id/members", admin(200), tiada],
    ["GET tenant", admin(200)],
    ["GET tenant/count", admin(200)],
    ["OPTIONS tenant", admin(200)],
    ["GET,OPTIONS authorization", admin(200)],
    ["GET authorization/count", admin(200)],
    ["GET authorization/:id", admin(404), tiada],
  ]),
  ...milik("angka", [
    [
      "GET metrics/aggregated",
      admin(200),
      { kueri: "groupBy=month&metrics=process-instances&startDate=2026-01-01&subscriptionStartDate=2026-01-01" },
    ],
  ]),
];

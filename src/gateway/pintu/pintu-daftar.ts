/**
 * What of the engine's web apps can be reached through the gateway: these calls and no others. Below it the engine's own
 * authorizations decide; this is the outer wall. Everything here has been seen in use by Tasklist, Cockpit, Admin or
 * Welcome 7.24, or by our own pages.
 */

/**
 * Who passes. `siapapun`: without a login, too. `masuk`: everybody signed in. `pengawas`: whoever may enter Cockpit
 * (process owners, administrators). `admin`: members of camunda-admin.
 */
export type Siapa = "siapapun" | "masuk" | "pengawas" | "admin";

/** Calls that stand or fall together. */
export interface KelompokPintu {
  readonly nama: string;
  readonly siapa: Siapa;
  /** Why it is open, and to these only. */
  readonly alasan: string;
  /** What all paths of the group begin with. */
  readonly awal: string;
  /**
   * Methods and path: `GET,POST task/:id`. A part is a text, several (`cockpit|admin`), or any (`:id`); `**` at the end
   * is any number of parts. `:tugas` is a task whose details are shown only to whoever sees the task itself.
   */
  readonly panggilan: readonly string[];
}

const WEB = "/camunda";
const MESIN = "/camunda/api/engine/engine/default";
const APLIKASI = "tasklist|cockpit|admin|welcome";

/** The only list of open paths; the gateway's door and the matrix of rights (`scripts/matriks`) both read it. */
export const pintu: readonly KelompokPintu[] = [
  {
    nama: "berkas",
    siapa: "siapapun",
    alasan: "Pages, scripts, styles, texts and fonts: the sign-in page is made of the same files.",
    awal: WEB,
    panggilan: [
      "GET ",
      "GET favicon.ico",
      "GET app",
      `GET app/${APLIKASI}/**`,
      "GET app/lpse/**",
      "GET lib|assets/**",
      `GET api/${APLIKASI}/plugin/:plugin/static/**`,
    ],
  },
  {
    nama: "masuk",
    siapa: "siapapun",
    alasan: "Signing in and out, who one is, which engine there is, and what a password must be like.",
    awal: `${WEB}/api`,
    panggilan: [
      "GET admin/auth/user/default",
      `POST admin/auth/user/default/login/${APLIKASI}`,
      "POST admin/auth/user/default/logout",
      "GET engine/engine",
      "GET engine/engine/default/identity/password-policy",
    ],
  },
  {
    nama: "diri",
    siapa: "masuk",
    alasan: "One's own account: name, e-Pesan address, password, groups. A Satker is shown nobody else's.",
    awal: MESIN,
    panggilan: [
      "GET,PUT user/:id/profile",
      "PUT user/:id/credentials",
      "POST identity/password-policy",
      "GET,POST group",
      "GET,POST group/count",
      "GET authorization/check",
    ],
  },
  {
    nama: "tugas",
    siapa: "masuk",
    alasan: "Tasklist's lists and tasks. Lists hold what the engine lets one see; counts count no more than that.",
    awal: MESIN,
    panggilan: [
      "GET,OPTIONS filter",
      "GET filter/count",
      "GET,OPTIONS filter/:id",
      "GET,POST filter/:id/list",
      "GET,POST filter/:id/count",
      "GET,POST task",
      "GET,POST task/count",
      "GET task/:tugas",
      "GET task/:tugas/form|form-variables|deployed-form|variables|identity-links",
      "GET task/:tugas/rendered-form",
      "GET task/:tugas/comment",
      "POST task/:tugas/comment/create",
      "GET history/user-operation",
      "GET history/user-operation/count",
    ],
  },
  {
    nama: "mengerjakan",
    siapa: "masuk",
    alasan: "Taking a task, giving it back, answering its form; the gateway checks each answer (jawaban-guard.ts).",
    awal: MESIN,
    panggilan: ["POST task/:id/claim", "POST task/:id/unclaim|submit-form|complete"],
  },
  {
    nama: "memulai",
    siapa: "masuk",
    alasan: "The processes one may start, their diagram and start form; the gateway checks the answer here as well.",
    awal: MESIN,
    panggilan: [
      "GET process-definition",
      "GET process-definition/count",
      "GET process-definition/:id",
      "GET process-definition/:id/xml|startForm|form-variables|deployed-start-form",
      "GET process-definition/:id/rendered-form",
      "GET process-definition/key/:kunci",
      "GET process-definition/key/:kunci/xml|startForm|form-variables|deployed-start-form",
      "POST process-definition/:id/submit-form|start",
      "POST process-definition/key/:kunci/submit-form|start",
    ],
  },
  {
    nama: "cockpit",
    siapa: "pengawas",
    alasan: "What Cockpit shows: how requests run, where they failed, their history. A Satker asks /api/permohonan.",
    awal: MESIN,
    panggilan: [
      "GET process-definition/statistics",
      "GET process-definition/:id/statistics|static-called-process-definitions",
      "GET,POST process-instance",
      "GET,POST process-instance/count",
      "GET process-instance/:id",
      "GET process-instance/:id/activity-instances",
      "GET,POST variable-instance",
      "GET,POST variable-instance/count",
      "GET variable-instance/:id",
      "GET incident",
      "GET incident/count",
      "GET,POST job",
      "GET,POST job/count",
      "GET job/:id/stacktrace",
      "GET,POST job-definition",
      "GET,POST job-definition/count",
      "GET job-definition/:id",
      "GET,POST external-task",
      "GET,POST external-task/count",
      "GET external-task/:id/errorDetails",
      "GET deployment",
      "GET deployment/count",
      "GET deployment/:id",
      "GET deployment/:id/resources",
      "GET deployment/:id/resources/:berkas",
      "GET deployment/:id/resources/:berkas/data",
      "GET batch",
      "GET batch/count",
      "GET batch/statistics",
      "GET batch/statistics/count",
      "GET decision-definition",
      "GET decision-definition/count",
      "GET decision-requirements-definition",
      "GET decision-requirements-definition/count",
      "GET task/report/candidate-group-count",
      "GET case-definition",
      "GET case-definition/count",
      "GET user",
    ],
  },
  {
    nama: "riwayat",
    siapa: "pengawas",
    alasan: "Cockpit's history of running and ended requests, of failures, and of who changed what.",
    awal: `${MESIN}/history`,
    panggilan: [
      "GET,POST process-instance",
      "GET,POST process-instance/count",
      "GET process-instance/:id",
      "GET,POST activity-instance",
      "GET,POST activity-instance/count",
      "GET,POST task",
      "GET,POST task/count",
      "GET,POST variable-instance",
      "GET,POST variable-instance/count",
      "GET variable-instance/:id",
      "GET incident",
      "GET incident/count",
      "GET,POST job-log",
      "GET,POST job-log/count",
      "GET job-log/:id/stacktrace",
      "GET,POST external-task-log",
      "GET,POST external-task-log/count",
      "GET external-task-log/:id/error-details",
      "GET process-definition/:id/statistics",
      "GET batch",
      "GET batch/count",
      "GET batch/:id",
    ],
  },
  {
    nama: "cockpit-tambahan",
    siapa: "pengawas",
    alasan: "The same through Cockpit's own interface, which counts and joins what the engine's REST does not.",
    awal: `${WEB}/api/cockpit/plugin`,
    panggilan: [
      "GET base/default/process-definition/statistics",
      "GET base/default/process-definition/statistics-count",
      "GET,POST base/default/process-definition/:id/called-process-definitions",
      "POST base/default/process-instance",
      "POST base/default/process-instance/count",
      "POST base/default/process-instance/:id/called-process-instances",
      "GET,POST base/default/incident",
      "GET,POST base/default/incident/count",
    ],
  },
  {
    nama: "perbaikan",
    siapa: "admin",
    alasan:
      "An administrator's remedies in Cockpit: trying a failed job or task again, moving a timer, a note on an incident, suspending, ending a request. Not among them: variables (they would pass no check), messages, deployments (the modeler's, with a second person), moving tokens.",
    awal: MESIN,
    panggilan: [
      "PUT job/:id/retries|duedate|suspended",
      "POST job/:id/duedate/recalculate",
      "PUT job-definition/:id/retries|suspended",
      "PUT external-task/:id/retries",
      "PUT external-task/retries",
      "PUT,DELETE incident/:id/annotation",
      "DELETE process-instance/:id",
      "PUT process-instance/:id/suspended",
      "PUT process-definition/:id/suspended",
      "PUT batch/:id/suspended",
    ],
  },
  {
    nama: "penugasan",
    siapa: "admin",
    alasan: "An administrator hands a task on, changes who may take it and its due date, and keeps lists of tasks.",
    awal: MESIN,
    panggilan: [
      "POST task/:id/assignee",
      "PUT task/:id",
      "POST task/:id/identity-links",
      "POST task/:id/identity-links/delete",
      "POST filter/create",
      "PUT filter/:id",
      "DELETE filter/:id",
    ],
  },
  {
    nama: "akun",
    siapa: "admin",
    alasan:
      "People and their groups, in Admin. Rights are read only: what a group may do is a table in src/provisioning/grants.ts. Nobody removes the own account.",
    awal: MESIN,
    panggilan: [
      "OPTIONS user",
      "GET user/count",
      "POST user/create",
      "POST user/:id/unlock",
      "DELETE user/:id",
      "OPTIONS user/:id",
      "OPTIONS group",
      "POST group/create",
      "GET group/:id",
      "PUT group/:id",
      "DELETE group/:id",
      "OPTIONS group/:id",
      "PUT group/:id/members/:orang",
      "DELETE group/:id/members/:orang",
      "OPTIONS group/:id/members/:orang",
      "OPTIONS group/:id/members",
      "GET tenant",
      "GET tenant/count",
      "OPTIONS tenant",
      "GET,OPTIONS authorization",
      "GET authorization/count",
      "GET authorization/:id",
    ],
  },
  {
    nama: "angka",
    siapa: "admin",
    alasan: "Admin's page of figures. Its other half, telemetry, tells about machine and licences and stays closed.",
    awal: `${WEB}/api/admin/plugin/adminPlugins/default`,
    panggilan: ["GET metrics/aggregated"],
  },
];

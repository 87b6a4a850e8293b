import { expect, test } from "@jest/globals";
import { kenaliPerbuatan } from "../../../../src/gateway/pintu/perbuatan.js";

const API = "/camunda/api/engine/engine/default";

test.each([
  ["POST", `${API}/task/t1/submit-form`, { tindakan: "tugas.selesaikan", objek: "t1" }],
  ["POST", `${API}/task/t1/claim`, { tindakan: "tugas.ambil", objek: "t1" }],
  ["POST", `${API}/task/t1/unclaim`, { tindakan: "tugas.lepas", objek: "t1" }],
  ["PUT", `${API}/task/t1/variables/x`, { tindakan: "tugas.ubah", objek: "t1" }],
  ["POST", `${API}/process-definition/key/k/start`, { tindakan: "proses.mulai", objek: "k" }],
  ["DELETE", `${API}/process-instance/p1`, { tindakan: "mesin.delete", objek: "process-instance/p1" }],
  ["PUT", `${API}/job/j1/suspended`, { tindakan: "mesin.put", objek: "job/j1/suspended" }],
  [
    "POST",
    `${API}/process-instance/p1/modification`,
    { tindakan: "mesin.post", objek: "process-instance/p1/modification" },
  ],
  [
    "POST",
    `${API}/history/process-instance/delete`,
    { tindakan: "mesin.post", objek: "history/process-instance/delete" },
  ],
  ["POST", `${API}/message`, { tindakan: "mesin.post", objek: "message" }],
  ["POST", `${API}/user/create`, { tindakan: "mesin.post", objek: "user/create" }],
  ["PUT", `${API}/user/dewi/credentials`, { tindakan: "mesin.put", objek: "user/dewi/credentials" }],
  ["POST", "/camunda/api/admin/auth/user/default/logout", { tindakan: "keluar", objek: "aplikasi web" }],
])("%s %s is an act", (method, path, perbuatan) => expect(kenaliPerbuatan(method, path)).toEqual(perbuatan));

test.each([
  ["GET", `${API}/task/t1`],
  ["POST", `${API}/task`],
  ["POST", `${API}/task/count`],
  ["POST", `${API}/history/activity-instance`],
  ["POST", `${API}/filter/f1/list`],
  ["POST", "/camunda/api/cockpit/plugin/base/default/incident"],
  ["POST", "/camunda/api/admin/auth/user/default/login/tasklist"],
])("%s %s only asks, or is recorded elsewhere", (method, path) =>
  expect(kenaliPerbuatan(method, path)).toBeUndefined(),
);

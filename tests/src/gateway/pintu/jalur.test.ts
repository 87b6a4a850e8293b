import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { kenaliPanggilan } from "../../../../src/gateway/pintu/jalur.js";

const API = "/camunda/api/engine/engine/default";
const post = (jalur: string) => kenaliPanggilan("POST", `${API}${jalur}`);

describe("a call to the proxied engine", () => {
  test.each([
    ["/task/abc/submit-form", { jenis: "jawab", tugas: "abc" }],
    ["/task/abc/complete", { jenis: "jawab", tugas: "abc" }],
    ["/task/abc/complete/", { jenis: "jawab", tugas: "abc" }],
    ["/task/a%62c/%63omplete", { jenis: "jawab", tugas: "abc" }],
    ["/task/abc/variables/satker", { jenis: "ubah-variabel", tugas: "abc" }],
    ["/task/abc/variables/task/complete", { jenis: "ubah-variabel", tugas: "abc" }],
    ["/task/abc/bpmnError", { jenis: "ubah-variabel", tugas: "abc" }],
    ["/process-definition/key/reset-password-spse/start", { jenis: "mulai", definisi: { key: "reset-password-spse" } }],
    [
      "/process-definition/key/reset-password-spse/tenant-id/x/submit-form",
      { jenis: "mulai", definisi: { key: "reset-password-spse" } },
    ],
    ["/process-definition/p%3A1%3Aabc/submit-form", { jenis: "mulai", definisi: { id: "p:1:abc" } }],
    ["/process-definition/start/start", { jenis: "biasa" }],
    ["/task/abc/unclaim", { jenis: "lepas", tugas: "abc" }],
    ["/task/abc/claim", { jenis: "ambil", tugas: "abc" }],
    ["/task", { jenis: "biasa" }],
    ["/filter/abc/list", { jenis: "biasa" }],
    ["/user/dewi%40kemenperin.go.id/credentials", { jenis: "biasa" }],
  ])("%s is known for what it is", (jalur, panggilan) => {
    expect(post(jalur)).toEqual(panggilan);
  });

  test("is an answer also where the engine's name is left out", () => {
    expect(kenaliPanggilan("POST", "/camunda/api/engine/task/abc/complete")).toEqual({ jenis: "jawab", tugas: "abc" });
  });

  test.each([
    "/task/abc;v=1/complete",
    "/task/abc/complete;jsessionid=1",
    "/task/abc%3Bv=1/complete",
    "//task/abc/complete",
    "/x/../task/abc/complete",
    "/x/%2e%2e/task/abc/complete",
    "/task%2Fabc%2Fcomplete",
    "/task\\abc\\complete",
    "/task/abc%00/complete",
    "/task/%zz/complete",
  ])("%s could mean another path to the engine", (jalur) => {
    expect(post(jalur)).toEqual({ jenis: "ganjil" });
  });

  test("that only reads passes, however it is written", () => {
    expect(kenaliPanggilan("GET", `${API}/task/abc;v=1/form`)).toEqual({ jenis: "biasa" });
  });

  test("is never taken for an ordinary one, whatever characters of a completion are encoded", () => {
    const sandi = (huruf: string) => `%${huruf.charCodeAt(0).toString(16).padStart(2, "0")}`;
    const sebagian = (teks: string, pilih: boolean[]) =>
      [...teks].map((h, i) => (pilih[i % pilih.length] && h !== "/" ? sandi(h) : h)).join("");
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 20 }), (pilih) => {
        expect(post(sebagian("/task/abc-123/complete", pilih))).toEqual({ jenis: "jawab", tugas: "abc-123" });
      }),
    );
  });
});

import { describe, expect, test } from "@jest/globals";
import { createAdapters, type ServiceOptions } from "../../../workers/adapters/index.js";
import { answering, failureOf } from "./support/recorded.js";

const { fetch, sent } = answering(() => new Response("{}"));
const spseWith = (spse: Partial<ServiceOptions>) =>
  createAdapters({ spse: { timeoutMs: 1_000, ...spse }, epesan: { timeoutMs: 1_000 }, fetch });

test.each([undefined, "", "  "])(
  "with the URL %j every call is rejected as having no API, and nothing is sent",
  async (url) => {
    const { spse, epesan } = createAdapters({ spse: { url, timeoutMs: 1 }, epesan: { url, timeoutMs: 1 }, fetch });
    const failures = [
      await failureOf(spse.cariAkun({ nip: "198503152010011001" })),
      await failureOf(spse.setelKataSandi({ userId: "A", kataSandi: "Rahasia#2026x", kunci: "k" })),
      await failureOf(epesan.kirim({ kepada: "a@kemenperin.go.id", perihal: "p", isi: "i", kunci: "k" })),
    ];
    expect(failures.map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      "rejected SPSE_TANPA_API",
      "rejected SPSE_TANPA_API",
      "rejected EPESAN_TANPA_API",
    ]);
    expect(sent).toEqual([]);
  },
);

describe("options that cannot work", () => {
  test.each([
    "jembatan.go.id",
    "ftp://jembatan.go.id",
    "https://u:s3cret@jembatan.go.id",
    "https://j.go.id/?a=1",
    "https://j.go.id/#a",
  ])("are refused when made: the URL %s", (url) => {
    expect(() => spseWith({ url })).toThrow(/^SPSE: the URL must be http\(s\)/);
    expect(() => spseWith({ url })).not.toThrow(/s3cret/);
  });

  test.each(["dua kata", "baris\n", "é"])("are refused when made, without being shown: the token %j", (token) => {
    expect(() => spseWith({ token })).toThrow(/^SPSE: the token must be/);
    expect(() => spseWith({ token })).not.toThrow(token.trim());
  });

  test.each([0, -1, 1.5, Number.NaN, 600_001])("are refused when made: the time limit %d", (timeoutMs) => {
    expect(() => spseWith({ timeoutMs })).toThrow(/timeoutMs must be a whole number from 1 to 600000/);
  });
});

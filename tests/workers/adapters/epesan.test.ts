import { expect, test } from "@jest/globals";
import { createAdapters } from "../../../workers/adapters/index.js";
import { failureOf, replaying } from "./support/recorded.js";

function epesanOn(fixture: string) {
  const { fetch, sent } = replaying(fixture);
  const epesan = { url: "https://jembatan.go.id/epesan", token: "t0ken", timeoutMs: 1_000 };
  return { epesan: createAdapters({ spse: { timeoutMs: 1_000 }, epesan, fetch }).epesan, sent };
}
const PESAN = { kepada: "budi.santoso@kemenperin.go.id", perihal: "Reset", isi: "Isi", kunci: "k1" };
const LAMPIRAN = { nama: "surat.pdf", tipe: "application/pdf", base64: "JVBERg==" };

test.each(["epesan/pesan-201", "epesan/pesan-200"])(
  "kirim answers the id of a message delivered now or before: %s",
  async (fixture) => {
    const { epesan, sent } = epesanOn(fixture);
    expect(await epesan.kirim(PESAN)).toEqual({ idPesan: "EP-5f0c8a52-2f6e-4d0b-9a55-0c7c2d3b1e11" });
    expect(sent).toEqual([
      {
        method: "POST",
        url: "https://jembatan.go.id/epesan/pesan",
        headers: {
          accept: expect.any(String),
          authorization: "Bearer t0ken",
          "content-type": "application/json",
          "idempotency-key": "k1",
        },
        body: { kepada: PESAN.kepada, perihal: PESAN.perihal, isi: PESAN.isi },
        redirect: "manual",
      },
    ]);
  },
);

test("kirim sends attachments, and of each only what the contract names", async () => {
  const { epesan, sent } = epesanOn("epesan/pesan-201");
  await epesan.kirim({ ...PESAN, lampiran: [{ ...LAMPIRAN, ...{ id: "dokumen-1" } }] });
  expect(sent[0]?.body).toMatchObject({ lampiran: [LAMPIRAN] });
  expect(JSON.stringify(sent[0]?.body)).not.toContain("dokumen-1");
});

test.each([
  ["epesan/pesan-409", "rejected", "KUNCI_DIPAKAI_ULANG", undefined],
  ["epesan/pesan-413", "rejected", "PESAN_TERLALU_BESAR", undefined],
  ["epesan/pesan-413-nginx", "malformed", undefined, undefined],
  ["epesan/pesan-422", "rejected", "ALAMAT_TIDAK_DIKENAL", undefined],
  ["epesan/pesan-429", "unavailable", undefined, 1_000],
  ["epesan/pesan-503", "unavailable", undefined, undefined],
  ["epesan/pesan-201-without-id", "malformed", undefined, undefined],
])("kirim on %s is %s", async (fixture, kind, code, retryAfterMs) => {
  expect(await failureOf(epesanOn(fixture).epesan.kirim(PESAN))).toMatchObject({ kind, code, retryAfterMs });
});

import { createHash } from "node:crypto";
import type { Express, Request } from "express";
import type { Faults } from "../faults.js";
import { type Contract, createBareApp, idempotencyKey, mountContract, mountErrors, Problem, parse } from "../http.js";
import { mountPanel } from "../panel.js";
import { inboxPage, NOTICE, TITLE } from "./inbox.js";
import type { Berkas, Mailbox, Pesan } from "./mailbox.js";
import { alamatDikenal, PesanBaru } from "./schema.js";

/** What the e-Pesan simulator works with; `token` (unset: none asked) guards the contract's operations. */
export interface EpesanDeps {
  mailbox: Mailbox;
  faults: Faults;
  token?: string | undefined;
  onDefect: (error: unknown) => void;
}

/** The operations of workers/adapters/epesan/openapi.yaml. */
export function epesanContract({ mailbox }: Pick<EpesanDeps, "mailbox">): Contract {
  return {
    "POST /pesan": async (req) => {
      const kunci = idempotencyKey(req);
      const pesan = parse(PesanBaru, req.body);
      if (!alamatDikenal(pesan.kepada)) throw new Problem(422, "ALAMAT_TIDAK_DIKENAL", "Alamat tidak dikenal");
      const hasil = await mailbox.receive(pesan, kunci);
      if (!hasil) throw new Problem(409, "KUNCI_DIPAKAI_ULANG", "Kunci sudah dipakai untuk pesan lain");
      return { status: hasil.baru ? 201 : 200, body: { idPesan: hasil.idPesan } };
    },
  };
}

/** Builds the e-Pesan simulator with its inbox page; listening is the caller's. */
export function createEpesanApp(deps: EpesanDeps): Express {
  const { mailbox } = deps;
  const app = createBareApp("20mb");
  mountContract(app, epesanContract(deps), deps);
  app.get("/", (req, res) => {
    const dibuka = mailbox.find(queryText(req, "pesan") ?? "");
    res.send(inboxPage({ pesan: mailbox.list(), kepada: queryText(req, "kepada")?.toLowerCase(), dibuka }));
  });
  app.get("/simulator/kotak-masuk", (req, res) => void res.json(mailbox.list(queryText(req, "kepada")).map(asJson)));
  app.get("/simulator/pesan/:idPesan/lampiran/:nomor", (req, res) => {
    const { nama, tipe, data } = attachment(mailbox.find(req.params.idPesan), Number(req.params.nomor));
    res.attachment(nama).type(tipe).send(data);
  });
  app.delete("/simulator/pesan", async (_req, res) => {
    await mailbox.clear();
    res.status(204).end();
  });
  mountPanel(app, { title: TITLE, notice: NOTICE, faults: deps.faults });
  mountErrors(app, deps.onDefect);
  return app;
}

function queryText(req: Request, name: string): string | undefined {
  const value = req.query[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function attachment(pesan: Pesan | undefined, index: number): Berkas {
  const found = pesan && typeof pesan.konten !== "string" ? pesan.konten.lampiran[index] : undefined;
  if (!found) throw new Problem(404, "LAMPIRAN_TIDAK_ADA", "Lampiran tidak ada atau tidak lagi disimpan");
  return found;
}

function asJson({ idPesan, kepada, perihal, kunci, diterima, konten }: Pesan) {
  const ada = typeof konten === "string" ? { isi: null, lampiran: [] } : konten;
  const lampiran = ada.lampiran.map(({ nama, tipe, data }) => ({
    nama,
    tipe,
    ukuran: data.length,
    sha256: createHash("sha256").update(data).digest("hex"),
  }));
  return { idPesan, kepada, perihal, isi: ada.isi, lampiran, kunci, diterima };
}

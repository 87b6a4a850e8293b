/**
 * The modeler's pages with an API in memory, behind the gateway's own headers: for browser tests of the editor and for
 * its bench, which need no engine. The real API has its own tests and journey.
 */
import { EventEmitter, once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import express, { type Router } from "express";
import { z } from "zod";
import { createPelindung, createStatis } from "../../src/gateway/pintu/statis.js";
import { topikJson } from "../docs/topics.js";
import { fromRoot } from "../system/addresses.js";
import { type DrafUji, drafUji, sayaUji, versiUji } from "./modeler-replies.js";

const KUNCI = "reset-password-spse";
const VERSI = versiUji({ id: `${KUNCI}:1:uji` });
const Organisasi = z.object({ grup: z.array(z.object({ id: z.string(), nama: z.string() })) });
const Baru = z.object({ xml: z.string(), judul: z.string(), dasar: z.string().nullish() });
const Simpanan = z.object({ xml: z.string(), revisi: z.number() });

/** The running server. */
export interface Peladen {
  /** Address without a slash at the end. */
  readonly alamat: string;
  readonly draf: ReadonlyMap<string, DrafUji>;
  /** `putus`: every call is answered 503; `simpan`: how often something was saved. */
  readonly keadaan: { putus: boolean; simpan: number };
  /** `draf` whenever a draft was made or saved. */
  readonly peristiwa: EventEmitter;
  /** A colleague saves: `ubah` turns the draft's XML into hers. */
  rekan(id: string, ubah: (xml: string) => string): void;
  /** Puts a draft there, as if somebody had made it. */
  taruh(id: string, xml: string): void;
  tutup(): Promise<void>;
}

interface PilihanPeladen {
  /** Groups of the person who works with it. */
  readonly grup?: readonly string[];
  /** The diagram in force. */
  readonly xml?: string;
}

/** Starts on a free port of this machine; needs dist/web. */
export async function mulaiPeladen(pilihan: PilihanPeladen = {}): Promise<Peladen> {
  const draf = new Map<string, DrafUji>();
  const keadaan = { putus: false, simpan: 0 };
  const peristiwa = new EventEmitter();
  const api = express.Router();
  api.use(express.json({ limit: "20mb" }));
  api.use((_req, res, next) => {
    if (keadaan.putus) res.status(503).json({ detail: "Peladen sedang tidak tersedia." });
    else next();
  });
  ruteTetap(api, pilihan, draf);
  ruteDraf(api, { draf, keadaan, peristiwa });
  const app = express()
    .use(createPelindung())
    .use("/api", api)
    .use(createStatis(fromRoot("dist/web")));
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    alamat: `http://127.0.0.1:${port}`,
    draf,
    keadaan,
    peristiwa,
    taruh: (id, xml) => void draf.set(id, drafUji({ id, kunci: KUNCI, judul: id, dasar: VERSI.id, xml })),
    rekan: (id, ubah) => {
      const d = draf.get(id);
      if (d) simpan(d, ubah(d.xml), "Sri");
    },
    tutup: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function ruteTetap(api: Router, pilihan: PilihanPeladen, draf: ReadonlyMap<string, DrafUji>): void {
  const { grup = ["pemilik-proses"], xml = readFileSync(fromRoot("bpmn/reset-password-spse.bpmn"), "utf8") } = pilihan;
  const organisasi = Organisasi.parse(JSON.parse(readFileSync(fromRoot("bpmn/organisasi.json"), "utf8")));
  const katalog = {
    topik: JSON.parse(topikJson()),
    formulir: readdirSync(fromRoot("bpmn/forms")).map((f) => f.replace(/\.html$/, "")),
    grup: organisasi.grup,
  };
  const ringkas = () => [...draf.values()].map(({ xml: _xml, ...d }) => d);
  api.get("/modeler/saya", (_req, res) => void res.json(sayaUji(grup.includes("pemilik-proses"))));
  api.get("/modeler/proses", (_req, res) => {
    res.json({ proses: [{ kunci: KUNCI, nama: "Reset Password Akun SPSE", berlaku: VERSI, draf: ringkas() }] });
  });
  api.get("/modeler/proses/:kunci/versi", (_req, res) => void res.json({ versi: [VERSI] }));
  api.get("/modeler/versi/:id/xml", (_req, res) => void res.type("application/xml").send(xml));
  api.get("/modeler/topik", (_req, res) => void res.json(katalog));
}

function ruteDraf(
  api: Router,
  { draf, keadaan, peristiwa }: Pick<Peladen, "keadaan" | "peristiwa"> & { readonly draf: Map<string, DrafUji> },
): void {
  api.post("/modeler/draf", (req, res) => {
    const d = drafUji({ id: `d${draf.size + 1}`, kunci: KUNCI, ...Baru.parse(req.body) });
    draf.set(d.id, d);
    res.status(201).json(d);
    peristiwa.emit("draf");
  });
  api
    .route("/modeler/draf/:id")
    .get((req, res) => {
      const d = draf.get(req.params.id);
      if (d) res.json(d);
      else res.status(404).json({ detail: "Draf tidak ditemukan." });
    })
    .put((req, res) => {
      keadaan.simpan += 1;
      const { xml, revisi } = Simpanan.parse(req.body);
      const d = draf.get(req.params.id);
      if (d?.revisi !== revisi) {
        const { revisi: kini, xml: isi, diubahOleh } = d ?? { revisi: 0, xml: "", diubahOleh: "" };
        res.status(409).json({ kode: "DRAF_BERUBAH", revisi: kini, xml: isi, diubahOleh });
        return;
      }
      simpan(d, xml, "Budi");
      res.json({ revisi: d.revisi, keadaan: d.keadaan, diubah: d.diubah });
      peristiwa.emit("draf");
    })
    .delete((req, res) => {
      draf.delete(req.params.id);
      res.status(204).end();
    });
}

const simpan = (d: DrafUji, xml: string, diubahOleh: string): void =>
  void Object.assign(d, { xml, revisi: d.revisi + 1, diubah: new Date().toISOString(), diubahOleh });

import type { Express } from "express";
import type { Faults } from "../faults.js";
import { type Contract, createBareApp, idempotencyKey, mountContract, mountErrors, Problem, parse } from "../http.js";
import { type Html, html, page, waktu } from "../page.js";
import { mountPanel } from "../panel.js";
import type { Accounts, HasilSetel } from "./accounts.js";
import { AkunBaru, type AkunTersimpan, CariAkun, KataSandiBaru, Verifikasi } from "./schema.js";

/** What the SPSE simulator works with; `token` (unset: none asked) guards the contract's operations. */
export interface SpseDeps {
  accounts: Accounts;
  faults: Faults;
  token?: string | undefined;
  onDefect: (error: unknown) => void;
}

const TITLE = "Simulator SPSE";
const NOTICE = "bukan Aplikasi SPSE";

const REFUSALS: Record<Exclude<HasilSetel, "disetel">, [status: number, title: string]> = {
  AKUN_TIDAK_DIKENAL: [404, "Akun tidak dikenal"],
  AKUN_NONAKTIF: [409, "Akun tidak aktif"],
  KUNCI_DIPAKAI_ULANG: [409, "Kunci sudah dipakai untuk permintaan lain"],
  KATA_SANDI_LEMAH: [422, "Kata sandi tidak memenuhi aturan"],
};

/** The operations of workers/adapters/spse/openapi.yaml. */
export function spseContract({ accounts }: Pick<SpseDeps, "accounts">): Contract {
  return {
    "GET /akun": (req) => {
      const found = accounts.find(parse(CariAkun, req.query));
      const [akun] = found;
      if (!akun) throw refuse("AKUN_TIDAK_DIKENAL");
      if (found.length > 1) throw new Problem(409, "AKUN_GANDA", "NIP ini mempunyai lebih dari satu akun");
      return { status: 200, body: publicPart(akun) };
    },
    "PUT /akun/{userId}/kata-sandi": async (req) => {
      const kunci = idempotencyKey(req);
      const { kataSandi } = parse(KataSandiBaru, req.body);
      const hasil = await accounts.setPassword(String(req.params.userId), kataSandi, kunci);
      if (hasil !== "disetel") throw refuse(hasil);
      return { status: 204 };
    },
  };
}

/** Builds the SPSE simulator; listening is the caller's. */
export function createSpseApp(deps: SpseDeps): Express {
  const { accounts } = deps;
  const app = createBareApp("20mb");
  mountContract(app, spseContract(deps), deps);
  app.get("/", (_req, res) => void res.send(render(accounts.list())));
  app.get("/simulator/akun", (_req, res) => void res.json(accounts.list().map(withResets)));
  app.post("/simulator/akun", async (req, res) => {
    res.status(201).json(await accounts.put(parse(AkunBaru, req.body).akun));
  });
  app.post("/simulator/verifikasi", (req, res) => {
    const { userId, kataSandi } = parse(Verifikasi, req.body);
    res.json({ cocok: accounts.verify(userId, kataSandi) });
  });
  mountPanel(app, { title: TITLE, notice: NOTICE, faults: deps.faults });
  mountErrors(app, deps.onDefect);
  return app;
}

function refuse(kode: keyof typeof REFUSALS): Problem {
  const [status, title] = REFUSALS[kode];
  return new Problem(status, kode, title);
}

function publicPart({ userId, nip, nama, peran, aktif }: AkunTersimpan) {
  return { userId, nip, nama, peran, aktif };
}

function withResets(akun: AkunTersimpan) {
  return { ...publicPart(akun), resetTerakhir: akun.resetTerakhir, jumlahReset: akun.jumlahReset };
}

function render(akun: AkunTersimpan[]): string {
  const rows = akun.slice(0, 500).map(row);
  const content = html`<main><section class="card"><h2>${akun.length} akun</h2>
<table><tr><th>User ID<th>Nama<th>NIP<th>Peran<th>Status<th>Reset terakhir<th>Jumlah reset</tr>${rows}</table>
${akun.length > rows.length ? html`<p class="soft">Hanya ${rows.length} yang pertama ditampilkan.</p>` : undefined}
</section></main>`;
  return page({ title: TITLE, notice: NOTICE, links: [html`<a href="/simulator">Gangguan</a>`], content });
}

function row(akun: AkunTersimpan): Html {
  return html`<tr><td>${akun.userId}<td>${akun.nama}<td>${akun.nip}<td>${akun.peran}<td>${akun.aktif ? "Aktif" : "Nonaktif"}
<td>${akun.resetTerakhir ? waktu(akun.resetTerakhir) : "belum pernah"}<td>${akun.jumlahReset}</tr>`;
}

/**
 * Everything a handler test needs and no engine: a lock that can be lost, a clock that stands still until it is set, SPSE
 * and e-Pesan in memory, a logger whose lines can be read. "Add a topic" in README.md shows a test to copy.
 */
import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import { type Logger, pino } from "pino";
import { muatKalender } from "../../src/calendar/load.js";
import type { Db } from "../../src/db/open.js";
import { readOrganisasi } from "../../src/organisasi.js";
import type { Akun } from "../../src/proses/variabel.js";
import type { TenggatBaru } from "../../src/sla/setel-tenggat.js";
import type { LangkahSop } from "../../src/sop/diagram.js";
import { createPencetakSurat, type PencetakSurat } from "../../src/surat/render.js";
import { createPenyediaTemplat } from "../../src/surat-keluar/index.js";
import { AdapterError, type AkunSpse, type Epesan, type Pesan, type Spse } from "../../workers/adapters/index.js";
import type { Deps, TopicContext } from "../../workers/deps.js";
import type { LangkahBerjalan } from "../../workers/langkah-berjalan.js";
import { attempt } from "../../workers/runtime/attempt.js";
import { Interrupted } from "../../workers/runtime/failure.js";
import type { Topic } from "../../workers/runtime/index.js";
import type { Outcome } from "../../workers/runtime/outcome.js";

export interface FakeSpse extends Spse {
  readonly akun: AkunSpse[];
  /** The password each user ID has now. */
  readonly kataSandi: Map<string, string>;
  readonly kunci: string[];
  /** The next calls of the method fail so, `setelahEfek` after they have had their effect. */
  gagal(metode: "cariAkun" | "setelKataSandi", galat: AdapterError, setelahEfek?: boolean): void;
}

export interface FakeEpesan extends Epesan {
  /** What was delivered, each key once. */
  readonly terkirim: Pesan[];
  readonly percobaan: string[];
  gagal(galat: AdapterError, setelahEfek?: boolean, kepada?: string): void;
}

interface Antrean {
  readonly metode: string;
  readonly galat: AdapterError;
  readonly setelahEfek: boolean;
  readonly kepada?: string | undefined;
}

async function denganGangguan<T>(antrean: Antrean[], metode: string, kepada: string, efek: () => T): Promise<T> {
  const i = antrean.findIndex((satu) => satu.metode === metode && (satu.kepada ?? kepada) === kepada);
  const [gangguan] = i < 0 ? [] : antrean.splice(i, 1);
  if (gangguan && !gangguan.setelahEfek) throw gangguan.galat;
  const hasil = efek();
  if (gangguan) throw gangguan.galat;
  return hasil;
}

const tidakDikenal = () => new AdapterError("rejected", "no such account", { code: "AKUN_TIDAK_DIKENAL" });

/** SPSE in memory, with these accounts. */
function fakeSpse(akun: AkunSpse[] = []): FakeSpse {
  const antrean: Antrean[] = [];
  const kataSandi = new Map<string, string>();
  const kunci: string[] = [];
  return {
    akun,
    kataSandi,
    kunci,
    gagal: (metode, galat, setelahEfek = false) => void antrean.push({ metode, galat, setelahEfek }),
    cariAkun: ({ userId, nip }) =>
      denganGangguan(antrean, "cariAkun", "", () => {
        const ada = akun.find((satu) => satu.nip === nip && (userId === undefined || satu.userId === userId));
        if (!ada) throw tidakDikenal();
        return ada;
      }),
    setelKataSandi: (p) =>
      denganGangguan(antrean, "setelKataSandi", "", () => {
        kunci.push(p.kunci);
        kataSandi.set(p.userId, p.kataSandi);
      }),
  };
}

/** e-Pesan in memory: a key seen before delivers nothing more, and is refused with another text. */
function fakeEpesan(): FakeEpesan {
  const antrean: Antrean[] = [];
  const terkirim: Pesan[] = [];
  const percobaan: string[] = [];
  return {
    terkirim,
    percobaan,
    gagal: (galat, setelahEfek = false, kepada) => void antrean.push({ metode: "kirim", galat, setelahEfek, kepada }),
    kirim: (pesan) => {
      percobaan.push(pesan.kunci);
      return denganGangguan(antrean, "kirim", pesan.kepada, () => {
        const ada = terkirim.find(({ kunci }) => kunci === pesan.kunci);
        if (ada && ada.isi !== pesan.isi)
          throw new AdapterError("rejected", "key reused", { code: "KUNCI_DIPAKAI_ULANG" });
        if (!ada) terkirim.push(pesan);
        return { idPesan: `pesan-${pesan.kunci}` };
      });
    },
  };
}

/** A logger and the lines it has written, as one text. */
export function fakeLogger(): { logger: Logger; teks: () => string } {
  const baris: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      baris.push(String(chunk));
      done();
    },
  });
  return { logger: pino({ level: "trace" }, stream), teks: () => baris.join("") };
}

let pencetak: PencetakSurat | undefined;
/** The printer over the real templates; one for all tests of a file, because it compiles them. */
const pencetakSurat = (): PencetakSurat => {
  pencetak ??= createPencetakSurat({ dir: "surat" });
  return pencetak;
};

const langkah = (nomor: number, grup: string, pelaksana: string): LangkahSop => ({
  nomor,
  grup,
  pelaksana,
  id: `langkah-${nomor}`,
  nama: `Langkah ${nomor}`,
  aktivitas: `Melakukan <i>reset</i> langkah ${nomor}`,
  persyaratan: "",
  waktu: "30 menit",
  output: "",
  keterangan: "",
});

export interface Kit {
  readonly spse: FakeSpse;
  readonly epesan: FakeEpesan;
  readonly deps: Deps;
  readonly log: () => string;
  /** The lock of the task: losing it aborts the signal of every context made before, and calls off every attempt under way. */
  readonly lock: { lose(): void };
  /** What `deps.now` answers; set it to move on. */
  readonly clock: { now: Date };
  /** The run of every step that is asked for; set it to move its start, its due date, its holder. */
  readonly berjalan: { -readonly [k in keyof LangkahBerjalan]: LangkahBerjalan[k] };
  /** The due dates that were set. */
  readonly disetel: readonly (TenggatBaru & { readonly eksekusi: string })[];
  /** Runs a topic on these variables as the runtime does; answers what that would tell the engine. */
  attempt(
    topic: Topic<Deps>,
    variables: Record<string, unknown>,
    task?: Partial<TopicContext["task"]>,
  ): Promise<Outcome>;
  /** The context of an attempt; the same instance and task unless told otherwise. */
  context(task?: Partial<TopicContext["task"]>, deps?: Partial<Deps>): TopicContext;
}

/** For topics that need no database; whoever uses it all the same is told so. */
const noDatabase = new Proxy({} as Db, {
  get() {
    throw new Error("this test has no database: give createKit one of startTestDatabase()");
  },
});

const kalender = await muatKalender("bpmn/kalender");

/** A new request's surroundings; the clock stands at 23 November 2026, 09.00 WIB. */
export function createKit(db: Db = noDatabase): Kit {
  const spse = fakeSpse();
  const epesan = fakeEpesan();
  const { logger, teks } = fakeLogger();
  const instans = randomUUID();
  let control = new AbortController();
  const clock = { now: new Date("2026-11-23T02:00:00Z") };
  // Began at 08.30, due at 09.00: the kit's clock stands at its end.
  const berjalan: { -readonly [k in keyof LangkahBerjalan]: LangkahBerjalan[k] } = {
    id: "putaran-1",
    eksekusi: "eksekusi-1",
    mulai: Date.parse("2026-11-23T01:30:00Z"),
    selesai: null,
    tenggat: Date.parse("2026-11-23T02:00:00Z"),
    pengingat: Date.parse("2026-11-23T01:54:00Z"),
    perpanjangan: 0,
    pemegang: null,
  };
  const disetel: (TenggatBaru & { eksekusi: string })[] = [];
  const deps: Deps = {
    db,
    adapters: { spse, epesan },
    kunci: [{ id: "k1", rahasia: "kunci rahasia untuk pengujian" }],
    surat: createPenyediaTemplat(db, pencetakSurat()),
    arsip: { simpanTahun: 5 },
    organisasi: readOrganisasi("bpmn/organisasi.json"),
    kalender,
    direktori: {
      penerima: async (grup) =>
        ({
          "kepala-ukpbj": ["hendra@x.go.id"],
          "kepala-lpse": ["ratna@x.go.id"],
          "tim-pengelola-lpse": ["andi@x.go.id", "maya@x.go.id"],
        })[grup] ?? [],
      alamat: async (pengguna) => (pengguna === "andi" ? "andi@x.go.id" : undefined),
      langkahBerjalan: async ({ aktivitas }) => (aktivitas === "langkah-9" ? undefined : berjalan),
      setelTenggat: async (eksekusi, baru) => void disetel.push({ eksekusi, ...baru }),
      sop: async () => ({
        judul: "SOP",
        langkah: [
          langkah(1, "satuan-kerja", "Satuan Kerja"),
          langkah(4, "tim-pengelola-lpse", "Tim Pengelola LPSE"),
          langkah(5, "tim-pengelola-lpse", "Tim Pengelola LPSE"),
          langkah(8, "kepala-lpse", "Kepala LPSE"),
          langkah(9, "kepala-ukpbj", "Kepala UKPBJ"),
        ],
      }),
    },
    alamat: "http://localhost:3000",
    now: () => clock.now,
  };
  const info = {
    id: randomUUID(),
    topic: "uji",
    instans,
    aktivitas: "uji",
    definisi: "uji:1",
    nomorPermohonan: "RP-2026-0001",
    retries: null,
  };
  const context: Kit["context"] = (task = {}, lain = {}) => ({
    deps: { ...deps, ...lain },
    task: { ...info, ...task },
    logger,
    signal: control.signal,
  });
  return {
    spse,
    epesan,
    deps,
    log: teks,
    lock: {
      lose() {
        control.abort(new Interrupted("lockLost"));
        control = new AbortController();
      },
    },
    clock,
    berjalan,
    disetel,
    context,
    attempt: (topic, variables, task = {}) =>
      attempt({
        topic,
        variables: () => variables,
        info: { ...info, ...task },
        deps,
        correlationId: "uji",
        logger,
        metrics: { leftRunning: () => {} },
        control,
        timeLimitMs: 60_000,
        random: () => 0.5,
      }),
  };
}

/** An account of a request, and the same as SPSE knows it. */
export function akunUji(ubah: Partial<Akun> = {}): { akun: Akun; akunSpse: AkunSpse } {
  const akun: Akun = {
    id: randomUUID(),
    nama: "Budi Santoso",
    nip: "198503152010011001",
    peran: "PPK",
    epesan: "budi.santoso@kemenperin.go.id",
    ...ubah,
  };
  const akunSpse = {
    userId: akun.userId ?? "BUDI.SANTOSO",
    nip: akun.nip,
    nama: akun.nama,
    peran: akun.peran,
    aktif: true,
  };
  return { akun, akunSpse };
}

export const tidakTersedia = () => new AdapterError("unavailable", "no complete reply within 10000 ms");
export const ditolak = (code: string) => new AdapterError("rejected", `refused ${code}`, { code });

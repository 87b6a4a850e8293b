import { fingerprint, matchesFingerprint } from "../fingerprint.js";
import { createJournal, readLines, readStored } from "../storage.js";
import { Amplop, type PesanBaru } from "./schema.js";

/** An attachment in memory. */
export interface Berkas {
  nama: string;
  tipe: string;
  data: Buffer;
}

/** The part of a message that lives in memory only: it may hold a password. */
export interface Isi {
  isi: string;
  lampiran: Berkas[];
}

/** A message with its content, or with the reason why that is gone. */
export interface Pesan extends Amplop {
  konten: Isi | "dimatikan" | "dibuang";
}

/** The messages of the e-Pesan simulator. */
export interface Mailbox {
  /** Takes a message at most once per key; undefined when the key belongs to another content. */
  receive(pesan: PesanBaru, kunci: string): Promise<{ idPesan: string; baru: boolean } | undefined>;
  /** Messages of one address or of all, the oldest first. */
  list(kepada?: string): Pesan[];
  find(idPesan: string): Pesan | undefined;
  clear(): Promise<void>;
}

/** What the mailbox works with: journal file (unset: memory only), bytes of content kept in memory, clock, ids. */
export interface MailboxDeps {
  file?: string | undefined;
  memoryLimit: number;
  now: () => Date;
  newId: () => string;
}

/** Opens the messages; those of an earlier run come back without content. */
export async function openMailbox(deps: MailboxDeps): Promise<Mailbox> {
  const lines = readLines((await readStored(deps.file)) ?? "");
  const kept = lines.flatMap((line) => Amplop.safeParse(line).data ?? []);
  const byKey = new Map(kept.map((amplop): [string, Pesan] => [amplop.kunci, { ...amplop, konten: "dimatikan" }]));
  const byId = new Map([...byKey.values()].map((pesan) => [pesan.idPesan, pesan]));
  const journal = createJournal(deps.file);
  const memory = createMemory(deps.memoryLimit);
  let written: Promise<void> = Promise.resolve();

  const receive = async (masuk: PesanBaru, kunci: string) => {
    const content = canonical(masuk);
    const earlier = byKey.get(kunci);
    if (earlier && !matchesFingerprint(content, earlier.sidik)) return undefined;
    const pesan =
      earlier ?? accept(masuk, { kunci, sidik: fingerprint(content), idPesan: deps.newId(), now: deps.now() });
    if (!earlier) {
      byKey.set(kunci, pesan);
      byId.set(pesan.idPesan, pesan);
      memory.add(pesan);
      const { konten: _, ...amplop } = pesan;
      written = journal.append(amplop);
    }
    // A repeated request waits too: it must not be told of a message that is not on disk yet.
    await written;
    return { idPesan: pesan.idPesan, baru: !earlier };
  };

  return {
    receive,
    list: (kepada) =>
      [...byId.values()].filter((pesan) => kepada === undefined || pesan.kepada === kepada.toLowerCase()),
    find: (idPesan) => byId.get(idPesan),
    clear: async () => {
      byKey.clear();
      byId.clear();
      memory.clear();
      await journal.clear();
    },
  };
}

function accept(masuk: PesanBaru, p: { kunci: string; sidik: string; idPesan: string; now: Date }): Pesan {
  const lampiran = masuk.lampiran.map(({ nama, tipe, base64 }) => ({
    nama,
    tipe,
    data: Buffer.from(base64, "base64"),
  }));
  return {
    idPesan: p.idPesan,
    kepada: masuk.kepada.toLowerCase(),
    perihal: masuk.perihal,
    kunci: p.kunci,
    sidik: p.sidik,
    diterima: p.now.toISOString(),
    konten: { isi: masuk.isi, lampiran },
  };
}

/** Everything that makes two messages the same one. */
function canonical({ kepada, perihal, isi, lampiran }: PesanBaru): string {
  return JSON.stringify([
    kepada.toLowerCase(),
    perihal,
    isi,
    lampiran.map(({ nama, tipe, base64 }) => [nama, tipe, base64]),
  ]);
}

/** Drops the oldest contents above the limit in bytes, so that a load drive does not fill the machine. */
function createMemory(limit: number): { add(pesan: Pesan): void; clear(): void } {
  let held: Pesan[] = [];
  let bytes = 0;
  return {
    add: (pesan) => {
      held.push(pesan);
      bytes += sizeOf(pesan);
      while (bytes > limit && held.length > 1) {
        const oldest = held.shift();
        if (!oldest) return;
        bytes -= sizeOf(oldest);
        oldest.konten = "dibuang";
      }
    },
    clear: () => {
      held = [];
      bytes = 0;
    },
  };
}

function sizeOf({ konten }: Pesan): number {
  if (typeof konten === "string") return 0;
  return konten.isi.length * 2 + konten.lampiran.reduce((sum, berkas) => sum + berkas.data.length, 0);
}

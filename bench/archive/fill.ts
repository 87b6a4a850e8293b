/** A register of many entries: most of them written in bulk, chained as the product chains them. */
import { randomBytes, randomUUID } from "node:crypto";
import { type CatatanArsip, HASH_AWAL, hashEntri, sha256, teksCatatan } from "../../src/arsip/catatan.js";
import { simpanArsip } from "../../src/arsip/index.js";
import { kolom } from "../../src/arsip/simpan.js";
import type { Db } from "../../src/db/open.js";
import { arsip, arsipIsi } from "../../src/db/schema.js";
import { letter } from "./sample.js";

const AT_ONCE = 200;

/** Writes the entries from 0 on; a copy is `bytes` random bytes, which nothing can compress. */
export async function fill(db: Db, entries: number, bytes: number): Promise<void> {
  let before = HASH_AWAL;
  for (let from = 0; from < entries; from += AT_ONCE) {
    const copies: (typeof arsipIsi.$inferInsert)[] = [];
    const rows: (typeof arsip.$inferInsert)[] = [];
    for (let at = from; at < Math.min(from + AT_ONCE, entries); at++) {
      const copy = randomBytes(bytes);
      const entry = entryOf(at, copy);
      const text = teksCatatan(entry);
      const hash = hashEntri(before, text);
      copies.push({ sha256: entry.sha256, isi: copy });
      rows.push({ ...kolom(entry), sebelum: before, hash, catatan: text });
      before = hash;
    }
    await db.insert(arsipIsi).values(copies);
    await db.insert(arsip).values(rows);
  }
}

function entryOf(at: number, copy: Buffer): CatatanArsip {
  const bahan = letter(at);
  return {
    ...bahan,
    urut: at + 1,
    id: randomUUID(),
    sha256: sha256(copy),
    ukuran: copy.length,
    diarsipkan: `${bahan.tanggalSurat}T03:00:00.000Z`,
  };
}

/** Archives so many more, one after the other as the product does it; the time of each in ms. */
export async function append(db: Db, from: number, count: number, bytes: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = from; at < from + count; at++) {
    const bahan = { ...letter(at), isi: randomBytes(bytes) };
    const began = performance.now();
    await simpanArsip(db, bahan, new Date());
    times.push(performance.now() - began);
  }
  return times;
}

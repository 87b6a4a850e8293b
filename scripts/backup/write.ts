/** Making a backup: one compressed tar file with both databases, its manifest at the end. */
import { createHash } from "node:crypto";
import { createWriteStream, existsSync, openSync, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { codeOf, SystemError } from "../system/error.js";
import { type Cluster, openCluster } from "./cluster.js";
import { FILES, FORMAT, MANIFEST, Manifest, productVersion } from "./manifest.js";
import { type TarMember, writeTar } from "./tar.js";

/** Writes a backup of the running server behind `ownerUrl` (the product's database, as superuser) to the stream. */
export async function writeBackup(ownerUrl: string, out: NodeJS.WritableStream): Promise<Manifest> {
  const migrasi = await countMigrations(ownerUrl);
  const cluster = await openCluster(ownerUrl);
  const made: { manifest?: Manifest } = {};
  try {
    const members = backupMembers(cluster, migrasi, (manifest) => {
      made.manifest = manifest;
    });
    // Level 1: a fresh database shrinks to a tenth all the same, in a third of the time.
    await pipeline(Readable.from(writeTar(members, new Date())), createGzip({ level: 1 }), out);
  } finally {
    await cluster.close();
  }
  if (made.manifest === undefined) throw new SystemError("The backup has no end.");
  return made.manifest;
}

/** As {@link writeBackup} into a new file that only its owner may read; nothing is left of a backup that fails. */
export async function writeBackupFile(ownerUrl: string, file: string): Promise<Manifest> {
  if (existsSync(file)) throw new SystemError(`${file} is there already; a backup never replaces another.`);
  const draft = `${file}.part`;
  const fd = open(draft);
  try {
    const manifest = await writeBackup(ownerUrl, createWriteStream(draft, { fd, flush: true }));
    renameSync(draft, file);
    return manifest;
  } finally {
    rmSync(draft, { force: true });
  }
}

function open(draft: string): number {
  try {
    return openSync(draft, "wx", 0o600);
  } catch (error) {
    if (codeOf(error) === "EEXIST")
      throw new SystemError(`${draft} is there: another backup is under way, or one was killed. Remove it then.`);
    throw new SystemError(`${draft} cannot be written (${codeOf(error) ?? "unknown"}).`);
  }
}

async function* backupMembers(
  cluster: Cluster,
  migrasi: number,
  onManifest: (manifest: Manifest) => void,
): AsyncGenerator<TarMember> {
  const berkas: Manifest["berkas"] = [];
  const hashed = hashing(berkas);
  yield* hashed(cluster.files());
  const { at, files } = await cluster.finish();
  yield* hashed(files);
  const { text, major, machine } = cluster.version;
  const manifest = Manifest.parse({
    produk: "reset-password-spse",
    format: FORMAT,
    versi: productVersion(),
    titik: at.toISOString(),
    postgres: { versi: text, utama: major, mesin: machine },
    migrasi,
    berkas,
  });
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
  yield { path: MANIFEST, kind: "file", size: bytes.length, body: [bytes] };
  onManifest(manifest);
}

/** Passes members on, below FILES, and lists what they held: exactly the bytes that the tar gets. */
const hashing = (list: Manifest["berkas"]) =>
  async function* (members: AsyncIterable<TarMember>): AsyncGenerator<TarMember> {
    for await (const member of members) {
      const path = FILES + member.path;
      if (member.kind === "folder") {
        yield { ...member, path };
        continue;
      }
      const hash = createHash("sha256");
      yield { ...member, path, body: exactly(member, hash) };
      list.push({ jalur: path, ukuran: member.size, sha256: hash.digest("hex") });
    }
  };

async function* exactly({ size, body }: TarMember, hash: { update(bytes: Buffer): unknown }): AsyncGenerator<Buffer> {
  let left = size;
  const pass = (bytes: Buffer): Buffer => {
    hash.update(bytes);
    left -= bytes.length;
    return bytes;
  };
  for await (const chunk of body) if (left > 0) yield pass(chunk.subarray(0, left));
  while (left > 0) yield pass(Buffer.alloc(Math.min(left, 1 << 20)));
}

async function countMigrations(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ n: number }>("select count(*)::int as n from drizzle.__drizzle_migrations");
    return rows[0]?.n ?? 0;
  } catch (error) {
    throw new SystemError(
      `The database cannot be read: ${error instanceof Error ? error.message : "unknown"}. A backup is made of a running system.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

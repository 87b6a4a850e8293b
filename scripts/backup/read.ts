/** Reading a backup: nothing of it counts before every file has been compared with the manifest. */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, mkdirSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { codeOf, SystemError } from "../system/error.js";
import { FILES, MANIFEST, Manifest } from "./manifest.js";
import { readTar, TarError, type TarMember } from "./tar.js";

const PLAIN = /^[\w./-]+$/;

/** Opens a backup's file, or standard input for "-"; throws a SystemError where there is none. */
export async function openBackupFile(file: string): Promise<Readable> {
  if (file === "-") return process.stdin;
  const stream = createReadStream(file);
  try {
    await new Promise((resolve, reject) => stream.once("open", resolve).once("error", reject));
    return stream;
  } catch (error) {
    throw new SystemError(`${file} cannot be read (${codeOf(error) ?? "unknown"}).`);
  }
}

/**
 * Unpacks the database files into a folder and answers the manifest; throws a SystemError where a byte is not as it was
 * backed up. The folder's content is of use only when this has resolved.
 */
export async function unpackBackup(backup: Readable, folder: string): Promise<Manifest> {
  const seen = new Map<string, { ukuran: number; sha256: string }>();
  let text: string | undefined;
  try {
    for await (const member of readTar(unzipped(backup))) {
      if (member.path === MANIFEST) text = await textOf(member);
      else if (member.kind === "folder") mkdirSync(place(folder, member.path), { recursive: true, mode: 0o700 });
      else seen.set(member.path, await unpackFile(member, place(folder, member.path)));
    }
  } catch (error) {
    throw damaged(error);
  }
  return checked(text, seen);
}

async function* unzipped(backup: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  backup.once("error", (error) => gunzip.destroy(error));
  yield* backup.pipe(gunzip);
}

/** A path must stay below the folder, whoever wrote the backup. */
function place(folder: string, path: string): string {
  const inner = path.startsWith(FILES) ? path.slice(FILES.length) : undefined;
  const stays = inner !== undefined && PLAIN.test(inner) && !normalize(inner).startsWith("..");
  if (!stays) throw new TarError(`it holds ${JSON.stringify(path)}`);
  return join(folder, inner);
}

async function unpackFile(member: TarMember, file: string): Promise<{ ukuran: number; sha256: string }> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const hash = createHash("sha256");
  const hashed = async function* () {
    for await (const chunk of member.body) {
      hash.update(chunk);
      yield chunk;
    }
  };
  await pipeline(Readable.from(hashed()), createWriteStream(file, { mode: 0o600, flags: "wx" }));
  return { ukuran: member.size, sha256: hash.digest("hex") };
}

async function textOf({ body }: TarMember): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of body) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

function checked(
  text: string | undefined,
  seen: ReadonlyMap<string, { readonly ukuran: number; readonly sha256: string }>,
): Manifest {
  if (text === undefined) throw new SystemError("This is no backup of this product, or its end is missing.");
  const manifest = Manifest.safeParse(parseJson(text));
  if (!manifest.success) throw new SystemError(`This is no backup of this product: its ${MANIFEST} is not readable.`);
  const { berkas } = manifest.data;
  const wrong = berkas.filter(({ jalur, sha256 }) => seen.get(jalur)?.sha256 !== sha256).map(({ jalur }) => jalur);
  const known = new Set(berkas.map(({ jalur }) => jalur));
  const strange = [...seen.keys()].filter((path) => !known.has(path));
  const [first] = [...wrong, ...strange];
  if (first !== undefined) throw damaged(new TarError(`${first} is not as it was backed up`));
  return manifest.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whatever a damaged file makes fail; a full disk is no damage. */
function damaged(error: unknown): unknown {
  const code = codeOf(error) ?? "";
  if (!(error instanceof TarError) && !/^(Z_|ERR_|EEXIST)/.test(code)) return error;
  const why = error instanceof TarError ? error.message : code;
  return new SystemError(`The backup is damaged: ${why}. Nothing was restored from it; use another one.`);
}

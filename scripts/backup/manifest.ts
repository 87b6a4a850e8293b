/** What a backup says of itself: its last member, `cadangan.json`. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { fromRoot } from "../system/addresses.js";

/** The last member, so that a backup whose end is missing has none. */
export const MANIFEST = "cadangan.json";
/** Below this folder of the backup are the files of PostgreSQL's data folder. */
export const FILES = "postgres/";
/** A backup of any other number is refused, older or newer. */
export const FORMAT = 1;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `berkas` lists every file with its size in bytes and its SHA-256; `utama` is the major version of PostgreSQL. */
export const Manifest = z.object({
  produk: z.literal("reset-password-spse"),
  format: z.number().int(),
  /** Version of the product that made it. */
  versi: z.string(),
  /** The moment that both databases come back to (ISO, by the database server's clock). */
  titik: z.iso.datetime(),
  postgres: z.object({ versi: z.string(), utama: z.number().int(), mesin: z.string() }),
  /** How many of the product's migrations its database has seen. */
  migrasi: z.number().int(),
  berkas: z.array(z.object({ jalur: z.string(), ukuran: z.number().int(), sha256: Sha256 })),
});
export type Manifest = z.infer<typeof Manifest>;

const Package = z.object({ version: z.string() });
const Journal = z.object({ entries: z.array(z.unknown()) });
const json = (file: string): unknown => JSON.parse(readFileSync(fromRoot(file), "utf8"));

/** As package.json has it. */
export const productVersion = (): string => Package.parse(json("package.json")).version;
/** How many migrations this version of the product knows. */
export const knownMigrations = (): number => Journal.parse(json("src/db/migrations/meta/_journal.json")).entries.length;

/** Why this version cannot use the backup, in a sentence; undefined where it can. */
export function objection(
  { format, versi, migrasi, postgres }: Manifest,
  here: { readonly migrations: number; readonly postgres?: number | undefined; readonly machine?: string | undefined },
): string | undefined {
  if (format > FORMAT || migrasi > here.migrations)
    return `It was made by a newer version of this product (${versi}). Install that version, then restore.`;
  if (format < FORMAT)
    return `It was made by version ${versi}, whose backups this one cannot read any more. Restore it with that version, then update.`;
  if (here.postgres !== undefined && postgres.utama !== here.postgres)
    return `Its files are those of PostgreSQL ${postgres.versi}, and here is PostgreSQL ${here.postgres}. Restore it with the version of this product that made it (${versi}).`;
  if (here.machine !== undefined && postgres.mesin !== here.machine)
    return `Its files were made on a machine of another kind (${postgres.mesin}); here is ${here.machine}.`;
  return undefined;
}

/** How large the tables of a database are, indexes and long values included, summed by what they hold. */
import pg from "pg";

/** Bytes by group of tables. */
export type Sizes = Readonly<Record<string, number>>;

/** Which group a table belongs to, the first that fits; tables of no group are counted as "other". */
export type Groups = readonly (readonly [name: string, tables: RegExp])[];

/** Camunda's tables, by the prefixes it gives them. */
export const ENGINE: Groups = [
  ["history", /^act_hi_/],
  // Values too long for a column, of history and of what runs.
  ["long values", /^act_ge_bytearray$/],
  ["running", /^act_ru_/],
];
/** The product's own tables (src/db/schema.ts). */
export const OURS: Groups = [
  ["archive, copies", /^arsip_isi$/],
  ["archive, register", /^(arsip|jangkar_arsip|pemeriksaan_arsip|usul_musnah)$/],
  ["documents", /^dokumen$/],
  ["letters, signatures", /^(draf_surat|tanda_tangan|nomor_urut)/],
  ["audit", /^audit$/],
  ["messages", /^pesan_keluar$/],
];

/** Bytes of each group now; VACUUM FULL first, so that only what is there counts, not what an update left behind. */
export async function sizes(url: string, groups: Groups): Promise<Sizes> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("VACUUM FULL");
    const { rows } = await client.query<{ name: string; bytes: string }>(
      "SELECT relname AS name, pg_total_relation_size(oid) AS bytes FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    );
    const sum = new Map<string, number>();
    for (const { name, bytes } of rows) {
      const group = groups.find(([, tables]) => tables.test(name))?.[0] ?? "other";
      sum.set(group, (sum.get(group) ?? 0) + Number(bytes));
    }
    return Object.fromEntries(sum);
  } finally {
    await client.end();
  }
}

/** What each group grew by per request, in bytes; Pure. */
export const perRequest = (before: Sizes, after: Sizes, requests: number): Sizes =>
  Object.fromEntries(
    Object.entries(after).map(([group, bytes]) => [group, Math.max(0, bytes - (before[group] ?? 0)) / requests]),
  );

import { z } from "zod";

/** Kinds of faults: a status, a reply that never comes, a cut connection, a page instead of JSON, a late reply. */
export const JenisGangguan = z.enum(["500", "503", "429", "gantung", "putus", "sampah", "lambat"]);

/** A fault as asked for; see the fields' descriptions. */
export const Gangguan = z.strictObject({
  jenis: JenisGangguan,
  jalur: z.string().startsWith("/").optional().describe("path it hits, `*` or `{x}` for any one segment; unset: all"),
  untuk: z.string().min(1).optional().describe("only requests with this user ID, NIP or address"),
  kunci: z.string().min(1).optional().describe("only requests whose Idempotency-Key begins with this"),
  mulaiKe: z.int().min(1).default(1).describe("first matching request it hits, counted from 1"),
  kali: z.int().min(1).optional().describe("how many requests it hits; unset: all until removed"),
  retryAfter: z.int().min(0).max(86_400).optional().describe("Retry-After in seconds, for statuses"),
  setelahEfek: z.boolean().default(false).describe("the effect takes place, then the reply fails"),
  tundaMs: z.int().min(0).max(600_000).default(2_000).describe("delay in milliseconds, for `lambat`"),
});
export type Gangguan = z.infer<typeof Gangguan>;

/** A fault with the number of matching requests it has seen and of those it has hit. */
export type GangguanAktif = Gangguan & { dilihat: number; kena: number };

/** The faults a simulator is to suffer. */
export interface Faults {
  add(fault: Gangguan): void;
  list(): GangguanAktif[];
  /** Counts a request and answers the fault that hits it; the oldest wins. `key` is its Idempotency-Key. */
  take(path: string, marks: readonly string[], key?: string): Gangguan | undefined;
  /** Keeps a response without an answer until `clear`. */
  hold(response: { destroy(): unknown }): void;
  /** Removes all faults and cuts the connections that hang. */
  clear(): void;
}

/** Makes an empty set of faults. */
export function createFaults(): Faults {
  let faults: GangguanAktif[] = [];
  const held = new Set<{ destroy(): unknown }>();
  return {
    add: (fault) => void faults.push({ ...fault, dilihat: 0, kena: 0 }),
    list: () => faults.map((fault) => ({ ...fault })),
    take: (path, marks, key = "") => {
      const due = faults.filter((fault) => matches(fault, path, marks, key)).filter(isDue);
      const [first] = due;
      if (first) first.kena += 1;
      return first;
    },
    hold: (response) => void held.add(response),
    clear: () => {
      faults = [];
      for (const response of held) response.destroy();
      held.clear();
    },
  };
}

function matches({ jalur, untuk, kunci }: Gangguan, path: string, marks: readonly string[], key: string): boolean {
  const pathFits = jalur === undefined || pathMatches(jalur, path);
  return pathFits && (untuk === undefined || marks.includes(untuk)) && (kunci === undefined || key.startsWith(kunci));
}

function pathMatches(pattern: string, path: string): boolean {
  const wanted = pattern.split("/");
  const given = path.split("/");
  return wanted.length === given.length && wanted.every((part, i) => /^(\*|\{\w+\})$/.test(part) || part === given[i]);
}

function isDue(fault: GangguanAktif): boolean {
  fault.dilihat += 1;
  return fault.dilihat >= fault.mulaiKe && (fault.kali === undefined || fault.kena < fault.kali);
}

/** Units, superiors and demo accounts, from `bpmn/organisasi.json`: who a lane is, and who is told when time runs out. */
import { readFileSync } from "node:fs";
import { z } from "zod";

const Grup = z.object({ id: z.string(), nama: z.string(), lane: z.string().nullable(), atasan: z.string().nullable() });
const Satker = z.object({
  id: z.string().regex(/^satker-[a-z0-9-]+$/, "must start with satker-"),
  nama: z.string(),
  epesan: z.email(),
  kepala: z.object({ nama: z.string(), epesan: z.email() }),
});
const AkunDemo = z.object({ id: z.string(), nama: z.string(), epesan: z.email(), grup: z.array(z.string()).min(1) });

/**
 * The organisation: `grup` are the lanes and roles, `satker` the units that may ask, `akunDemo` people for trying it;
 * `eskalasiAkhir` is the group that hears, after actor and superior, of a step that is over by a working day or more.
 */
export const Organisasi = z.object({
  grup: z.array(Grup),
  satker: z.array(Satker),
  akunDemo: z.array(AkunDemo),
  eskalasiAkhir: z.string().nullable().default(null),
});
export type Organisasi = z.infer<typeof Organisasi>;

/** The checked contents of the file; throws a sentence that names the file and the wrong field. */
export function readOrganisasi(file: string): Organisasi {
  const parsed = Organisasi.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  throw new Error(`${file} is not a valid organisation file:\n${z.prettifyError(parsed.error)}`);
}

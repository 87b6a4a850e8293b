/** Which group a task of people has by its lane. Pure. */

/** The unit itself asks, not every unit: the lane Satuan Kerja means the group of the request's own Satker. */
const PEMOHON: Readonly<Record<string, string>> = { "satuan-kerja": `\${satker}` };

/** What `camunda:candidateGroups` holds for a lane of this group: the group itself, or an expression. */
export const grupUntukLajur = (grup: string): string => PEMOHON[grup] ?? grup;

/**
 * What the group of a task becomes in a lane of group `baru`, undefined where a person chose it and it stays. `utama`: in
 * the process of this product, whose requests know their Satker.
 */
export function grupPindahan(
  grup: string,
  lama: string,
  baru: string,
  semuaLajur: readonly string[],
  utama = true,
): string | undefined {
  if (!baru || baru === lama) return undefined;
  const untuk = (g: string): string => (utama ? grupUntukLajur(g) : g);
  // No lane before: new, pasted, just out of a sub-process, or with its middle exactly on the line between two lanes.
  const milikLajur = lama ? [lama] : semuaLajur;
  const bawaan = grup === "" || milikLajur.some((l) => l === grup || untuk(l) === grup);
  return bawaan && grup !== untuk(baru) ? untuk(baru) : undefined;
}

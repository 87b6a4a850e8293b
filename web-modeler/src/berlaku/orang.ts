/** Names of process owners and approvers: the API tells ids, people read names. */

let dikenal: Readonly<Record<string, string>> = {};

/** Remembers who is who for this page. */
export function kenalkan(orang: Readonly<Record<string, string>>): void {
  dikenal = orang;
}

/** The name of a person, or the id of somebody who is in neither group any more. */
export const namaOrang = (id: string): string => dikenal[id] ?? id;

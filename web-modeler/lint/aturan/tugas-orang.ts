import { KUNCI_PROSES } from "../../../src/proses/kunci.js";
import type { Aturan } from "../jenis.js";
import { camunda, grupLajur, lajurDari, prosesDari, teks } from "../unsur.js";

const KUNCI = /^embedded:deployment:forms\/(.+)\.html$/;

/**
 * A person's task has a form that exists and goes to the group of its lane. Without a form Tasklist shows its own, which
 * does everywhere but in the process whose answers the gateway checks.
 */
export const tugasOrang: Aturan = {
  nama: "tugas-orang",
  tingkat: "galat",
  sebab:
    "A task without form cannot be answered; one that goes to another group than its lane is shown to people the SOP does not name.",
  periksa(u, lapor, { formulir }) {
    if (u.$type !== "bpmn:UserTask") return;
    const kunci = teks(camunda(u, "formKey"));
    const nama = KUNCI.exec(kunci)?.[1];
    if (!kunci) {
      if (prosesDari(u)?.id === KUNCI_PROSES) lapor(u, "The task has no form.");
    } else if (!nama || !formulir.includes(nama)) lapor(u, 'There is no form "{kunci}".', { kunci });
    const harus = grupLajur(lajurDari(u));
    const grup = teks(camunda(u, "candidateGroups"));
    // An expression narrows the lane at run time: `${satker}` is one unit of Satuan Kerja.
    if (!grup) lapor(u, "The task goes to no group.");
    else if (harus && grup !== harus && !/^\$\{[^}]+\}$/.test(grup))
      lapor(u, 'The task goes to group "{grup}", but its lane is "{harus}".', { grup, harus });
  },
};

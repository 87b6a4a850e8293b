import { isoDariWaktu } from "../../../src/sop/waktu.js";
import type { Aturan, Lapor, Unsur } from "../jenis.js";
import { definisiKejadian, ekstensi, kejadianTepi, pemetaan, teks, unsurDari } from "../unsur.js";

const TIMER = "bpmn:TimerEventDefinition";
const TENGGAT = `\${tenggat}`;
const SIKLUS = `\${sla.siklus(pengingat, tenggat)}`;

/** Every row has a Waktu, and due date, timer and escalation agree with it. */
export const waktuDanTimer: Aturan = {
  nama: "waktu-dan-timer",
  tingkat: "galat",
  sebab: "Waktu is a promise of the SOP; a timer that disagrees breaks it unseen, or escalates a step that is in time.",
  periksa(u, lapor) {
    const [langkah] = ekstensi(u, "sop:Langkah");
    if (!langkah) return;
    const tertulis = teks(langkah.waktu);
    const iso = isoDariWaktu(tertulis);
    if (!tertulis.trim()) return lapor(u, "The SOP row has no Waktu.");
    if (!iso)
      return lapor(u, 'Waktu "{tertulis}" cannot be read; write a number and menit, jam or hari.', { tertulis });
    const harus = `\${sla.tenggat('${iso}')}`;
    const tenggat = teks(pemetaan(u).find((p) => p.name === "tenggat")?.value);
    if (!tenggat) lapor(u, "The SOP row has a Waktu, but no due date is computed from it.");
    else if (tenggat !== harus) lapor(u, "The due date disagrees with Waktu {tertulis}.", { tertulis });
    if (u.$type === "bpmn:UserTask" && teks(u.dueDate) !== TENGGAT)
      lapor(u, "The task does not show the due date of its Waktu.");
    const timer = periksaTimer(u, lapor, tertulis, teks(langkah.nomor));
    const pengingat = teks(pemetaan(u).find((p) => p.name === "pengingat")?.value);
    if (timer && berulang(timer) && pengingat !== `\${sla.pengingat('${iso}')}`)
      lapor(u, "The reminder disagrees with Waktu {tertulis}.", { tertulis });
  },
};

/** Reminds before it tells of the breach; a timer on the due date alone (diagrams before the reminder) does not. */
const berulang = (timer: Unsur): boolean =>
  definisiKejadian(timer, TIMER).some((d) => teks(unsurDari(d.timeCycle)?.body) === SIKLUS);
const sekali = (timer: Unsur): boolean =>
  definisiKejadian(timer, TIMER).some((d) => teks(unsurDari(d.timeDate)?.body) === TENGGAT);

function periksaTimer(u: Unsur, lapor: Lapor, tertulis: string, nomor: string): Unsur | undefined {
  const timer = kejadianTepi(u).find((t) => berulang(t) || sekali(t));
  if (!timer) {
    lapor(u, "No timer watches Waktu {tertulis}.", { tertulis });
    return undefined;
  }
  if (timer.cancelActivity !== false) lapor(timer, "The timer of a Waktu must not interrupt the activity.");
  const sasaran = Array.isArray(timer.outgoing) ? unsurDari(unsurDari(timer.outgoing[0])?.targetRef) : undefined;
  const eskalasi = sasaran && definisiKejadian(sasaran, "bpmn:EscalationEventDefinition")[0];
  const kode = teks(unsurDari(eskalasi?.escalationRef)?.escalationCode);
  if (kode !== `TENGGAT_LANGKAH_${nomor}`)
    lapor(timer, "The timer does not raise the escalation of row {nomor}.", { nomor });
  return timer;
}

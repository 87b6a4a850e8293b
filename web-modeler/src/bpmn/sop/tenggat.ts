/** Finding what belongs to a Waktu on the canvas: timer, its flow, its end event. Pure. */
import { definisiKejadian, teks, unsurDari } from "../../../lint/unsur.js";
import type { Bentuk, Kotak, Titik, Unsur } from "../jenis.js";

const SIKLUS = `\${sla.siklus(pengingat, tenggat)}`;
const TENGGAT = `\${tenggat}`;

/** The timer definition of an event; undefined for any other shape. */
export const definisiTimer = (b: Bentuk): Unsur | undefined =>
  definisiKejadian(b.businessObject, "bpmn:TimerEventDefinition")[0];
/** The escalation definition of an event; undefined for any other shape. */
export const definisiEskalasi = (b: Bentuk): Unsur | undefined =>
  definisiKejadian(b.businessObject, "bpmn:EscalationEventDefinition")[0];

/** The boundary timer that watches an activity's Waktu. */
export const timerTenggat = (kegiatan: Bentuk): Bentuk | undefined =>
  (kegiatan.attachers ?? []).find((a) => {
    const d = definisiTimer(a);
    return teks(unsurDari(d?.timeCycle)?.body) === SIKLUS || teks(unsurDari(d?.timeDate)?.body) === TENGGAT;
  });

/** The end event the timer leads to and nothing else does. */
export function akhirTenggat(timer: Bentuk): Bentuk | undefined {
  const akhir = timer.outgoing?.[0]?.target;
  return akhir && definisiEskalasi(akhir) && akhir.incoming?.length === 1 ? akhir : undefined;
}

const kena = (a: Kotak, b: Kotak): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Middle of a free place for an event at the lower edge of an activity. */
export function tempatTimer(k: Bentuk): Titik {
  const y = k.y + k.height;
  const calon = [20, k.width - 20, k.width / 2].map((dx) => ({ x: k.x + dx, y }));
  const bebas = calon.find(
    (c) =>
      !(k.attachers ?? []).some((a) => Math.abs(a.x + a.width / 2 - c.x) < 38 && Math.abs(a.y + a.height / 2 - y) < 38),
  );
  return bebas ?? { x: k.x + 20, y };
}

/** Middle of a free place for the end event below the timer, among the shapes around it. */
export function tempatAkhir(timer: Bentuk, lain: readonly Bentuk[]): Titik {
  const tengah = { x: timer.x + timer.width / 2, y: timer.y + timer.height / 2 };
  const calon = [65, 100, 140].flatMap((dy) => [0, 60, -60].map((dx) => ({ x: tengah.x + dx, y: tengah.y + dy })));
  const halangan = lain.filter((b) => !/Lane|Participant|Process/.test(b.type) && b !== timer && !("waypoints" in b));
  const bebas = calon.find((c) => {
    const kotak = { x: c.x - 22, y: c.y - 22, width: 44, height: 44 };
    return !halangan.some((h) => kena(kotak, h));
  });
  return bebas ?? { x: tengah.x, y: tengah.y + 65 };
}

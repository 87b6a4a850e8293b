/** Holds a diagram's step to what its row's Waktu means: src/sop/waktu.ts. */
import { expect } from "@jest/globals";
import { extensions, type ModdleElement } from "../../src/sop/moddle.js";
import { polaTenggat } from "../../src/sop/waktu.js";

const ref = (e: ModdleElement | undefined, attribute: string) => e?.[attribute] as ModdleElement | undefined;
const definisi = (e: ModdleElement | undefined) => (e?.eventDefinitions as ModdleElement[] | undefined) ?? [];
const masukan = (e: ModdleElement | undefined) =>
  (e ? extensions(e, "camunda:InputOutput") : []).flatMap((io) => (io.inputParameters as ModdleElement[]) ?? []);

/** Fails where due date, reminder, timer, its flow or its escalation are not as the row's Waktu has them. */
export function periksaPolaTenggat(
  elemen: readonly ModdleElement[],
  { id, nomor, waktu }: { readonly id: string; readonly nomor: number; readonly waktu: string },
): void {
  const cari = (dicari: string) => elemen.find((e) => e.id === dicari);
  const pola = polaTenggat(nomor, waktu);
  const kegiatan = cari(id);
  const parameter = masukan(kegiatan).filter((p) => String(p.name) in pola.inputParameter);
  expect(parameter.map((p) => [p.name, p.value])).toEqual(Object.entries(pola.inputParameter));
  if (kegiatan?.$type === "bpmn:UserTask") expect(kegiatan.dueDate).toBe(pola.dueDate);
  const timer = cari(pola.timer.id);
  expect([ref(timer, "attachedToRef")?.id, timer?.cancelActivity, timer?.name]).toEqual([id, false, waktu]);
  const [siklus, ...lain] = definisi(timer);
  expect([siklus?.$type, siklus?.id, lain]).toEqual(["bpmn:TimerEventDefinition", pola.timer.definisi, []]);
  expect(ref(siklus, "timeCycle")?.body).toBe(pola.timer.timeCycle);
  const alur = cari(pola.alur);
  expect([ref(alur, "sourceRef")?.id, ref(alur, "targetRef")?.id]).toEqual([pola.timer.id, pola.akhir.id]);
  const akhir = cari(pola.akhir.id);
  const [lempar] = definisi(akhir).filter((d) => d.$type === "bpmn:EscalationEventDefinition");
  expect([akhir?.name, lempar?.id]).toEqual([pola.akhir.name, pola.akhir.definisi]);
  expect(ref(lempar, "escalationRef")).toMatchObject(pola.eskalasi);
}

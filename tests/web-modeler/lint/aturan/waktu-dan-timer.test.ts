import { expect, test } from "@jest/globals";
import { diagram, ekstensi, temuan } from "../kit.js";

interface Pilihan {
  readonly waktu?: string;
  readonly durasi?: string;
  readonly timer?: boolean;
  readonly kode?: string;
  /** Duration of the reminder; the timer then is the one that repeats. */
  readonly pengingat?: string;
}
const TENGGAT = `\${tenggat}`;
const langkah = ({
  waktu = "30 menit",
  durasi = "PT30M",
  timer = true,
  kode = "TENGGAT_LANGKAH_4",
  pengingat,
}: Pilihan) =>
  temuan(
    "waktu-dan-timer",
    diagram(
      `<bpmn:userTask id="a" camunda:dueDate="${TENGGAT}">${ekstensi(
        `<sop:langkah nomor="4" aktivitas="x" waktu="${waktu}" /><camunda:inputOutput><camunda:inputParameter name="tenggat">\${sla.tenggat('${durasi}')}</camunda:inputParameter>${pengingat ? `<camunda:inputParameter name="pengingat">\${sla.pengingat('${pengingat}')}</camunda:inputParameter>` : ""}</camunda:inputOutput>`,
      )}</bpmn:userTask>${
        timer
          ? `<bpmn:boundaryEvent id="t" cancelActivity="false" attachedToRef="a"><bpmn:outgoing>f</bpmn:outgoing><bpmn:timerEventDefinition id="td">${pengingat ? `<bpmn:timeCycle xsi:type="bpmn:tFormalExpression">\${sla.siklus(pengingat, tenggat)}</bpmn:timeCycle>` : `<bpmn:timeDate xsi:type="bpmn:tFormalExpression">${TENGGAT}</bpmn:timeDate>`}</bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:sequenceFlow id="f" sourceRef="t" targetRef="z" /><bpmn:endEvent id="z"><bpmn:incoming>f</bpmn:incoming><bpmn:escalationEventDefinition id="zd" escalationRef="e" /></bpmn:endEvent>`
          : ""
      }`,
      { akar: `<bpmn:escalation id="e" name="e" escalationCode="${kode}" />` },
    ),
  );

test("a Waktu in minutes, hours or days agrees with its due date and timer", async () => {
  expect(await langkah({})).toEqual([]);
  expect(await langkah({ waktu: "2 jam", durasi: "PT2H" })).toEqual([]);
  expect(await langkah({ waktu: "1 hari", durasi: "P1D" })).toEqual([]);
});

test("a row without Waktu, or with one nobody can read, is an error", async () => {
  expect(await langkah({ waktu: "" })).toEqual([["a", "Baris SOP belum berisi Waktu."]]);
  expect(await langkah({ waktu: "setengah hari" })).toEqual([
    ["a", "Waktu “setengah hari” tidak terbaca; tulis angka dan menit, jam, atau hari."],
  ]);
});

test("a due date of another length is an error", async () => {
  expect(await langkah({ waktu: "45 menit" })).toEqual([["a", "Tenggat tidak sesuai dengan Waktu 45 menit."]]);
});

test("a row without timer, or with the escalation of another row, is an error", async () => {
  expect(await langkah({ timer: false })).toEqual([["a", "Tidak ada pengatur waktu yang mengawasi Waktu 30 menit."]]);
  expect(await langkah({ kode: "TENGGAT_LANGKAH_5" })).toEqual([
    ["t", "Pengatur waktu tidak meneruskan ke eskalasi baris 4."],
  ]);
});

test("the timer that repeats needs a reminder of the same Waktu", async () => {
  expect(await langkah({ pengingat: "PT30M" })).toEqual([]);
  expect(await langkah({ pengingat: "PT45M" })).toEqual([["a", "Pengingat tidak sesuai dengan Waktu 30 menit."]]);
});

import { describe, expect, test } from "@jest/globals";
import { muatKalender } from "../../../src/calendar/load.js";
import { type Engine, EngineError } from "../../../src/engine/client.js";
import { createSla } from "../../../src/sla/layanan.js";

const ADA = "instans-milik-keuangan";
const kalender = await muatKalender("bpmn/kalender");

/** An engine that knows one request of another Satker, and writes down what it is asked. */
function mesin() {
  const ditanya: string[] = [];
  const variabel = { nomorPermohonan: "RP-2026-0001", satker: "satker-biro-keuangan", namaSatker: "Biro Keuangan" };
  const instans = {
    id: ADA,
    businessKey: "RP-2026-0001",
    processDefinitionId: "reset-password-spse:1:abc",
    processDefinitionKey: "reset-password-spse",
    startTime: "2026-11-23T09:00:00.000+0700",
  };
  const jawab = (path: string, body: unknown): unknown => {
    if (path === `/history/process-instance/${ADA}`) return instans;
    if (path.startsWith("/history/process-instance/"))
      throw new EngineError(404, "InvalidRequestException", "no such instance");
    if (path !== "/history/variable-instance") throw new Error(`not expected: ${path}`);
    if (!JSON.stringify(body).includes(ADA)) return [];
    return Object.entries(variabel).map(([name, value]) => ({
      id: name,
      name,
      value,
      type: "String",
      processInstanceId: ADA,
      activityInstanceId: ADA,
    }));
  };
  const engine = {
    async call(
      method: string,
      path: string,
      { body, schema }: { body?: unknown; schema: { parse(x: unknown): unknown } },
    ) {
      ditanya.push(`${method} ${path}`);
      return schema.parse(jawab(path, body));
    },
  } as unknown as Engine;
  return { engine, ditanya };
}

describe("the time line of another Satker's request", () => {
  test("is refused with the same questions to the engine as that of none, however often it is asked for", async () => {
    const { engine, ditanya } = mesin();
    const sop = async () => {
      throw new Error("not for this person");
    };
    const jam = () => new Date("2026-11-23T03:00:00Z");
    const sla = createSla({ engine, kalender, jam, sop, gagal: () => undefined });
    const tanya = async (id: string) => {
      ditanya.length = 0;
      expect(await sla.instans(["satker-pusdatin"], id)).toBeUndefined();
      return ditanya.map((satu) => satu.replace(id, "ID")).toSorted();
    };
    const pertama = await tanya(ADA);
    expect(pertama).toHaveLength(2);
    expect(await tanya(ADA)).toEqual(pertama);
    expect(await tanya("instans-yang-tiada")).toEqual(pertama);
  });
});

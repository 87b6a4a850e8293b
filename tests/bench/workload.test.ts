import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { BpmnModdle } from "bpmn-moddle";
import { diagramOf, inRun, noop, processKey, REAL_TOPICS, real } from "../../bench/workload.js";
import { topics } from "../../workers/registry.js";

const topicsIn = (xml: string) => [...xml.matchAll(/camunda:topic="([^"]+)"/g)].map(([, topic]) => topic);

describe("the bench's workloads", () => {
  it("has as many no-op steps as asked for, one after another", async () => {
    const xml = diagramOf(noop(4), "lari1");
    expect(topicsIn(xml)).toEqual(["noop-1-lari1", "noop-2-lari1", "noop-3-lari1", "noop-4-lari1"]);
    const flows = [...xml.matchAll(/sourceRef="([^"]+)" targetRef="([^"]+)"/g)].map(([, from, to]) => `${from}>${to}`);
    expect(flows).toEqual([
      "mulai>langkah-1",
      "langkah-1>langkah-2",
      "langkah-2>langkah-3",
      "langkah-3>langkah-4",
      "langkah-4>selesai",
    ]);
  });

  it("takes the product's topics in the order of its diagram", () => {
    const known = topics.map(({ topic }) => topic);
    expect(known).toEqual(expect.arrayContaining([...REAL_TOPICS]));
    const inProduct = topicsIn(readFileSync("bpmn/reset-password-spse.bpmn", "utf8"));
    expect(inProduct.filter((topic) => REAL_TOPICS.some((one) => one === topic))).toEqual([...REAL_TOPICS]);
  });

  it("shares no topic between runs", () => {
    const [one, other] = ["lari1", "lari2"].map((run) => real.topics.map((topic) => inRun(topic, run)));
    expect(one?.filter((topic) => other?.includes(topic))).toEqual([]);
  });

  it("draws diagrams that are BPMN", async () => {
    for (const workload of [noop(1), noop(20), real]) {
      const { rootElement, warnings } = await new BpmnModdle().fromXML(diagramOf(workload, "lari1"));
      expect(warnings).toEqual([]);
      expect(rootElement).toMatchObject({ rootElements: [{ id: processKey(workload) }] });
    }
  });

  it("gives the real steps the due date and the timer that the product's steps have", () => {
    const xml = diagramOf(real, "lari1");
    expect(xml.match(/\$\{sla\.tenggat\('PT30M'\)\}/g)).toHaveLength(5);
    expect(xml.match(/<bpmn:timeCycle>\$\{sla\.siklus\(pengingat, tenggat\)\}<\/bpmn:timeCycle>/g)).toHaveLength(5);
    expect(xml.match(/hasil_/g)).toHaveLength(1);
  });
});

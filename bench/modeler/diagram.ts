/** A diagram of any size: for `npm run bench:modeler`. */

const PER_ROW = 25;
const NAMESPACES = Object.entries({
  bpmn: "http://www.omg.org/spec/BPMN/20100524/MODEL",
  bpmndi: "http://www.omg.org/spec/BPMN/20100524/DI",
  dc: "http://www.omg.org/spec/DD/20100524/DC",
  di: "http://www.omg.org/spec/DD/20100524/DI",
}).map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`);
const SIZES = { startEvent: [36, 36], endEvent: [36, 36], exclusiveGateway: [50, 50], userTask: [100, 80] } as const;

/** BPMN XML of a chain of tasks and gateways in rows: `count` elements u0, u1, …, flows not counted. */
export function chain(count: number): string {
  const numbers = Array.from({ length: count }, (_, i) => i);
  const flows = numbers.slice(1);
  const typeOf = (i: number): keyof typeof SIZES =>
    i === 0 ? "startEvent" : i === count - 1 ? "endEvent" : i % 5 === 0 ? "exclusiveGateway" : "userTask";
  const elements = numbers.map((i) => {
    const incoming = i > 0 ? `<bpmn:incoming>f${i}</bpmn:incoming>` : "";
    const outgoing = i < count - 1 ? `<bpmn:outgoing>f${i + 1}</bpmn:outgoing>` : "";
    return `<bpmn:${typeOf(i)} id="u${i}" name="Unsur ${i}">${incoming}${outgoing}</bpmn:${typeOf(i)}>`;
  });
  const sequence = flows.map((i) => `<bpmn:sequenceFlow id="f${i}" sourceRef="u${i - 1}" targetRef="u${i}" />`);
  const shapes = numbers.map((i) => {
    const [width, height] = SIZES[typeOf(i)];
    const { x, y } = place(i);
    return `<bpmndi:BPMNShape id="u${i}_di" bpmnElement="u${i}"><dc:Bounds x="${x}" y="${y - height / 2}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
  });
  const edges = flows.map((i) => {
    const [from, to] = [place(i - 1), place(i)];
    return `<bpmndi:BPMNEdge id="f${i}_di" bpmnElement="f${i}"><di:waypoint x="${from.x + 100}" y="${from.y}" /><di:waypoint x="${to.x}" y="${to.y}" /></bpmndi:BPMNEdge>`;
  });
  return [
    `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions ${NAMESPACES.join(" ")} id="d" targetNamespace="x">`,
    `<bpmn:process id="p">${elements.join("")}${sequence.join("")}</bpmn:process>`,
    `<bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="pl" bpmnElement="p">${shapes.join("")}${edges.join("")}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
    "</bpmn:definitions>",
  ].join("");
}

/** Left edge and middle height of the i-th element. */
const place = (i: number) => ({ x: 160 + (i % PER_ROW) * 160, y: 100 + Math.floor(i / PER_ROW) * 140 });

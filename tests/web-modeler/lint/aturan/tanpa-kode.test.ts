import { expect, test } from "@jest/globals";
import { diagram, ekstensi, temuan } from "../kit.js";

const periksa = async (isi: string) => (await temuan("tanpa-kode", diagram(isi))).map(([id]) => id);

test("expressions of the engine and topics are no code", async () => {
  const pendengar = ekstensi(`<camunda:executionListener expression="\${execution.setVariable(1)}" event="end" />`);
  expect(
    await periksa(`<bpmn:serviceTask id="a" camunda:type="external" camunda:topic="x">${pendengar}</bpmn:serviceTask>`),
  ).toEqual([]);
});

test("scripts, classes and delegates are found wherever they hide", async () => {
  expect(
    await periksa(`<bpmn:scriptTask id="a" scriptFormat="javascript" />
      <bpmn:serviceTask id="b" camunda:class="jahat.Kelas" />
      <bpmn:serviceTask id="c" camunda:delegateExpression="\${jahat}" />
      <bpmn:task id="d">${ekstensi('<camunda:executionListener event="start"><camunda:script scriptFormat="groovy">x</camunda:script></camunda:executionListener>')}</bpmn:task>
      <bpmn:task id="e">${ekstensi('<camunda:inputOutput><camunda:inputParameter name="x"><camunda:script scriptFormat="groovy">x</camunda:script></camunda:inputParameter></camunda:inputOutput>')}</bpmn:task>
      <bpmn:sequenceFlow id="f" sourceRef="d" targetRef="e"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="groovy">x</bpmn:conditionExpression></bpmn:sequenceFlow>`),
  ).toEqual(["a", "b", "c", "d", "e", "f"]);
});

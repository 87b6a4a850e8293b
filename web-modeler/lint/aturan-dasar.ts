/** The rules of others: bpmnlint recommended, and what its Camunda plugin knows of Camunda 7. */
import adHocSubProcess from "bpmnlint/rules/ad-hoc-sub-process.js";
import conditionalFlows from "bpmnlint/rules/conditional-flows.js";
import endEventRequired from "bpmnlint/rules/end-event-required.js";
import eventBasedGateway from "bpmnlint/rules/event-based-gateway.js";
import eventSubProcessTypedStartEvent from "bpmnlint/rules/event-sub-process-typed-start-event.js";
import fakeJoin from "bpmnlint/rules/fake-join.js";
import global from "bpmnlint/rules/global.js";
import labelRequired from "bpmnlint/rules/label-required.js";
import linkEvent from "bpmnlint/rules/link-event.js";
import noBpmndi from "bpmnlint/rules/no-bpmndi.js";
import noComplexGateway from "bpmnlint/rules/no-complex-gateway.js";
import noDisconnected from "bpmnlint/rules/no-disconnected.js";
import noDuplicateSequenceFlows from "bpmnlint/rules/no-duplicate-sequence-flows.js";
import noGatewayJoinFork from "bpmnlint/rules/no-gateway-join-fork.js";
import noImplicitEnd from "bpmnlint/rules/no-implicit-end.js";
import noImplicitSplit from "bpmnlint/rules/no-implicit-split.js";
import noImplicitStart from "bpmnlint/rules/no-implicit-start.js";
import noInclusiveGateway from "bpmnlint/rules/no-inclusive-gateway.js";
import noOverlappingElements from "bpmnlint/rules/no-overlapping-elements.js";
import singleBlankStartEvent from "bpmnlint/rules/single-blank-start-event.js";
import singleEventDefinition from "bpmnlint/rules/single-event-definition.js";
import startEventRequired from "bpmnlint/rules/start-event-required.js";
import subProcessBlankStartEvent from "bpmnlint/rules/sub-process-blank-start-event.js";
import superfluousGateway from "bpmnlint/rules/superfluous-gateway.js";
import superfluousLabel from "bpmnlint/rules/superfluous-label.js";
import superfluousTermination from "bpmnlint/rules/superfluous-termination.js";
import historyTimeToLive from "bpmnlint-plugin-camunda-compat/rules/camunda-platform/history-time-to-live.js";

type Tingkat = "error" | "warn";
type Buat = typeof adHocSubProcess;

/** Rule factories by name, with their level in bpmnlint's recommended set. */
export const aturanDasar: Readonly<Record<string, readonly [Tingkat, Buat, unknown?]>> = {
  "ad-hoc-sub-process": ["error", adHocSubProcess],
  "conditional-flows": ["error", conditionalFlows],
  "end-event-required": ["error", endEventRequired],
  "event-based-gateway": ["error", eventBasedGateway],
  "event-sub-process-typed-start-event": ["error", eventSubProcessTypedStartEvent],
  "fake-join": ["warn", fakeJoin],
  global: ["warn", global],
  "label-required": ["error", labelRequired],
  "link-event": ["error", linkEvent],
  "no-bpmndi": ["error", noBpmndi],
  "no-complex-gateway": ["error", noComplexGateway],
  "no-disconnected": ["error", noDisconnected],
  "no-duplicate-sequence-flows": ["error", noDuplicateSequenceFlows],
  "no-gateway-join-fork": ["error", noGatewayJoinFork],
  "no-implicit-split": ["error", noImplicitSplit],
  "no-implicit-end": ["error", noImplicitEnd],
  "no-implicit-start": ["error", noImplicitStart],
  "no-inclusive-gateway": ["warn", noInclusiveGateway],
  "no-overlapping-elements": ["warn", noOverlappingElements],
  "single-blank-start-event": ["error", singleBlankStartEvent],
  "single-event-definition": ["error", singleEventDefinition],
  "start-event-required": ["error", startEventRequired],
  "sub-process-blank-start-event": ["error", subProcessBlankStartEvent],
  "superfluous-gateway": ["warn", superfluousGateway],
  "superfluous-label": ["warn", superfluousLabel],
  "superfluous-termination": ["warn", superfluousTermination],
  "camunda-compat/history-time-to-live": [
    "error",
    historyTimeToLive,
    { platform: "camunda-platform", version: "7.24" },
  ],
};

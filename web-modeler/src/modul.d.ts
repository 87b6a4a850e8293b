/** Packages without types: what of them is used here. */
type ModulDiagram = Readonly<Record<string, unknown>>;
declare module "bpmn-js-properties-panel" {
  export const BpmnPropertiesPanelModule: ModulDiagram;
  export const BpmnPropertiesProviderModule: ModulDiagram;
  export const CamundaPlatformPropertiesProviderModule: ModulDiagram;
  export function useService(nama: string): unknown;
}
declare module "@bpmn-io/properties-panel" {
  type Komponen = (sifat: never) => unknown;
  export const TextFieldEntry: Komponen;
  export const TextAreaEntry: Komponen;
  export const SelectEntry: Komponen;
  export const NumberFieldEntry: Komponen;
  export const Group: Komponen;
  export const isTextFieldEntryEdited: (simpul: unknown) => boolean;
  export const isTextAreaEntryEdited: (simpul: unknown) => boolean;
  export const isSelectEntryEdited: (simpul: unknown) => boolean;
}
declare module "@bpmn-io/properties-panel/preact" {
  export function h(komponen: unknown, sifat: unknown, ...anak: unknown[]): unknown;
}
declare module "bpmn-js-bpmnlint" {
  const modul: ModulDiagram;
  export default modul;
}
declare module "camunda-bpmn-js-behaviors/lib/camunda-platform" {
  const modul: ModulDiagram;
  export default modul;
}
declare module "bpmn-js-color-picker" {
  const modul: ModulDiagram;
  export default modul;
}
declare module "diagram-js-minimap" {
  const modul: ModulDiagram;
  export default modul;
}
declare module "bpmn-js-token-simulation" {
  const modul: ModulDiagram;
  export default modul;
}
declare module "bpmn-js-token-simulation/lib/viewer" {
  const modul: ModulDiagram;
  export default modul;
}
declare module "bpmn-js-element-templates" {
  export const ElementTemplatesPropertiesProviderModule: ModulDiagram;
}
declare module "diagram-js/lib/command/CommandInterceptor" {
  export default class CommandInterceptor {
    constructor(eventBus: unknown);
    preExecute(perintah: string | string[], prioritas: number, kerja: (e: { context: unknown }) => void): void;
    postExecuted(perintah: string | string[], kerja: (e: { context: unknown }) => void): void;
  }
}

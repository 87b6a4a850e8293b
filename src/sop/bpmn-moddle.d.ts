/** bpmn-moddle ships its types apart from its code; this is the part used here. */
declare module "bpmn-moddle" {
  export interface ModdleElement {
    readonly $type: string;
    readonly id?: string;
    readonly name?: string;
    readonly extensionElements?: { readonly values?: ModdleElement[] };
    /** Sets an attribute; undefined takes it away. */
    set(name: string, value: unknown): void;
    // Moddle elements carry the attributes of their type; readers narrow each with zod.
    readonly [attribute: string]: unknown;
  }
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: { message: string }[] }>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}

/** bpmn-js-differ ships no types; this is the part used here. */
declare module "bpmn-js-differ" {
  import type { ModdleElement } from "bpmn-moddle";

  type PerId = Readonly<Record<string, ModdleElement>>;
  export interface Perbedaan {
    readonly _added: PerId;
    readonly _removed: PerId;
    readonly _layoutChanged: PerId;
    readonly _changed: Readonly<Record<string, { readonly model: ModdleElement }>>;
  }
  export function diff(lama: ModdleElement, baru: ModdleElement): Perbedaan;
}

/** Keys that bpmn-js has no binding for; they work like its own, while the canvas has the focus. */
import type { Blok } from "./blok/blok.js";

interface Papan {
  addListener(dengar: (konteks: { keyEvent: KeyboardEvent }) => true | undefined): void;
  isKey(tombol: readonly string[], e: KeyboardEvent): boolean;
  isCmd(e: KeyboardEvent): boolean;
  hasModifier(e: KeyboardEvent): boolean;
}

class Pintasan {
  static $inject = ["keyboard", "blok", "canvas"];
  constructor(papan: Papan, blok: Blok, kanvas: { zoom(skala: string, pusat: string): void }) {
    papan.addListener(({ keyEvent: e }) => {
      if (papan.isKey(["b", "B"], e) && !papan.hasModifier(e)) {
        blok.buka();
        return true;
      }
      if (papan.isKey(["9"], e) && papan.isCmd(e)) {
        kanvas.zoom("fit-viewport", "auto");
        return true;
      }
      return undefined;
    });
  }
}

/** For `additionalModules` of bpmn-js: B opens the building blocks, Ctrl+9 shows the whole diagram. */
export const modulPintasan = { __init__: ["pintasan"], pintasan: ["type", Pintasan] };

import { en } from "./en.js";
import { id, type Teks } from "./id.js";

export type { Teks } from "./id.js";
/** What Cockpit can show and this plugin has texts for. */
export type Bahasa = "id" | "en";

/** The language that Cockpit shows: its config.js writes the choice to the page's `lang`. */
export const bahasa = (): Bahasa => (document.documentElement.lang === "en" ? "en" : "id");

/** The texts in Cockpit's language. */
export const teks = (): Teks => (bahasa() === "en" ? en : id);

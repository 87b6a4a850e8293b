/** bpmn-js asks this service for every text it shows. */
import { t } from "../bahasa/bahasa.js";

/** For `additionalModules` of bpmn-js, whose own `translate` knows English only. */
export const modulTerjemah = { translate: ["value", t] };

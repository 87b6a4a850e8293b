/** bpmn-js asks this service for every text it shows. */
import { t } from "../bahasa/bahasa.js";

export const modulTerjemah = { translate: ["value", t] };

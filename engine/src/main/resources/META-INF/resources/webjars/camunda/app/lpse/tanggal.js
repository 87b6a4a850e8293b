// Cockpit writes instants as 2026-11-23T13:03:56 whatever its language, and has no setting for it. Loaded as one of its
// custom scripts, that is after its module is defined and before it starts.
import { bahasa } from "./bahasa.js";

if (bahasa === "id") {
  window.angular
    ?.module("cam.cockpit")
    .config(["camDateFormatProvider", (format) => format.setDateFormat("D MMM YYYY, LTS", "normal")]);
}

export default [];

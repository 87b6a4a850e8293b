import { app, locales } from "../../lpse/bahasa.js";

export default {
  app: app("Cockpit"),
  locales,
  disableWelcomeMessage: true,
  // The SLA plug-in is served by the gateway, beside /camunda: /cockpit/sla.js.
  customScripts: ["../lpse/terjemahan.js", "../lpse/tanggal.js", "../../../cockpit/sla.js"],
};

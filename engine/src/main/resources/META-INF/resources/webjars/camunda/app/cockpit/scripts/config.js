import { app, locales } from "../../lpse/bahasa.js";

export default {
  app: app("Cockpit"),
  locales,
  disableWelcomeMessage: true,
  customScripts: ["../lpse/tanggal.js"],
};

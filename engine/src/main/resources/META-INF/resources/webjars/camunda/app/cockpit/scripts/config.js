import { app, locales } from "../../lpse/bahasa.js";

export default {
  app: app("Cockpit"),
  locales,
  disableWelcomeMessage: true,
};

import { app, locales } from "../../lpse/bahasa.js";

export default {
  app: app("Admin"),
  locales,
  disableWelcomeMessage: true,
  customScripts: ["../lpse/terjemahan.js"],
};

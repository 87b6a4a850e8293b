import { app, locales } from "../../lpse/bahasa.js";

export default {
  app: app(),
  locales,
  disableWelcomeMessage: true,
  customScripts: ["../lpse/terjemahan.js"],
};

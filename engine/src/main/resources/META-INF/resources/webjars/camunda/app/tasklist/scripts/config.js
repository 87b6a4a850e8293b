import { app, bahasa, locales } from "../../lpse/bahasa.js";

const pintasan = (key, indonesia, english) => ({ key, description: bahasa === "en" ? english : indonesia });

export default {
  app: app(),
  locales,
  disableWelcomeMessage: true,
  customScripts: ["../lpse/terjemahan.js"],
  shortcuts: {
    claimTask: pintasan("ctrl+alt+c", "klaim tugas yang dipilih", "claims the currently selected task"),
    focusFilter: pintasan("ctrl+shift+f", "ke filter pertama", "goes to the first filter"),
    focusList: pintasan("ctrl+alt+l", "ke tugas pertama pada daftar", "goes to the first task in the list"),
    focusForm: pintasan("ctrl+alt+f", "ke isian pertama formulir", "goes to the first field of the form"),
    startProcess: pintasan("ctrl+alt+p", "buka pilihan mulai proses", "opens the dialog that starts a process"),
  },
};

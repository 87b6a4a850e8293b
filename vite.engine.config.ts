import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** Builds the working calendar as one plain script for the engine's GraalJS: `dist/engine/kalender.js`. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "dist/engine",
    emptyOutDir: false,
    target: "es2022",
    // Readable on purpose: the engine shows the script's own stack when a calculation fails.
    minify: false,
    lib: {
      entry: fileURLToPath(new URL("src/calendar/engine.ts", import.meta.url)),
      formats: ["iife"],
      name: "kalenderMesin",
      fileName: () => "kalender.js",
    },
  },
});

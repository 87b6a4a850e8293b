import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** Builds the Cockpit plug-in into `dist/web/cockpit`; by itself, so that it does not carry what only our pages need. */
export default defineConfig({
  base: "/cockpit/",
  publicDir: false,
  build: {
    outDir: "dist/web/cockpit",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    rolldownOptions: {
      input: { sla: fileURLToPath(new URL("cockpit/plugin.ts", import.meta.url)) },
      preserveEntrySignatures: "exports-only",
      output: {
        // Cockpit's config.js names this file.
        entryFileNames: "[name].js",
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
});

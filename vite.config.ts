import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const sini = (jalur: string) => fileURLToPath(new URL(jalur, import.meta.url));

/** Pages by the folder they are served from. */
const halaman = {
  "": "src/web/beranda/index.html",
  "arsip/": "src/web/arsip/index.html",
  "audit/": "src/web/audit/index.html",
  "dokumen/": "src/web/dokumen/index.html",
  "modeler/": "web-modeler/index.html",
  "modeler/berlaku/": "web-modeler/src/berlaku/index.html",
  "surat/nomor/": "src/web/surat/nomor/index.html",
  "surat/templat/": "src/web/surat/templat/index.html",
  "verifikasi/": "src/web/verifikasi/index.html",
} as const;

/** Vite writes a page where its source lies; here every page goes to the folder that its address names. */
const letakkanHalaman = (): Plugin => ({
  name: "letakkan-halaman",
  enforce: "post",
  generateBundle(_, berkas) {
    for (const [folder, asal] of Object.entries(halaman)) {
      const isi = berkas[asal];
      if (isi?.type !== "asset") throw new Error(`the build made no ${asal}`);
      delete berkas[asal];
      this.emitFile({ type: "asset", fileName: `${folder}index.html`, source: isi.source });
    }
  },
});

/** What pdf.js fetches by name while it draws: character maps, the standard fonts, decoders. */
const bekalPdf = (): Plugin => ({
  name: "bekal-pdf",
  generateBundle() {
    const paket = dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));
    for (const folder of ["cmaps", "standard_fonts", "wasm"]) {
      for (const nama of readdirSync(join(paket, folder)).filter((n) => !n.endsWith(".wasm"))) {
        this.emitFile({
          type: "asset",
          fileName: `pdfjs/${folder}/${nama}`,
          source: readFileSync(join(paket, folder, nama)),
        });
      }
    }
  },
});

/** The code editors of the properties panel: see web-modeler/src/pengganti/tanpa-feel.ts. */
const tanpaFeel = [
  {
    find: /^@bpmn-io\/(feel|feelers)-editor$|^@codemirror\/(view|state|language|autocomplete|commands|lang-json|lint)$/,
    replacement: sini("web-modeler/src/pengganti/tanpa-feel.ts"),
  },
];

/** Builds what the browser runs into `dist/web`: pages, and the forms' helper under the fixed name `formulir/formulir.js`. */
export default defineConfig({
  base: "/",
  publicDir: false,
  plugins: [letakkanHalaman(), bekalPdf()],
  resolve: { alias: tanpaFeel },
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    rolldownOptions: {
      input: {
        beranda: sini(halaman[""]),
        arsip: sini(halaman["arsip/"]),
        audit: sini(halaman["audit/"]),
        dokumen: sini(halaman["dokumen/"]),
        modeler: sini(halaman["modeler/"]),
        berlaku: sini(halaman["modeler/berlaku/"]),
        nomorSurat: sini(halaman["surat/nomor/"]),
        templatSurat: sini(halaman["surat/templat/"]),
        verifikasi: sini(halaman["verifikasi/"]),
        formulir: sini("src/web/formulir/formulir.ts"),
      },
      preserveEntrySignatures: "exports-only",
      output: {
        entryFileNames: (potongan) =>
          potongan.name === "formulir" ? "formulir/formulir.js" : "assets/[name]-[hash].js",
        chunkFileNames: "assets/[name]-[hash].js",
        assetFileNames: "assets/[name]-[hash][extname]",
      },
    },
  },
});

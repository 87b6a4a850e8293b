/** The product's own tables (database `permohonan`), room by room; the engine has a database of its own. */
export * from "./schema/arsip.js";
export * from "./schema/catatan.js";
export * from "./schema/dokumen.js";
export * from "./schema/modeler.js";
export * from "./schema/permohonan.js";
export * from "./schema/surat.js";

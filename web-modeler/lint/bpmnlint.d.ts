/** bpmnlint ships CommonJS without types for its rules; this is the part used here. */
declare module "bpmnlint/lib/linter.js" {
  export interface Laporan {
    readonly id?: string;
    readonly message: string;
    readonly category: string;
    readonly [data: string]: unknown;
  }
  export interface Definisi {
    readonly meta?: unknown;
    readonly check: unknown;
  }
  export interface Pemecah {
    resolveRule(paket: string, nama: string): unknown;
    resolveConfig(paket: string, nama: string): unknown;
  }
  export default class Linter {
    constructor(pilihan: { config: { rules: Record<string, unknown> }; resolver: Pemecah });
    lint(definisi: unknown): Promise<Record<string, Laporan[]>>;
  }
}
declare module "bpmnlint/config/recommended.js" {
  const isi: { readonly rules: Readonly<Record<string, string>> };
  export default isi;
}
declare module "bpmnlint/rules/*" {
  const buat: (pilihan?: unknown) => import("bpmnlint/lib/linter.js").Definisi;
  export default buat;
}
declare module "bpmnlint-plugin-camunda-compat/rules/*" {
  const buat: (pilihan?: unknown) => import("bpmnlint/lib/linter.js").Definisi;
  export default buat;
}

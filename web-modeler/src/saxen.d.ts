/** saxen ships no types; this is the part used here. */
declare module "saxen" {
  type Urai = (teks: string) => string;
  export class Parser {
    on(kejadian: "openTag", kerja: (nama: string, sifat: () => Record<string, unknown>, urai: Urai) => void): this;
    on(kejadian: "closeTag", kerja: () => void): this;
    on(kejadian: "text", kerja: (teks: string, urai: Urai) => void): this;
    on(kejadian: "cdata", kerja: (teks: string) => void): this;
    on(kejadian: "error", kerja: (galat: Error) => void): this;
    parse(xml: string): void;
  }
}

/** saxen comes without types; this is the part used here. */
declare module "saxen" {
  type Urai = (teks: string) => string;
  export interface Tag {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
  }
  export class Parser {
    constructor(options: { proxy: true });
    on(peristiwa: "error", kerja: (error: Error) => void): this;
    on(peristiwa: "openTag", kerja: (tag: Tag, urai: Urai) => void): this;
    on(peristiwa: "closeTag", kerja: () => void): this;
    on(peristiwa: "text", kerja: (nilai: string, urai: Urai) => void): this;
    on(peristiwa: "cdata", kerja: (nilai: string) => void): this;
    parse(xml: string): this;
  }
}

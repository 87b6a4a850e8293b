/** The options of all processes as documentation, read off their zod schemas. */
import { z } from "zod";
import { gatewayOptions, simulatorsOptions, systemOptions, workersOptions } from "../../src/config.js";

/** One option: what it means, its default as text (undefined: none), and the processes that read it. */
export interface OptionDoc {
  readonly name: string;
  readonly what: string;
  readonly fallback: string | undefined;
  readonly readBy: readonly string[];
}

// `npm start` comes first: what it leaves unset it sets for the others itself.
const processes = {
  "npm start": systemOptions,
  gateway: gatewayOptions,
  workers: workersOptions,
  simulators: simulatorsOptions,
};

/** Every option once, in the order of src/config.ts; `readBy` is empty for those that all processes read. */
export function optionDocs(): OptionDoc[] {
  const docs = new Map<string, OptionDoc>();
  for (const [process, { shape }] of Object.entries(processes))
    for (const [name, schema] of Object.entries(shape)) {
      const known = docs.get(name);
      const readBy = [...(known?.readBy ?? []), process];
      docs.set(name, known ? { ...known, readBy } : { name, readBy, ...describe(schema) });
    }
  const all = Object.keys(processes).length;
  return [...docs.values()].map((doc) => (doc.readBy.length === all ? { ...doc, readBy: [] } : doc));
}

function describe(schema: z.ZodType): { what: string; fallback: string | undefined } {
  const unset = schema.safeParse(undefined);
  const fallback = unset.success && unset.data !== undefined ? String(unset.data) : undefined;
  return { what: schema.description ?? inner(schema).description ?? "", fallback };
}

const inner = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema;

/** The table of docs/options.md. */
export function optionsTable(docs: readonly OptionDoc[] = optionDocs()): string {
  const rows = docs.map(
    ({ name, what, fallback, readBy }) =>
      `| \`${name}\` | ${fallback === undefined ? "" : `\`${fallback}\``} | ${what} | ${readBy.length === 0 ? "all" : readBy.join(", ")} |`,
  );
  return ["| option | default | what | read by |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** `.env.example`: every option as a comment with its default, ready to be uncommented. */
export function envExample(docs: readonly OptionDoc[] = optionDocs()): string {
  const head =
    "# Options of the product. Copy to .env and uncomment what you change.\n# Generated from src/config.ts by: npm run docs:options\n";
  return [head, ...docs.map(({ name, what, fallback }) => `# ${what}\n# ${name}=${fallback ?? ""}\n`)].join("\n");
}

const MARKED = /(<!-- options:start -->)[\s\S]*(<!-- options:end -->)/;

/** The page with the table between its two markers; throws when it has none. */
export function withTable(page: string, table: string): string {
  if (!MARKED.test(page)) throw new Error("docs/options.md has no <!-- options:start --> … <!-- options:end -->");
  return page.replace(MARKED, (_all, start: string, end: string) => `${start}\n${table}\n${end}`);
}

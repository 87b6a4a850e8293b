/** The command line of `npm run sop`. */
import { parseArgs } from "node:util";
import { FORMAT_SOP, type FormatSop, formatSop } from "../../src/sop/ekspor/index.js";
import { SystemError } from "../system/error.js";

/** Export: from a BPMN file, or from the running engine where a definition is named. */
export interface EksporOptions {
  readonly command: "export";
  readonly format: FormatSop;
  readonly definition: string | undefined;
  readonly version: number | undefined;
  readonly file: string;
  /** Where to write; undefined: a name of its own in the working directory. */
  readonly out: string | undefined;
}

/** Import: a table in a text, CSV, XLSX or DOCX file becomes a BPMN draft. */
export interface ImporOptions {
  readonly command: "import";
  readonly file: string;
  /** Where to write; undefined: the process's key in the working directory. */
  readonly out: string | undefined;
}

type SopOptions = EksporOptions | ImporOptions;

const USAGE = `Usage:
  npm run sop -- export --format ${Object.keys(FORMAT_SOP).join("|")} [--file FILE.bpmn] [--definition KEY [--version N]] [--out FILE]
  npm run sop -- import FILE [--out FILE.bpmn]`;

/** Reads the command line; throws a SystemError with the usage where it is wrong. */
export function readSopOptions(args: readonly string[]): SopOptions {
  const { values, positionals } = parse(args);
  const [command, ...rest] = positionals;
  if (command === "export" && rest.length === 0) return ekspor(values);
  if (command === "import" && rest.length === 1) return { command, file: rest[0] ?? "", out: values.out };
  throw new SystemError(`Say what to do.\n${USAGE}`);
}

type Values = ReturnType<typeof parse>["values"];

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  const options = { format: text, definition: text, version: text, file: text, out: text };
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new SystemError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function ekspor({ format = "", definition, version, file, out }: Values): EksporOptions {
  if (!formatSop(format))
    throw new SystemError(`--format must be one of ${Object.keys(FORMAT_SOP).join(", ")}.\n${USAGE}`);
  if (version !== undefined && definition === undefined)
    throw new SystemError(`--version needs --definition.\n${USAGE}`);
  if (version !== undefined && !/^[1-9]\d*$/.test(version))
    throw new SystemError(`--version must be a whole number above zero, not "${version}".\n${USAGE}`);
  return {
    command: "export",
    format,
    definition,
    version: version === undefined ? undefined : Number(version),
    file: file ?? "bpmn/reset-password-spse.bpmn",
    out,
  };
}

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { parse } from "yaml";

interface Content {
  content?: Record<string, { schema: object }>;
  $ref?: string;
}
interface Parameter {
  name: string;
  in: "query" | "path" | "header";
  required?: boolean;
}
interface Operation {
  name: string;
  template: string;
  at: string;
  parameters: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
}
interface Document {
  paths: Record<string, Record<string, Omit<Operation, "name" | "template" | "at">>>;
  components: { responses: Record<string, Content> };
}

/** One exchange as seen on the wire; header names in lower case. */
export interface Exchange {
  method: string;
  url: string;
  headers: Record<string, string>;
  requestBody: string | undefined;
  status: number;
  contentType: string | undefined;
  retryAfter: string | undefined;
  replyBody: string;
}

/** An OpenAPI file as a judge of exchanges. */
export interface Contract {
  /** `METHOD /path/{param}` of every operation. */
  operations: string[];
  /** `METHOD /path/{param} status` of every declared reply. */
  replies: string[];
  /** What in the exchange breaks the contract, and which declared reply it was. */
  judge(exchange: Exchange): { faults: string[]; reply: string };
}

type Check = (what: string, pointer: string, value: unknown) => string[];

/** Reads an OpenAPI 3.1 file. */
export function readContract(url: URL): Contract {
  const document = parse(readFileSync(url, "utf8")) as Document;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, "contract");
  const check: Check = (what, pointer, value) => {
    const validate = ajv.compile({ $ref: `contract#${pointer}` });
    return validate(value) ? [] : [`${what}: ${ajv.errorsText(validate.errors)}`];
  };
  const operations = operationsOf(document);
  return {
    operations: operations.map(({ name }) => name),
    replies: operations.flatMap(({ name, responses }) => Object.keys(responses).map((status) => `${name} ${status}`)),
    judge: (exchange) => {
      const operation = operations.find((candidate) => fits(candidate, exchange));
      if (!operation) return { faults: ["the operation is not in the contract"], reply: "" };
      const faults = [
        ...judgeParameters(operation, exchange, check),
        ...judgeRequestBody(operation, exchange, check),
        ...judgeReply(document, operation, exchange, check),
      ];
      return { faults, reply: `${operation.name} ${exchange.status}` };
    },
  };
}

function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      name: `${method.toUpperCase()} ${template}`,
      template,
      at: pointer("paths", template, method),
    })),
  );
}

function fits({ name, template }: Operation, { method, url }: Exchange): boolean {
  const path = new RegExp(`^${template.replace(/\{\w+\}/g, "[^/]+")}$`);
  return name.startsWith(`${method} `) && path.test(new URL(url).pathname);
}

function judgeParameters(operation: Operation, exchange: Exchange, check: Check): string[] {
  const faults = operation.parameters.flatMap((parameter, i) => {
    const value = parameterValue(parameter, operation.template, exchange);
    if (value === undefined) return parameter.required ? [`${parameter.name} is missing`] : [];
    return check(parameter.name, `${operation.at}/parameters/${i}/schema`, value);
  });
  const known = operation.parameters.map(({ name }) => name);
  const unknown = [...new URL(exchange.url).searchParams.keys()].filter((name) => !known.includes(name));
  return [...faults, ...unknown.map((name) => `query ${name} is not in the contract`)];
}

function parameterValue(parameter: Parameter, template: string, { url, headers }: Exchange): string | undefined {
  const { pathname, searchParams } = new URL(url);
  if (parameter.in === "query") return searchParams.get(parameter.name) ?? undefined;
  if (parameter.in === "header") return headers[parameter.name.toLowerCase()];
  return decodeURIComponent(pathname.split("/")[template.split("/").indexOf(`{${parameter.name}}`)] ?? "");
}

function judgeRequestBody({ requestBody, at }: Operation, exchange: Exchange, check: Check): string[] {
  if (!requestBody) return exchange.requestBody === undefined ? [] : ["a request body is not in the contract"];
  const schema = `${at}/requestBody${pointer("content", exchange.headers["content-type"] ?? "", "schema")}`;
  return check("request body", schema, json(exchange.requestBody));
}

function judgeReply(document: Document, { responses, at }: Operation, exchange: Exchange, check: Check): string[] {
  const declared = responses[exchange.status];
  if (!declared) return [`status ${exchange.status} is not in the contract`];
  const shared = document.components.responses[declared.$ref?.split("/").at(-1) ?? ""];
  const place = declared.$ref ? declared.$ref.slice(1) : `${at}/responses/${exchange.status}`;
  const retry = exchange.status === 429 && exchange.retryAfter === undefined ? ["Retry-After is missing"] : [];
  const types = Object.keys((shared ?? declared).content ?? {});
  const type = exchange.contentType?.split(";")[0] ?? "";
  if (types.length === 0) return exchange.replyBody === "" ? retry : ["a reply body is not in the contract"];
  if (!types.includes(type)) return [...retry, `reply type ${type} is not in the contract`];
  return [...retry, ...check("reply body", `${place}${pointer("content", type, "schema")}`, json(exchange.replyBody))];
}

function pointer(...parts: string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"))}`).join("");
}

function json(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * A jest transform for bpmnlint: CommonJS that requires ES modules. Node itself can, jest's require cannot before
 * Node 24.9, so what it requires is compiled to CommonJS and put in its place.
 */
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { transformSync } = require("@swc/core");

const ES_MODULES = /require\(["'](min-dash|@bpmn-io\/moddle-utils)["']\)/g;

const inlined = (source, file) =>
  source.replace(ES_MODULES, (_call, name) => {
    const path = createRequire(file).resolve(name);
    const { code } = transformSync(readFileSync(path, "utf8"), { module: { type: "commonjs" } });
    return `(() => { const exports = {}; ${inlined(code, path)}\nreturn exports; })()`;
  });

module.exports = { process: (source, file) => ({ code: inlined(source, file) }) };

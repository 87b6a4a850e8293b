/** Which part may import which: `npm run check`. */
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule("no-cycles", "A cycle makes every member depend on all others, types included.", {}, { circular: true }),
    rule(
      "src-stands-alone",
      "workers and scripts build on src, never the other way round.",
      { path: "^src/" },
      { path: "^(workers|scripts|simulators|tests)/" },
    ),
    rule(
      "only-the-gateway-knows-http",
      "Rooms of src answer whoever calls them; only the gateway and what starts it know of its routes.",
      { path: "^(src|workers)/", pathNot: "^src/(gateway/|main\\.ts$)" },
      { path: "^src/gateway/" },
    ),
    rule(
      "the-gateway-has-floors",
      "Routes call the rooms, the rooms share the context, the context knows the engine: never the other way up.",
      { path: "^src/gateway/(mesin/|konteks|deps|problem|validasi)" },
      { path: "^src/gateway/(pintu|tugas|permohonan|latar|rute)/" },
    ),
    rule(
      "rooms-know-no-routes",
      "A room of the gateway answers any route.",
      { path: "^src/gateway/(pintu|tugas|permohonan|latar)/" },
      { path: "^src/gateway/rute/" },
    ),
    rule(
      "workers-build-on-src",
      "Workers know src and nothing else of ours.",
      { path: "^workers/" },
      { path: "^(scripts|simulators|tests)/" },
    ),
    rule(
      "simulators-stand-alone",
      "A stand-in that shares code with the adapters would share their mistakes; the contract is the OpenAPI file.",
      { path: "^simulators/" },
      { path: "^(src|workers|scripts|tests)/" },
    ),
    rule(
      "adapters-by-their-index",
      "Outside their folder the adapters are one interface.",
      { path: "^workers/", pathNot: "^workers/adapters/" },
      { path: "^workers/adapters/", pathNot: "^workers/adapters/(index|error)\\.ts$" },
    ),
    rule(
      "browser-code-is-pure",
      "The browser gets its own code, the schemas of process and letter template, the audit's words, the calendar and the clock: nothing that needs Node.js.",
      { path: "^src/web/" },
      {
        path: "^(src|workers|scripts|simulators)/",
        pathNot: "^src/((web|proses|calendar|waktu)/|(surat/isi-templat|audit/kata)\\.ts$)",
      },
    ),
    rule(
      "the-cockpit-plug-in-is-small",
      "It takes the calendar's functions and the DOM helper; whatever drags in luxon or all of zod stays out.",
      { path: "^cockpit/" },
      {
        path: "^(src|workers|scripts|simulators)/",
        pathNot: "^src/(web/dom|waktu/wib|calendar/(calendar|working-time|words|zone|schema))\\.ts$",
      },
    ),
    rule(
      "browser-without-node",
      "There is no Node.js in a browser.",
      {
        path: [
          "^(cockpit|src/(web|proses|calendar|waktu))/",
          "^src/surat/(isi-templat|kop|nomor|redaksi|teks|templat)\\.ts$",
        ],
        pathNot: "^src/calendar/load\\.ts$",
      },
      { dependencyTypes: ["core"] },
    ),
    rule(
      "browser-reads-no-files",
      "The calendar comes to the browser as data.",
      { path: "^src/web/" },
      { path: "^src/calendar/load\\.ts$" },
    ),
    rule(
      "no-code-for-the-browser-on-the-server",
      "It would fail there: Node.js has no document.",
      { path: "^(src|workers|scripts|simulators)/", pathNot: "^src/web/" },
      { path: "^src/web/" },
    ),
    rule(
      "lint-runs-anywhere",
      "The rules are the same in the editor and on the server: they know neither; only xml.ts reads files.",
      { path: "^web-modeler/lint/", pathNot: "^web-modeler/lint/xml\\.ts$" },
      {
        path: "^(workers|scripts|simulators|web-modeler/src|src/(?!sop/waktu|proses/kunci))|^node:",
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "editor-is-browser-code",
      "The modeler gets its own code, the lint, and what the browser may have of src.",
      { path: "^web-modeler/(?!lint/)" },
      {
        path: "^(src|workers|scripts|simulators)/",
        pathNot: "^src/(web/|proses/|calendar/|sop/waktu|modeler/beda/istilah)",
      },
    ),
    rule(
      "nothing-from-tests",
      "What tests share lies in their folder; what others need too does not.",
      { pathNot: "^tests/" },
      { path: "^tests/" },
    ),
    rule(
      "nothing-from-benches",
      "A bench measures the product; the product knows none.",
      { pathNot: "^(bench|tests)/" },
      { path: "^bench/" },
    ),
    rule(
      "no-undeclared-packages",
      "What is imported stands in package.json.",
      {},
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    ),
    rule(
      "no-development-packages",
      "What runs in production is not a development dependency; scripts and benches may use one.",
      { path: "^(src|workers|simulators)/", pathNot: "^src/web/" },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "no-unresolved",
      "An import that is not found would fail when it is reached, perhaps much later.",
      {},
      { couldNotResolve: true },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};

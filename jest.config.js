/** Five projects: `unit` needs nothing, `contracts` compares files with one another, `journeys` starts the whole system, `containers` runs docker-compose.yml, `faults` kills the system's parts. */
const shared = {
  testEnvironment: "node",
  extensionsToTreatAsEsm: [".ts"],
  moduleNameMapper: { "^(\\.{1,2}/.*)\\.js$": "$1" },
  transform: {
    "^.+\\.ts$": [
      "@swc/jest",
      { jsc: { target: "es2023", parser: { syntax: "typescript" } }, module: { type: "es6" } },
    ],
    "/node_modules/bpmnlint[^/]*/.+\\.js$": "<rootDir>/tests/support/bpmnlint-transform.cjs",
  },
  transformIgnorePatterns: ["/node_modules/(?!bpmnlint)"],
};

export default {
  testSequencer: "<rootDir>/tests/journeys/setup/sequencer.js",
  projects: [
    {
      ...shared,
      displayName: "unit",
      setupFilesAfterEnv: ["<rootDir>/tests/support/timeout.ts"],
      testMatch: ["<rootDir>/tests/{src,workers,simulators,scripts,support,bench,web-modeler,cockpit}/**/*.test.ts"],
    },
    { ...shared, displayName: "contracts", testMatch: ["<rootDir>/tests/contracts/**/*.test.ts"] },
    {
      ...shared,
      displayName: "journeys",
      setupFilesAfterEnv: ["<rootDir>/tests/journeys/setup/timeout.ts"],
      testMatch: ["<rootDir>/tests/journeys/**/*.test.ts"],
      globalSetup: "<rootDir>/tests/journeys/setup/start.js",
      globalTeardown: "<rootDir>/tests/journeys/setup/stop.js",
    },
    {
      ...shared,
      displayName: "faults",
      runner: "<rootDir>/tests/faults/setup/serial-runner.js",
      setupFilesAfterEnv: ["<rootDir>/tests/faults/setup/timeout.ts"],
      testMatch: ["<rootDir>/tests/faults/**/*.test.ts"],
      globalSetup: "<rootDir>/tests/faults/setup/start.js",
      globalTeardown: "<rootDir>/tests/faults/setup/stop.js",
    },
    {
      ...shared,
      displayName: "containers",
      setupFilesAfterEnv: ["<rootDir>/tests/containers/setup/timeout.ts"],
      testMatch: ["<rootDir>/tests/containers/**/*.test.ts"],
    },
  ],
};

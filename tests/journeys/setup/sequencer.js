import Sequencer from "@jest/test-sequencer";

/** What looks at everything that the journeys did comes after all of them; what brings another version into force comes last. */
const LAST = ["leaks.test.ts", "coverage.test.ts", "into-force.test.ts", "step-gone.test.ts"];
const rank = ({ path }) => LAST.findIndex((name) => path.endsWith(name));

export default class JourneySequencer extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
  }
}

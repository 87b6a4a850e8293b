/** Kept free of newer syntax and imports: this file must still run on the Node versions it refuses. */

const LEAST = [20, 19];

/** A sentence that says what to install, or undefined when this Node.js is new enough. */
export function nodeComplaint(version = process.versions.node) {
  const [major, minor] = version.split(".").map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return undefined;
  return `Node.js ${LEAST.join(".")} or newer is needed, this is ${version}. Install a current one from https://nodejs.org and try again.`;
}

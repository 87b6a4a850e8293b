/** The set-up cannot go on; the message is for the person at the terminal and says what to do. */
export class SetupError extends Error {
  constructor(message) {
    super(message);
    this.name = "SetupError";
  }
}

const FOR_PEOPLE = new Set(["SetupError", "SystemError"]);

/** What to print for whatever was thrown: the message alone where it was written for people, else all there is. */
export function describe(error) {
  if (!(error instanceof Error)) return String(error);
  return FOR_PEOPLE.has(error.name) ? error.message : (error.stack ?? error.message);
}

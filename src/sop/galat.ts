/** An SOP could not be printed or read; the message is an Indonesian sentence that says what to mend. */
export class SopError extends Error {
  override readonly name = "SopError";
}

import TestRunner from "jest-runner";

/** One file after another: all of them do their worst to the same system. */
export default class SerialRunner extends TestRunner {
  isSerial = true;
}

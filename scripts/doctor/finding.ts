/** What a check of `npm run doctor` found, in sentences that an admin can act on. */
export interface Finding {
  readonly what: string;
  readonly state: "fine" | "warning" | "wrong";
  /** How it is, in one sentence. */
  readonly says: string;
  /** What to do about it; nothing where all is fine. */
  readonly todo?: string;
}

/** Nothing is to be done. */
export const fine = (what: string, says: string): Finding => ({ what, state: "fine", says });
/** It works, but will not for long or not well; the exit code stays 0. */
export const warning = (what: string, says: string, todo: string): Finding => ({ what, state: "warning", says, todo });
/** The product does not work like this; the exit code becomes 1. */
export const wrong = (what: string, says: string, todo: string): Finding => ({ what, state: "wrong", says, todo });

/** The findings of a check; one that could not be carried out is wrong itself, with its reason. */
export async function checked(what: string, check: () => Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await check();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [wrong(what, `This could not be looked at: ${reason}`, "Put that right and run the doctor again.")];
  }
}

const MARK = { fine: "ok", warning: "!!", wrong: "XX" } as const;

/** The findings as text, one a line, what to do below it. */
export const toText = (findings: readonly Finding[]): string =>
  findings
    .map(({ what, state, says, todo }) => `${MARK[state]}  ${what}: ${says}${todo ? `\n    → ${todo}` : ""}`)
    .join("\n");

/** 1 where something is wrong, 0 otherwise: a warning leaves time. */
export const exitCode = (findings: readonly Finding[]): 0 | 1 =>
  findings.some(({ state }) => state === "wrong") ? 1 : 0;

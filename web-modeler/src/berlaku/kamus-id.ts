/** Indonesian for the texts of this folder. */
export const kamusBerlaku: Readonly<Record<string, string>> = {};

/** Indonesian for the texts that bringing into force shows inside the editor. */
export const kamusBerlaku: Readonly<Record<string, string>> = {
  "Bring into force": "Berlakukan",
};

import pino, { type Logger } from "pino";

export type { Logger };

/** Second line of defence: no handler logs these, and if one did, they would not be written. */
const redact = {
  paths: [
    "kataSandi",
    "password",
    "passphrase",
    "nonce",
    "kunciRahasia",
    "*.kataSandi",
    "*.password",
    "*.passphrase",
    "*.nonce",
    "req.headers.cookie",
    "req.headers.authorization",
    "res.headers['set-cookie']",
  ],
  censor: "[redacted]",
};

/** A pino logger that writes one JSON line per event to standard output and never a secret. */
export const createLogger = (name: string, level: string): Logger => pino({ name, level, redact, base: { name } });

/** Why a credential cannot be had: its nonce was destroyed after delivery, or its key is gone. */
export type SebabKredensial = "NONCE_DIHANCURKAN" | "KUNCI_TIDAK_ADA";

/** A credential cannot be derived; the message never holds a nonce, a key or a password. */
export class KredensialError extends Error {
  override readonly name = "KredensialError";

  constructor(
    readonly sebab: SebabKredensial,
    message: string,
  ) {
    super(message);
  }
}

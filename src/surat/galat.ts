import { z } from "zod";

/** A letter could not be made; `masalah` lists what to mend, one Indonesian sentence each, fit for staff. */
export class SuratError extends Error {
  readonly masalah: readonly string[];

  constructor(sumber: string, masalah: readonly string[], options?: ErrorOptions) {
    super(`${sumber}: ${masalah.join("; ")}`, options);
    this.name = "SuratError";
    this.masalah = masalah;
  }
}

const bahasa = z.locales.id().localeError;

/** Parses `masukan`; throws SuratError naming `sumber` (a file or "data surat") and every faulty field by its path. */
export function periksa<S extends z.ZodType>(skema: S, masukan: unknown, sumber: string): z.output<S> {
  const hasil = skema.safeParse(masukan, { error: bahasa });
  if (hasil.success) return hasil.data;
  throw new SuratError(
    sumber,
    hasil.error.issues.map((issue) =>
      issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message,
    ),
  );
}

/** Whatever was thrown, as an Error. */
export function coerceError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

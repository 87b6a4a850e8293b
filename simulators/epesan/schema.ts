import { z } from "zod";

/** An attachment as sent: name, media type, content in base64. */
const Lampiran = z.strictObject({
  nama: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^/\\\r\n]*$/),
  tipe: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/),
  base64: z.base64(),
});

/** The body of `POST /pesan`. */
export const PesanBaru = z.strictObject({
  kepada: z.string().min(3).max(254),
  perihal: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^\r\n]*$/),
  isi: z.string().min(1).max(100_000),
  lampiran: z.array(Lampiran).max(10).default([]),
});
export type PesanBaru = z.infer<typeof PesanBaru>;

/** What survives a restart, one line of epesan.jsonl each: never the body, only a salted fingerprint of it. */
export const Amplop = z.strictObject({
  idPesan: z.string(),
  kepada: z.string(),
  perihal: z.string(),
  kunci: z.string(),
  sidik: z.string(),
  diterima: z.iso.datetime(),
});
export type Amplop = z.infer<typeof Amplop>;

/** Whether e-Pesan knows the address: everybody in kemenperin.go.id. */
export function alamatDikenal(kepada: string): boolean {
  return /^[a-z0-9._%+-]+@kemenperin\.go\.id$/i.test(kepada);
}

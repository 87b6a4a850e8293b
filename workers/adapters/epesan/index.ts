import { createHttp, type HttpOptions } from "../http.js";
import { PesanDiterima } from "./schema.js";

export type { PesanDiterima } from "./schema.js";

/** An attachment: file name, media type, content in base64. */
export interface Lampiran {
  nama: string;
  tipe: string;
  base64: string;
}

/** A message to one address; `kunci` is the idempotency key, the same for each retry of the same message. */
export interface Pesan {
  kepada: string;
  perihal: string;
  isi: string;
  lampiran?: Lampiran[] | undefined;
  kunci: string;
}

/** e-Pesan as an agency's bridge offers it (openapi.yaml); every method throws AdapterError. */
export interface Epesan {
  /** Sends a message at most once per key and answers its id, the same one for a retry. */
  kirim(p: Pesan, signal?: AbortSignal): Promise<PesanDiterima>;
}

/** Makes the e-Pesan adapter; without a URL every call is rejected with EPESAN_TANPA_API. */
export function createEpesan(options: Omit<HttpOptions, "service" | "codeWithoutUrl">): Epesan {
  const http = createHttp({ ...options, service: "e-Pesan", codeWithoutUrl: "EPESAN_TANPA_API" });
  return {
    kirim: ({ kepada, perihal, isi, lampiran, kunci }, signal) =>
      http({
        operation: "POST /pesan",
        method: "POST",
        path: "/pesan",
        body: { kepada, perihal, isi, ...(lampiran?.length ? { lampiran: lampiran.map(wireLampiran) } : {}) },
        idempotencyKey: kunci,
        replies: { 200: PesanDiterima, 201: PesanDiterima },
        signal,
      }),
  };
}

function wireLampiran({ nama, tipe, base64 }: Lampiran): Lampiran {
  return { nama, tipe, base64 };
}

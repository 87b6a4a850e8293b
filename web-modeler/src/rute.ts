/** The address of what is open, in the part after `#`. Pure. */
export type Alamat =
  | { readonly jenis: "berlaku" }
  | { readonly jenis: "versi"; readonly id: string }
  | { readonly jenis: "draf"; readonly id: string };

/** `#/draf/<id>`, `#/versi/<definition id>`; everything else is the version in force. */
export function bacaAlamat(pagar: string): Alamat {
  const [, jenis, id] = /^#\/(draf|versi)\/([^/]+)$/.exec(pagar) ?? [];
  if (!id) return { jenis: "berlaku" };
  try {
    return { jenis: jenis === "draf" ? "draf" : "versi", id: decodeURIComponent(id) };
  } catch {
    return { jenis: "berlaku" };
  }
}

/** The address of a draft. */
export const alamatDraf = (id: string): string => `#/draf/${encodeURIComponent(id)}`;

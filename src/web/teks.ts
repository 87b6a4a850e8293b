/** Small pure helpers for text. */

interface Potongan {
  readonly teks: string;
  readonly miring: boolean;
}

/** SOP text with `<i>…</i>` cut into plain and italic pieces; every other tag stays visible as text. */
export function potongMiring(teks: string): Potongan[] {
  return teks
    .split(/(<i>.*?<\/i>)/s)
    .filter((p) => p !== "")
    .map((p) => {
      const miring = /^<i>(.*)<\/i>$/s.exec(p)?.[1];
      return miring === undefined ? { teks: p, miring: false } : { teks: miring, miring: true };
    });
}

/** Bytes in words, with a decimal comma: 1_536_000 → "1,5 MB". */
export function ukuranKata(byte: number): string {
  if (byte < 1024) return `${byte} byte`;
  const kb = byte / 1024;
  if (kb < 1000) return `${Math.round(kb)} KB`;
  return `${(kb / 1024).toFixed(1).replace(/\.0$/, "").replace(".", ",")} MB`;
}

/** A NIP in the usual groups: "198503152010121001" → "19850315 201012 1 001". */
export function nipKelompok(nip: string): string {
  const b = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(nip);
  return b ? b.slice(1).join(" ") : nip;
}

/** A UUID (v4) also where the page is not in a secure context and `crypto.randomUUID` is missing. */
export function uuidBaru(acak: (larik: Uint8Array<ArrayBuffer>) => void = (l) => crypto.getRandomValues(l)): string {
  const b = new Uint8Array(16);
  acak(b);
  b[6] = ((b[6] ?? 0) & 0x0f) | 0x40;
  b[8] = ((b[8] ?? 0) & 0x3f) | 0x80;
  const x = [...b].map((n) => n.toString(16).padStart(2, "0")).join("");
  return [x.slice(0, 8), x.slice(8, 12), x.slice(12, 16), x.slice(16, 20), x.slice(20)].join("-");
}

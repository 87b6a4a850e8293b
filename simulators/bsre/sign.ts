import { plainAddPlaceholder } from "@signpdf/placeholder-plain";
import { P12Signer } from "@signpdf/signer-p12";
import { SignPdf } from "@signpdf/signpdf";
import type { Key } from "./certificates.js";

/** What stands in the signature dictionary. */
export interface SignatureInfo {
  readonly name: string;
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
}

/**
 * The PDF with an invisible signature. By another library than the product's own signer, so that the product's checks are
 * tried on what they did not make. BASELINE-B at most: a time stamp service is not simulated.
 */
export async function signPdf(pdf: Buffer, key: Key, info: SignatureInfo): Promise<Buffer> {
  const prepared = plainAddPlaceholder({
    pdfBuffer: pdf,
    reason: info.reason,
    location: info.location,
    name: info.name,
    contactInfo: "",
    signingTime: info.at,
    subFilter: "ETSI.CAdES.detached",
    signatureLength: 16_384,
    widgetRect: [0, 0, 0, 0],
  });
  const withId = keepFileId(pdf, prepared);
  const signer = new P12Signer(key.p12, { passphrase: key.passphrase });
  return new SignPdf().sign(withId, signer, info.at);
}

/** The library forgets the file identifier, which PDF/A wants in every trailer; nothing that is pointed at moves. */
function keepFileId(before: Buffer, prepared: Buffer): Buffer {
  const id = [...before.toString("latin1").matchAll(/\/ID\s*\[[^\]]*\]/g)].at(-1)?.[0];
  const at = prepared.lastIndexOf("trailer");
  const open = prepared.indexOf("<<", at) + 2;
  if (id === undefined || at < 0 || open < 2) return prepared;
  return Buffer.concat([prepared.subarray(0, open), Buffer.from(`\n${id}\n`, "latin1"), prepared.subarray(open)]);
}

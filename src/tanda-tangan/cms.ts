/** The CMS signature inside a PAdES-BASELINE-B signature (ETSI EN 319 122-1, EN 319 142-1). */
import { createHash } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";

const engine = new pkijs.CryptoEngine({ name: "node", crypto: globalThis.crypto });
/** The crypto engine that all CMS work uses. */
export const mesinKripto: pkijs.ICryptoEngine = engine;
pkijs.setEngine("node", engine);

const DATA = "1.2.840.113549.1.7.1";
const SIGNED_DATA = "1.2.840.113549.1.7.2";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";

/** A private key (PKCS #8, DER) with its certificate first, then the chain (DER). */
export interface KunciTandaTangan {
  readonly kunci: Buffer;
  readonly sertifikat: readonly Buffer[];
}

/**
 * A detached CMS over `isi`, DER. SHA-256, RSA; signed attributes are content type, digest and the hash of the
 * certificate. The time stands in the signature dictionary, as PAdES wants it, not among the attributes.
 */
export async function tandaTanganCms(isi: Uint8Array, { kunci, sertifikat }: KunciTandaTangan): Promise<Buffer> {
  const rantai = sertifikat.map((der) => pkijs.Certificate.fromBER(Uint8Array.from(der)));
  const [penanda] = rantai;
  const [derPenanda] = sertifikat;
  if (!penanda || !derPenanda) throw new Error("there is no certificate to sign with");
  const algoritma = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const privat = await globalThis.crypto.subtle.importKey("pkcs8", Uint8Array.from(kunci), algoritma, false, ["sign"]);
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: penanda.issuer, serialNumber: penanda.serialNumber }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: atribut(isi, derPenanda) }),
  });
  const cms = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: DATA }),
    signerInfos: [info],
    certificates: rantai,
  });
  await cms.sign(privat, 0, "SHA-256", isi.slice().buffer, engine);
  const bungkus = new pkijs.ContentInfo({ contentType: SIGNED_DATA, content: cms.toSchema(true) });
  return Buffer.from(bungkus.toSchema().toBER(false));
}

const sha256 = (isi: Uint8Array): ArrayBuffer => Uint8Array.from(createHash("sha256").update(isi).digest()).buffer;

function atribut(isi: Uint8Array, sertifikat: Buffer): pkijs.Attribute[] {
  const octets = (valueHex: ArrayBuffer) => new asn1js.OctetString({ valueHex });
  const seq = (value: asn1js.BaseBlock[]) => new asn1js.Sequence({ value });
  // SigningCertificateV2: the hash algorithm is left out because SHA-256 is the default (RFC 5035).
  const idSertifikat = seq([seq([seq([octets(sha256(sertifikat))])])]);
  return [
    new pkijs.Attribute({ type: CONTENT_TYPE, values: [new asn1js.ObjectIdentifier({ value: DATA })] }),
    new pkijs.Attribute({ type: MESSAGE_DIGEST, values: [octets(sha256(isi))] }),
    new pkijs.Attribute({ type: SIGNING_CERTIFICATE_V2, values: [idSertifikat] }),
  ];
}

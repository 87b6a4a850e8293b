/** Judges one CMS signature or time stamp with pkijs; no network, so no revocation lists. */
import { createHash } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { mesinKripto } from "./cms.js";

/** What a CMS tells about itself; `utuh`: the signature fits the data and the certificate. */
export interface CmsTerbaca {
  readonly utuh: boolean;
  readonly nama: string;
  readonly penerbit: string;
  readonly penanda?: pkijs.Certificate;
  readonly sertifikat: readonly pkijs.Certificate[];
  /** From a time stamp that fits this signature. */
  readonly stempel?: Date;
}

/** SHA-256, SHA-384, SHA-512: older ones can be forged. */
const SIDIK: Readonly<Record<string, string>> = {
  "2.16.840.1.101.3.4.2.1": "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};
const STEMPEL_WAKTU = "1.2.840.113549.1.9.16.2.14";
const TAK_TERBACA: CmsTerbaca = { utuh: false, nama: "tidak terbaca", penerbit: "", sertifikat: [] };

const buffer = (isi: Uint8Array): ArrayBuffer => Uint8Array.from(isi).buffer;

/** Reads and checks a detached CMS over `data`. */
export async function periksaCms(cms: Buffer, data: Buffer): Promise<CmsTerbaca> {
  try {
    const isi = uraiCms(buffer(cms));
    const [info] = isi.signerInfos;
    if (!info || isi.signerInfos.length !== 1) return TAK_TERBACA;
    const dasar = identitas(isi, info);
    const utuh = info.digestAlgorithm.algorithmId in SIDIK && (await cocok(isi, buffer(data)));
    const stempel = utuh ? await stempelWaktu(info) : undefined;
    return { ...dasar, utuh, ...(stempel ? { stempel } : {}) };
  } catch {
    return TAK_TERBACA;
  }
}

/** Reads and checks a time stamp over `data` (a document time stamp, or one over a signature value). */
export async function periksaStempel(token: ArrayBuffer, data: Uint8Array): Promise<CmsTerbaca> {
  try {
    const isi = uraiCms(token);
    const [info] = isi.signerInfos;
    const octets = isi.encapContentInfo.eContent;
    if (!info || !octets) return TAK_TERBACA;
    const tst = pkijs.TSTInfo.fromBER(octets.getValue());
    const sidik = SIDIK[tst.messageImprint.hashAlgorithm.algorithmId];
    const cap = Buffer.from(tst.messageImprint.hashedMessage.valueBlock.valueHexView);
    const sesuai = sidik !== undefined && createHash(sidik).update(data).digest().equals(cap);
    // pkijs holds the imprint against the data once more, and wants them for that.
    const utuh = sesuai && (await cocok(isi, buffer(data)));
    return { ...identitas(isi, info), utuh, ...(utuh ? { stempel: tst.genTime } : {}) };
  } catch {
    return TAK_TERBACA;
  }
}

function uraiCms(ber: ArrayBuffer): pkijs.SignedData {
  // Signature fields are padded with zeros: only the first object counts.
  const { result, offset } = asn1js.fromBER(ber);
  if (offset < 0) throw new Error("not ASN.1");
  const bungkus = new pkijs.ContentInfo({ schema: result });
  return new pkijs.SignedData({ schema: bungkus.content });
}

async function cocok(isi: pkijs.SignedData, data: ArrayBuffer): Promise<boolean> {
  // In this mode pkijs throws where the digest does not fit.
  const sifat = { signer: 0, data, checkChain: false, extendedMode: true } as const;
  const hasil = await isi.verify(sifat, mesinKripto).catch(() => ({ signatureVerified: false }));
  return hasil.signatureVerified === true;
}

function identitas(isi: pkijs.SignedData, info: pkijs.SignerInfo) {
  const sertifikat = (isi.certificates ?? []).filter((s): s is pkijs.Certificate => s instanceof pkijs.Certificate);
  const { sid } = info;
  const penanda = sertifikat.find(
    (s) =>
      sid instanceof pkijs.IssuerAndSerialNumber &&
      s.serialNumber.isEqual(sid.serialNumber) &&
      s.issuer.isEqual(sid.issuer),
  );
  const nama = penanda ? namaUmum(penanda.subject) : "tidak terbaca";
  return { nama, penerbit: penanda ? namaUmum(penanda.issuer) : "", sertifikat, ...(penanda ? { penanda } : {}) };
}

/** The common name, else the organisation. */
function namaUmum(nama: pkijs.RelativeDistinguishedNames): string {
  const cari = (oid: string) => nama.typesAndValues.find((t) => t.type === oid)?.value.valueBlock.value;
  return String(cari("2.5.4.3") ?? cari("2.5.4.10") ?? "tanpa nama");
}

async function stempelWaktu(info: pkijs.SignerInfo): Promise<Date | undefined> {
  const atribut = info.unsignedAttrs?.attributes.find((a) => a.type === STEMPEL_WAKTU);
  const [token] = atribut?.values ?? [];
  if (!(token instanceof asn1js.BaseBlock)) return undefined;
  return (await periksaStempel(token.toBER(false), info.signature.valueBlock.valueHexView)).stempel;
}

/** Does a chain lead from the signer's certificate to one of these roots, at that time? */
export async function sampaiAkar(
  { penanda, sertifikat }: CmsTerbaca,
  akar: readonly pkijs.Certificate[],
  saat: Date,
): Promise<boolean> {
  if (!penanda || akar.length === 0) return false;
  const lain = sertifikat.filter((s) => s !== penanda);
  // The engine takes the last certificate for the one to be judged.
  const rantai = new pkijs.CertificateChainValidationEngine({
    trustedCerts: [...akar],
    certs: [...lain, penanda],
    checkDate: saat,
  });
  const hasil = await rantai.verify({}, mesinKripto).catch(() => ({ result: false }));
  return hasil.result === true;
}

/** Is the certificate within its time at that instant? */
export const masihBerlaku = ({ penanda }: CmsTerbaca, saat: Date): boolean =>
  penanda !== undefined && penanda.notBefore.value <= saat && saat <= penanda.notAfter.value;

/** The certificates of a PEM text; throws where one is not readable. */
export const bacaPem = (pem: string): pkijs.Certificate[] =>
  [...pem.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]*?)-----END CERTIFICATE-----/g)].map(([, isi = ""]) =>
    pkijs.Certificate.fromBER(Buffer.from(isi, "base64")),
  );

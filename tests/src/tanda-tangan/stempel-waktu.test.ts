import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "@jest/globals";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { bacaTandaTangan, terlindung } from "../../../src/tanda-tangan/baca.js";
import { mesinKripto } from "../../../src/tanda-tangan/cms.js";
import { bukaP12 } from "../../../src/tanda-tangan/p12.js";
import { tandaTanganiPdf } from "../../../src/tanda-tangan/pades.js";
import { periksaCms, periksaStempel } from "../../../src/tanda-tangan/periksa-cms.js";
import { buatPenerbit } from "../../support/kunci-uji.js";
import { suratUji } from "../../support/tanda-tangan.js";

const CAP = new Date("2026-11-23T03:16:00Z");
const SHA256 = "2.16.840.1.101.3.4.2.1";
const penerbit = buatPenerbit("Layanan Stempel Waktu");
const layanan = penerbit.terbitkan("TSA Uji");
const hendra = penerbit.terbitkan("Hendra Gunawan");

/** A time stamp over `data` as a service would give it (RFC 3161). */
async function stempel(data: Uint8Array): Promise<ArrayBuffer> {
  const { kunci, sertifikat } = bukaP12(layanan.p12, layanan.passphrase);
  const [penanda] = sertifikat.map((der) => pkijs.Certificate.fromBER(Uint8Array.from(der)));
  if (!penanda) throw new Error("no certificate");
  const tst = new pkijs.TSTInfo({
    version: 1,
    policy: "1.2.3",
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: SHA256 }),
      hashedMessage: new asn1js.OctetString({
        valueHex: Uint8Array.from(createHash("sha256").update(data).digest()).buffer,
      }),
    }),
    serialNumber: new asn1js.Integer({ value: 1 }),
    genTime: CAP,
  });
  const algoritma = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const privat = await crypto.subtle.importKey("pkcs8", Uint8Array.from(kunci), algoritma, false, ["sign"]);
  const info = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: penanda.issuer, serialNumber: penanda.serialNumber }),
  });
  const cms = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: "1.2.840.113549.1.9.16.1.4",
      eContent: new asn1js.OctetString({ valueHex: tst.toSchema().toBER(false) }),
    }),
    signerInfos: [info],
    certificates: [penanda],
  });
  await cms.sign(privat, 0, "SHA-256", undefined, mesinKripto);
  const bungkus = new pkijs.ContentInfo({ contentType: "1.2.840.113549.1.7.2", content: cms.toSchema(true) });
  return bungkus.toSchema().toBER(false);
}

describe("a time stamp", () => {
  const data = Buffer.from("isi yang distempel");

  test("over the data is valid and tells its time", async () => {
    expect(await periksaStempel(await stempel(data), data)).toMatchObject({
      utuh: true,
      nama: "TSA Uji",
      stempel: CAP,
    });
  });

  test("over other data is not", async () => {
    const hasil = await periksaStempel(await stempel(data), Buffer.from("isi lain"));
    expect(hasil).toMatchObject({ utuh: false });
    expect(hasil.stempel).toBeUndefined();
  });

  test("that was changed is not", async () => {
    const token = Buffer.from(await stempel(data));
    const di = token.indexOf(Buffer.from("20261123031600Z"));
    token.write("20251123031600Z", di);
    expect(await periksaStempel(Uint8Array.from(token).buffer, data)).toMatchObject({ utuh: false });
  });
});

describe("a signature with a time stamp (BASELINE-T)", () => {
  let cms: Buffer;
  let data: Buffer;
  beforeAll(async () => {
    const letak = { halaman: 0, x: 0, y: 0, lebar: 9, tinggi: 9 };
    const saat = new Date("2026-11-23T03:15:00Z");
    const kunci = bukaP12(hendra.p12, hendra.passphrase);
    const pdf = await tandaTanganiPdf(suratUji(), kunci, { nama: "H", saat, alasan: "", tempat: "", letak });
    const [satu] = await bacaTandaTangan(pdf);
    if (!satu || "rusak" in satu) throw new Error("no signature");
    [cms, data] = [satu.cms, terlindung(pdf, satu)];
  });

  /** The CMS with a time stamp over what `atas` chooses of its signature. */
  async function berstempel(atas: (nilai: Uint8Array) => Uint8Array): Promise<Buffer> {
    const bungkus = new pkijs.ContentInfo({ schema: asn1js.fromBER(Uint8Array.from(cms).buffer).result });
    const isi = new pkijs.SignedData({ schema: bungkus.content });
    const [info] = isi.signerInfos;
    if (!info) throw new Error("no signer");
    const token = asn1js.fromBER(await stempel(atas(info.signature.valueBlock.valueHexView))).result;
    const atribut = new pkijs.Attribute({ type: "1.2.840.113549.1.9.16.2.14", values: [token] });
    info.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [atribut] });
    const jadi = new pkijs.ContentInfo({ contentType: bungkus.contentType, content: isi.toSchema(true) });
    return Buffer.from(jadi.toSchema().toBER(false));
  }

  test("takes its time from the stamp", async () => {
    expect(await periksaCms(await berstempel((nilai) => nilai), data)).toMatchObject({ utuh: true, stempel: CAP });
  });

  test("does not take the time of a stamp that belongs to another signature", async () => {
    const hasil = await periksaCms(await berstempel(() => new Uint8Array(256)), data);
    expect(hasil.utuh).toBe(true);
    expect(hasil.stempel).toBeUndefined();
  });
});

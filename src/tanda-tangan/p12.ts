/** Opens a PKCS #12 file: the key and certificates of a local signer. */
import forge from "node-forge";
import type { KunciTandaTangan } from "./cms.js";
import { GalatPenanda } from "./galat.js";

const der = (asn1: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), "latin1");

/** The key and its chain; throws GalatPenanda PASSPHRASE_SALAH, or KUNCI_TIDAK_TERBACA for a file that is none or holds no RSA key. */
export function bukaP12(isi: Buffer, passphrase: string): KunciTandaTangan {
  const berkas = urai(isi);
  const p12 = buka(berkas, passphrase);
  const kantong = (jenis: string) => p12.getBags({ bagType: jenis })[jenis] ?? [];
  const { pkcs8ShroudedKeyBag = "", keyBag = "", certBag = "" } = forge.pki.oids;
  const kunci = [...kantong(pkcs8ShroudedKeyBag), ...kantong(keyBag)].find((k) => k.key)?.key;
  const sertifikat = kantong(certBag).flatMap((k) => k.cert ?? []);
  if (!kunci) throw new GalatPenanda("KUNCI_TIDAK_TERBACA", "the PKCS #12 file holds no RSA key");
  const publik = forge.pki.publicKeyToPem(forge.pki.setRsaPublicKey(kunci.n, kunci.e));
  const milik = sertifikat.find((s) => forge.pki.publicKeyToPem(s.publicKey as forge.pki.rsa.PublicKey) === publik);
  if (!milik) throw new GalatPenanda("KUNCI_TIDAK_TERBACA", "the PKCS #12 file holds no certificate for its key");
  const rantai = [milik, ...sertifikat.filter((s) => s !== milik)];
  return {
    kunci: der(forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(kunci))),
    sertifikat: rantai.map((s) => der(forge.pki.certificateToAsn1(s))),
  };
}

function urai(isi: Buffer): forge.asn1.Asn1 {
  try {
    return forge.asn1.fromDer(isi.toString("latin1"));
  } catch {
    throw new GalatPenanda("KUNCI_TIDAK_TERBACA", "the file is no PKCS #12");
  }
}

// forge's own messages are not passed on: they are about what was decrypted.
function buka(berkas: forge.asn1.Asn1, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return forge.pkcs12.pkcs12FromAsn1(berkas, passphrase);
  } catch (error) {
    const salah = error instanceof Error && /password|MAC/i.test(error.message);
    throw new GalatPenanda(salah ? "PASSPHRASE_SALAH" : "KUNCI_TIDAK_TERBACA", "the PKCS #12 file did not open");
  }
}

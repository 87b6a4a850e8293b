/** A certificate authority and PKCS #12 keys for tests, made anew each run. */
import forge from "node-forge";

/** A key pair with its certificate, and the PKCS #12 file under `passphrase`. */
export interface KunciUji {
  readonly p12: Buffer;
  readonly pem: string;
  readonly passphrase: string;
}

interface Penerbit {
  readonly cert: forge.pki.Certificate;
  readonly key: forge.pki.rsa.PrivateKey;
}

const BITS = 2048;
const nama = (cn: string) => [
  { name: "countryName", value: "ID" },
  { name: "organizationName", value: "Uji" },
  { name: "commonName", value: cn, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class },
];

let serial = 0x1000;

function sertifikat(cn: string, sifat: object[], penerbit?: Penerbit): Penerbit {
  const pasangan = forge.pki.rsa.generateKeyPair(BITS);
  const cert = forge.pki.createCertificate();
  serial += 1;
  cert.publicKey = pasangan.publicKey;
  cert.serialNumber = serial.toString(16);
  cert.validity.notBefore = new Date("2026-01-01T00:00:00Z");
  cert.validity.notAfter = new Date("2036-01-01T00:00:00Z");
  cert.setSubject(nama(cn));
  cert.setIssuer(penerbit ? penerbit.cert.subject.attributes : nama(cn));
  cert.setExtensions([...sifat, { name: "subjectKeyIdentifier" }]);
  cert.sign(penerbit?.key ?? pasangan.privateKey, forge.md.sha256.create());
  return { cert, key: pasangan.privateKey };
}

/** A root that issues certificates for signers. */
export function buatPenerbit(cn = "Penerbit Uji") {
  const akar = sertifikat(cn, [
    { name: "basicConstraints", cA: true, critical: true },
    { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
  ]);
  return {
    pem: forge.pki.certificateToPem(akar.cert),
    /** A signer's key under a passphrase. */
    terbitkan(cnPenanda: string, passphrase = "frasa sandi uji"): KunciUji {
      const sifat = [{ name: "keyUsage", digitalSignature: true, nonRepudiation: true, critical: true }];
      const { cert, key } = sertifikat(cnPenanda, sifat, akar);
      const asn1 = forge.pkcs12.toPkcs12Asn1(key, [cert, akar.cert], passphrase, { algorithm: "aes256" });
      const p12 = Buffer.from(forge.asn1.toDer(asn1).getBytes(), "latin1");
      return { p12, pem: forge.pki.certificateToPem(cert), passphrase };
    },
  };
}

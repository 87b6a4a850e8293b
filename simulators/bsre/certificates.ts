import forge from "node-forge";

/** A person's key with its certificate as PKCS #12, under a passphrase that nobody else knows. */
export interface Key {
  readonly p12: Buffer;
  readonly passphrase: string;
}

interface Issuer {
  readonly cert: forge.pki.Certificate;
  readonly key: forge.pki.rsa.PrivateKey;
}

const NOT_BSRE = "Simulator (bukan BSrE)";
const YEAR_MS = 365 * 86_400_000;

const name = (commonName: string) => [
  { name: "countryName", value: "ID" },
  { name: "organizationName", value: NOT_BSRE },
  { name: "commonName", value: commonName },
];

/** A certificate authority that says what it is not; keys are made at their first use and live as long as the process. */
export function createAuthority(now: () => Date): (nik: string, commonName: string) => Key {
  const keys = new Map<string, Key>();
  let root: Issuer | undefined;
  return (nik, commonName) => {
    root ??= issue(`Akar ${NOT_BSRE}`, now(), ca);
    const key = keys.get(nik) ?? pack(issue(commonName, now(), signer, root), root);
    keys.set(nik, key);
    return key;
  };
}

const ca = [
  { name: "basicConstraints", cA: true, critical: true },
  { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
];
const signer = [{ name: "keyUsage", digitalSignature: true, nonRepudiation: true, critical: true }];

function issue(commonName: string, now: Date, extensions: object[], issuer?: Issuer): Issuer {
  const { publicKey, privateKey } = forge.pki.rsa.generateKeyPair(2048);
  const cert = forge.pki.createCertificate();
  cert.publicKey = publicKey;
  cert.serialNumber = `01${forge.util.bytesToHex(forge.random.getBytesSync(8))}`;
  cert.validity.notBefore = new Date(now.getTime() - YEAR_MS);
  cert.validity.notAfter = new Date(now.getTime() + 2 * YEAR_MS);
  cert.setSubject(name(commonName));
  cert.setIssuer(issuer ? issuer.cert.subject.attributes : name(commonName));
  cert.setExtensions(extensions);
  cert.sign(issuer?.key ?? privateKey, forge.md.sha256.create());
  return { cert, key: privateKey };
}

function pack({ cert, key }: Issuer, root: Issuer): Key {
  const passphrase = forge.util.bytesToHex(forge.random.getBytesSync(16));
  const asn1 = forge.pkcs12.toPkcs12Asn1(key, [cert, root.cert], passphrase, { algorithm: "aes256" });
  return { p12: Buffer.from(forge.asn1.toDer(asn1).getBytes(), "latin1"), passphrase };
}

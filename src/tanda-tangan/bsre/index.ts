/** Signing with a certificate of BSrE, over its E-Sign Client Service (openapi.yaml). */
import { GalatPenanda } from "../galat.js";
import type { MintaTandaTangan, Penanda } from "../penanda.js";
import { type AksesBsre, kodeBsre, panggilBsre } from "./panggil.js";
import { BalasanSign, BalasanStatus, BalasanVerify } from "./schema.js";

export type { AksesBsre, Kirim } from "./panggil.js";
export { bacaDaftarNik } from "./schema.js";

/** `nik`: by account, 16 digits. */
export interface SifatBsre extends AksesBsre {
  readonly nik: Readonly<Record<string, string>>;
}

/** BSrE as a signer, and what it says about a signed PDF. */
export interface Bsre extends Penanda {
  readonly jenis: "bsre";
  /** BSrE's own judgement, e.g. "VALID"; throws GalatPenanda. */
  periksaPdf(pdf: Buffer): Promise<{ readonly conclusion: string }>;
}

/** Makes the adapter; it opens nothing. */
export function createBsre(sifat: SifatBsre): Bsre {
  const nikDari = (akun: string): string => {
    const nik = Object.hasOwn(sifat.nik, akun) ? sifat.nik[akun] : undefined;
    if (nik === undefined) throw new GalatPenanda("NIK_TIDAK_DIATUR", `no NIK is set for the account ${akun}`);
    return nik;
  };
  return {
    jenis: "bsre",
    async tandaTangani(minta) {
      const badan = await panggilBsre(sifat, "/api/v2/sign/pdf", isiSign(minta, nikDari(minta.akun)));
      const balasan = BalasanSign.safeParse(badan);
      if (!balasan.success) throw new GalatPenanda("TIDAK_DIKETAHUI", "/api/v2/sign/pdf: the 200 reply holds no file");
      return Buffer.from(balasan.data.file[0] ?? "", "base64");
    },
    async periksaAkun(akun) {
      const badan = await panggilBsre(sifat, "/api/v2/user/check/status", { nik: nikDari(akun) });
      const { status, status_code: nomor } = BalasanStatus.parse(badan);
      if (status === "ISSUE") return;
      const kode = nomor === undefined ? KODE_STATUS[status] : kodeBsre(nomor);
      throw new GalatPenanda(kode ?? "SERTIFIKAT_TIDAK_ADA", "/api/v2/user/check/status: the account cannot sign");
    },
    async periksaPdf(pdf) {
      return BalasanVerify.parse(await panggilBsre(sifat, "/api/v2/verify/pdf", { file: pdf.toString("base64") }));
    },
  };
}

const KODE_STATUS = { NOT_REGISTERED: "BELUM_TERDAFTAR", NO_CERTIFICATE: "SERTIFIKAT_TIDAK_ADA" } as const as Readonly<
  Record<string, "BELUM_TERDAFTAR" | "SERTIFIKAT_TIDAK_ADA">
>;

/** Invisible, because the stamp with the QR code is on the page already. */
function isiSign({ pdf, passphrase, alasan, tempat }: MintaTandaTangan, nik: string) {
  const tampilan = { tampilan: "INVISIBLE", location: tempat, reason: alasan };
  return { nik, passphrase, signatureProperties: [tampilan], file: [pdf.toString("base64")] };
}

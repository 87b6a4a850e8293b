import { z } from "zod";
import { POLA_NOMOR, PolaNomor } from "./nomor.js";
import { barisTeks, barisTeksOpsional } from "./teks.js";

const kode = z.string().regex(/^[A-Za-z0-9.-]{1,30}$/, "hanya huruf, angka, titik, dan tanda hubung");

/** Who signs: jabatan, name and NIP as printed; `atasNama` adds the line "a.n. …" above. */
const PenandaTangan = z.strictObject({
  atasNama: barisTeksOpsional(200),
  jabatan: barisTeks(200),
  nama: barisTeks(200),
  nip: z
    .string()
    .regex(/^\d{18}$/, "harus 18 angka")
    .optional(),
});

/** surat/kop.json: letterhead, signer, number codes and copies of one LPSE, editable without touching code. */
export const Kop = z.strictObject({
  kementerian: barisTeks(120),
  unit: barisTeks(120),
  layanan: barisTeksOpsional(120),
  alamat: z.array(barisTeks(160)).min(1, "paling sedikit satu baris").max(3, "paling banyak tiga baris"),
  logo: z
    .string()
    .regex(/^[\w-][\w.-]*\.(svg|png|jpg|jpeg)$/i, "harus nama berkas .svg, .png, atau .jpg di folder yang sama")
    .optional(),
  kota: barisTeks(60),
  penandaTangan: PenandaTangan,
  nomor: z.strictObject({ derajat: kode, unit: kode, klasifikasi: kode, pola: PolaNomor.default(POLA_NOMOR) }),
  sifat: barisTeks(40),
  tembusan: z.array(barisTeks(200)).max(10, "paling banyak sepuluh"),
});
export type Kop = z.infer<typeof Kop>;

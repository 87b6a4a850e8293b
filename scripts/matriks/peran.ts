/** The form of the authorization matrix: who asks, what is asked, what status is answered. */

/**
 * Everybody who might ask. `satker` is the unit that the request, its tasks and documents of a row belong to, `satkerLain`
 * another one; `worker` is the workers' service account, which tries its password at the gateway.
 */
export const PERAN = [
  "anonim",
  "satker",
  "satkerLain",
  "kepalaUkpbj",
  "kepalaLpse",
  "tim",
  "pemilik",
  "penyetuju",
  "admin",
  "worker",
] as const;
/** Whom a row has a status for. */
export type Peran = (typeof PERAN)[number];

/** The statuses of a row: a role by itself, else `lain`. `worker` is answered like `anonim` where it has none of its own. */
export type Boleh = Readonly<Partial<Record<Peran | "lain", number>>>;

/**
 * One row. `rute` is a method and a path as the gateway's code writes it (`GET /api/tugas/:id`); `isi` fills its
 * parameters (`{ id: "{tugas}" }`), where `{tugas}` is one of {@link CONTOH}; `kueri` and `badan` go with the request. A
 * row must change nothing that matters, whoever asks: give those who may a body that is refused, or an id of nothing.
 */
export interface Baris {
  readonly rute: string;
  readonly boleh: Boleh;
  readonly isi?: Readonly<Record<string, string>>;
  readonly kueri?: string;
  /** Sent as JSON, or as a form where it is one. */
  readonly badan?: unknown;
  /** Of several alternatives in `rute` only the first is asked. */
  readonly satu?: true;
}

/** What rows may name: things of `satker` in the running system, and ids of nothing. */
export const CONTOH = {
  "{nomor}": "number of a request that stands in step 2",
  "{nomorLangkahSatu}": "number of a request that stands in step 1",
  "{instans}": "its process instance",
  "{tugas}": "its task of step 2, which Kepala UKPBJ has taken",
  "{tugasSatker}": "the task of step 1 of another request of the same unit",
  "{tugasTandaTangan}": "the task of step 9 of a third one, which nobody has taken",
  "{langkah}": "its open step, as the SLA lists name it",
  "{dokumen}": "its letter",
  "{draf}": "a draft in the modeler",
  "{definisi}": "the process definition in force",
  "{deployment}": "its deployment",
  "{berkas}": "a file of that deployment",
  "{filter}": "a list of Tasklist",
  "{tiada}": "an id of nothing",
} as const;

const MASUK = 401;

/** The same for everybody, signed in or not. */
export const semua = (status: number): Boleh => ({ lain: status });

/** Signed in, whoever it is; `kecuali` for those who are answered otherwise. */
export const masuk = (status: number, kecuali: Boleh = {}): Boleh => ({ anonim: MASUK, lain: status, ...kecuali });

/** These roles only; 403 for the others who are signed in. */
export const hanya = (peran: readonly Peran[], status: number): Boleh => ({
  anonim: MASUK,
  lain: 403,
  ...Object.fromEntries(peran.map((p) => [p, status])),
});

/** Who hands in requests: the unit that the things of a row belong to, and the other one. */
export const SATKER = ["satker", "satkerLain"] as const;
/** The lanes that work on requests. */
export const PELAKSANA = ["kepalaUkpbj", "kepalaLpse", "tim"] as const;
/** Those, and who watches over process and system. */
export const PETUGAS = [...PELAKSANA, "pemilik", "penyetuju", "admin"] as const;
/** Who may enter Cockpit. */
export const PENGAWAS = ["pemilik", "admin"] as const;

/** What a row says of a role; throws where it says nothing. */
export function statusBagi({ rute, boleh }: Baris, peran: Peran): number {
  const sendiri = boleh[peran] ?? (peran === "worker" ? boleh.anonim : undefined) ?? boleh.lain;
  if (sendiri === undefined) throw new Error(`the row of ${rute} says nothing of ${peran}`);
  return sendiri;
}

/** The paths of a row, one for each of its alternatives (`a|b`), with parameters filled in; throws where one has no value. */
export function jalurDari({ rute, isi = {}, kueri, satu }: Baris): string[] {
  const bagian = rute.slice(rute.indexOf(" ") + 1).split("/");
  const terisi = bagian.map((b) => {
    if (!b.startsWith(":") && b !== "**") return satu ? b.split("|", 1) : b.split("|");
    const nilai = isi[b.replace(":", "")];
    if (nilai === undefined) throw new Error(`the row of ${rute} has no value for ${b}`);
    return [nilai];
  });
  const jalur = terisi.reduce<string[]>((awal, b) => awal.flatMap((a) => b.map((akhir) => `${a}/${akhir}`)), [""]);
  return jalur.map((j) => j.slice(1) + (kueri === undefined ? "" : `?${kueri}`));
}

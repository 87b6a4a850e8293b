import { type Formulir, susunFormulir } from "../proses/tugas.js";
import { createMesinPengguna, type MesinPengguna } from "../sesi/mesin-pengguna.js";
import { createSesi, type Sesi } from "../sesi/sesi.js";
import { type CetakLaporan, createCetakLaporan } from "../sla/laporan/cetak.js";
import { createPelapor, type Pelapor } from "../sla/laporan/pelapor.js";
import { createSla, type Sla } from "../sla/layanan.js";
import { createPencetakSurat, type PencetakSurat } from "../surat/render.js";
import { createPenyediaTemplat, type PenyediaTemplat } from "../surat-keluar/index.js";
import { tanggalWib } from "../waktu/wib.js";
import type { GatewayDeps } from "./deps.js";
import { createFormulirTerbaca, type FormulirTerbaca } from "./mesin/formulir-terbaca.js";
import { createMesin, type Mesin } from "./mesin/mesin.js";
import { createSopTerbaca, type SopTerbaca } from "./mesin/sop-terbaca.js";
import { mesinGigih, penggunaGigih } from "./mesin/tabrakan.js";

/** What the routes share: the dependencies, and the gateway's own views of the engine made from them. */
export interface Konteks extends GatewayDeps {
  /** The engine as the gateway's service account. */
  readonly mesin: Mesin;
  /** The engine as the person who asks. */
  readonly pengguna: MesinPengguna;
  readonly sesi: Sesi;
  readonly sop: SopTerbaca;
  /** The schemas of the forms' answers, by the gateway's clock. */
  readonly formulir: Formulir;
  readonly formulirTugas: FormulirTerbaca;
  readonly sla: Sla;
  /** SLA reports, and their PDF. */
  readonly laporan: Pelapor;
  readonly cetakLaporan: CetakLaporan;
  /** The letter folder; read when it is first asked for. */
  readonly pencetakSurat: () => PencetakSurat;
  readonly templatSurat: () => PenyediaTemplat;
}

/** Makes the shared views; opens nothing. */
export function createKonteks(deps: GatewayDeps): Konteks {
  const engine = mesinGigih(deps.engine);
  const mesin = createMesin(engine);
  const pengguna = penggunaGigih(createMesinPengguna(deps.engineUrl, deps.asal));
  const sesi = createSesi({ mesin: pengguna, engine, kini: () => deps.jam().getTime() });
  const sop = createSopTerbaca(mesin);
  const formulir = susunFormulir(() => tanggalWib(deps.jam()));
  const formulirTugas = createFormulirTerbaca(mesin, formulir);
  const gagal = (err: unknown) => deps.logger.warn({ err }, "the SLA picture could not be refreshed");
  const sla = createSla({ engine, kalender: deps.kalender, jam: deps.jam, sop, gagal });
  const laporan = createPelapor({ sla, db: deps.db, kalender: deps.kalender, jam: deps.jam });
  let pencetak: PencetakSurat | undefined;
  const pencetakSurat = () => {
    pencetak ??= createPencetakSurat({ dir: deps.suratDir });
    return pencetak;
  };
  let templat: PenyediaTemplat | undefined;
  const templatSurat = () => {
    templat ??= createPenyediaTemplat(deps.db, pencetakSurat());
    return templat;
  };
  return {
    ...deps,
    engine,
    pencetakSurat,
    templatSurat,
    mesin,
    pengguna,
    sesi,
    sop,
    formulir,
    formulirTugas,
    sla,
    laporan,
    cetakLaporan: createCetakLaporan(deps.suratDir),
  };
}

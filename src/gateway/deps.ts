import type { KeyObject } from "node:crypto";
import type { Kalender } from "../calendar/calendar.js";
import type { Db } from "../db/open.js";
import type { Engine } from "../engine/client.js";
import type { GantunganKunci } from "../kredensial/index.js";
import type { Logger } from "../log.js";
import type { Merek } from "../merek.js";
import type { DepsTandaTangan } from "../tanda-tangan/index.js";

/** How drafts come into force. */
export interface PengaturanModeler {
  /** Whoever has edited or submitted a draft may not approve it. */
  readonly empatMata: boolean;
  /** Only a draft whose trial run passed can be submitted. */
  readonly ujiWajib: boolean;
  /** Time limit of one trial run in ms. */
  readonly ujiBatasMs: number;
}

/** How many wrong passwords are taken before somebody has to wait. */
export interface BatasMasuk {
  /** Of one account from one address, before the first pause of half a minute; each further one doubles it. */
  readonly percobaan: number;
  /** In a quarter of an hour from one address, or for one account: whoever has not signed in there before then waits. */
  readonly seluruhnya: number;
}

/** How much one address or one account may ask for. */
export interface Batas {
  /** Most requests a minute from one address. */
  readonly permintaanPerMenit: number;
  /** Most uploads a minute of one account. */
  readonly unggahanPerMenit: number;
  readonly masuk: BatasMasuk;
}

/** Everything the gateway works with; `main.ts` opens it, tests give their own. */
export interface GatewayDeps {
  /** Base address of the engine without a slash at the end. */
  readonly engineUrl: string;
  /** The product's own origin (scheme, host, port) as the engine knows it. */
  readonly asal: string;
  /** The engine as layanan-gateway. */
  readonly engine: Engine;
  /** The engine as layanan-modeler: deploys, migrates, plays trial runs. */
  readonly engineModeler: Engine;
  readonly db: Db;
  readonly logger: Logger;
  readonly kunci: GantunganKunci;
  readonly uploadMaxBytes: number;
  /** Folder of letter and SOP templates. */
  readonly suratDir: string;
  /** Folder of the built pages. */
  readonly webDir: string;
  /** Addresses of the simulators, shown on the landing page; null outside a demo. */
  readonly simulator: { readonly spse: string; readonly epesan: string } | null;
  /** Name, colours and logo of the agency in the web apps. */
  readonly merek: Merek;
  readonly jam: () => Date;
  /** The archive: codes of its register, years of retention, the key of its daily anchor, the script that goes with an export. */
  readonly arsip: {
    readonly kodeKlasifikasi: string;
    readonly unitPengolah: string;
    readonly simpanTahun: number;
    readonly kunci: KeyObject;
    readonly skrip: { readonly nama: string; readonly isi: string };
  };
  readonly modeler: PengaturanModeler;
  /** Working hours and holidays, for everything that counts working time. */
  readonly kalender: Kalender;
  readonly tandaTangan: DepsTandaTangan;
  /** Most requests a minute from one address to the public verification page. */
  readonly verifikasiPerMenit: number;
  readonly batas: Batas;
}

import type { Kalender } from "../calendar/calendar.js";
import type { Db } from "../db/open.js";
import type { Engine } from "../engine/client.js";
import type { GantunganKunci } from "../kredensial/index.js";
import type { Logger } from "../log.js";

/** Everything the gateway works with; `main.ts` opens it, tests give their own. */
export interface GatewayDeps {
  /** Base address of the engine without a slash at the end. */
  readonly engineUrl: string;
  /** The engine as layanan-gateway. */
  readonly engine: Engine;
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
  readonly jam: () => Date;
  /** Working hours and holidays, for everything that counts working time. */
  readonly kalender: Kalender;
}

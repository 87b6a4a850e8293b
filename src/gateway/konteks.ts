import type { GatewayDeps } from "./deps.js";
import { createMesin, type Mesin } from "./mesin.js";
import { createMesinPengguna, type MesinPengguna } from "./mesin-pengguna.js";
import { createSesi, type Sesi } from "./sesi.js";
import { createSopTerbaca, type SopTerbaca } from "./sop-terbaca.js";

/** What the routes share: the dependencies, and the gateway's own views of the engine made from them. */
export interface Konteks extends GatewayDeps {
  /** The engine as the gateway's service account. */
  readonly mesin: Mesin;
  /** The engine as the person who asks. */
  readonly pengguna: MesinPengguna;
  readonly sesi: Sesi;
  readonly sop: SopTerbaca;
}

/** Makes the shared views; opens nothing. */
export function createKonteks(deps: GatewayDeps): Konteks {
  const mesin = createMesin(deps.engine);
  const pengguna = createMesinPengguna(deps.engineUrl);
  const sesi = createSesi({ mesin: pengguna, engine: deps.engine, kini: () => deps.jam().getTime() });
  return { ...deps, mesin, pengguna, sesi, sop: createSopTerbaca(mesin) };
}

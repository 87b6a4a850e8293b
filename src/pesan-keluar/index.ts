/** What left the house: idempotency keys, keyed hashes and the log of outgoing messages (design decision 2). */
export { kunciPesan } from "./kunci-pesan.js";
export { bacaPesan, catatDicoba, catatTerkirim } from "./log.js";
export { sidikPesan } from "./sidik.js";

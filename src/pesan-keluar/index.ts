/** What left the house: idempotency keys, keyed hashes and the log of outgoing messages (design decision 2). */
export { kunciPesan, type MaksudPesan } from "./kunci-pesan.js";
export { bacaPesan, catatDicoba, catatTerkirim, type KeadaanPesan, type PesanDicatat } from "./log.js";
export { type IsiPesan, sidikPesan } from "./sidik.js";

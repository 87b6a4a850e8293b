/** Looking for given texts in everything that a running system wrote: database tables, files, recorded replies. */
export { disguises, filesWith, tablesWith } from "../../scripts/soak/traces.js";

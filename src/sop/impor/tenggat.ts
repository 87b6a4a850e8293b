/** What a row's Waktu becomes in a draft: due date, reminder, timer and escalation, as on the steps of the diagram in force. */
import { isoDariWaktu, type PolaTenggat, polaTenggat } from "../waktu.js";

/** Undefined where the Waktu is none that can be counted. */
export const tenggatDraf = (nomor: number, waktu: string): PolaTenggat | undefined =>
  isoDariWaktu(waktu) === undefined ? undefined : polaTenggat(nomor, waktu);

/**
 * An SOP's table says by when, but not who is told of it. The escalations of a draft are therefore raised and caught by
 * nobody: in the diagram in force an event sub-process catches them.
 */
export const TANYA_ESKALASI =
  "Siapa yang diberi tahu bila tenggat langkah dekat atau lewat? Sementara: tidak seorang pun.";

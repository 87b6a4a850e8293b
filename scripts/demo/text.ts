/** What the demo prints for people. Times are WIB (UTC+7). */
import { jamWib } from "../../src/waktu/wib.js";
import type { Pesan } from "./inbox.js";
import type { Langkah, Status } from "./status.js";

/** The texts of the SOP keep its italics as tags. */
const plain = (text: string): string =>
  text
    .replaceAll(/<\/?i>/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

const clock = (instant: string | null): string =>
  instant === null ? "–" : jamWib(new Date(instant)).toISOString().slice(11, 19);
const day = (instant: string | null): string =>
  instant === null ? "–" : jamWib(new Date(instant)).toISOString().slice(0, 16).replace("T", " ");

/** One row of the SOP that has been done. */
export function stepText(langkah: Langkah): string {
  const people = [...new Set(langkah.oleh.map(({ nama }) => nama))].join(", ");
  return [
    `${String(langkah.nomor).padStart(2)}. ${plain(langkah.aktivitas)}`,
    `    ${langkah.pelaksana}${people ? ` (${people})` : ""}`,
    `    ${clock(langkah.mulai)} – ${clock(langkah.selesai)} WIB, due ${day(langkah.tenggat)}`,
    `    Output: ${plain(langkah.output)}`,
    "",
  ].join("\n");
}

/** What has become of the request, and what lies in the inbox. */
export function endText({ nomor, akun, nomorSurat, arsip }: Status, inbox: readonly Pesan[]): string {
  const width = Math.max(0, ...inbox.map(({ kepada }) => kepada.length)) + 2;
  return [
    `Accounts of ${nomor}`,
    ...akun.map(
      (one) => `    ${one.nama} (${one.peran}): ${one.status}${one.hasilUserId ? `, ${one.hasilUserId}` : ""}`,
    ),
    "e-Pesan inbox",
    ...inbox.map(({ kepada, perihal }) => `    ${kepada.padEnd(width)}${perihal}`),
    `Archived letter  ${arsip?.nomorSurat ?? nomorSurat ?? "–"}`,
    `    SHA-256 ${arsip?.sha256 ?? "–"}`,
  ].join("\n");
}

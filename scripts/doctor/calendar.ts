/** The working calendar: is this year loaded, and when does the last loaded one end. */
import { bacaBerkasKalender } from "../../src/calendar/load.js";
import { periksaBerkas } from "../../src/calendar/schema.js";
import { awalHariWib, tahunWib } from "../../src/waktu/wib.js";
import { fromRoot } from "../system/addresses.js";
import { type Finding, fine, warning, wrong } from "./finding.js";

const DAY_MS = 86_400_000;
const WARN_DAYS = 60;

/** Reads the folder of `KALENDER_DIR` and judges its years. */
export async function calendar(folder: string, now: Date): Promise<Finding[]> {
  const files = await bacaBerkasKalender(fromRoot(folder));
  const years = files.flatMap(({ nama, isi }) => {
    const file = periksaBerkas(nama, isi);
    return "tahun" in file ? [file.tahun] : [];
  });
  return [yearsFinding(years, folder, now)];
}

/** What the loaded years mean on this day (WIB). */
export function yearsFinding(years: readonly number[], folder: string, now: Date): Finding {
  const thisYear = tahunWib(now);
  const todo = (year: number) =>
    `Put ${year}.json (holidays of the SKB for ${year}) into ${folder} and restart; an existing year shows the form.`;
  if (!years.includes(thisYear))
    return wrong("Calendar", `the year ${thisYear} is not there: no due date can be computed.`, todo(thisYear));
  const last = Math.max(...years);
  const left = Math.ceil((awalHariWib(`${last + 1}-01-01`).getTime() - now.getTime()) / DAY_MS);
  const says = `${years.toSorted((a, b) => a - b).join(", ")} loaded; the last ends in ${left} days.`;
  return left <= WARN_DAYS ? warning("Calendar", says, todo(last + 1)) : fine("Calendar", says);
}

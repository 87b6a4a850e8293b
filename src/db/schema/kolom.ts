/** Kinds of columns that drizzle does not have, or not as they are used here. */
import { customType, timestamp } from "drizzle-orm/pg-core";

/** Bytes. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });
/** The words of a text as PostgreSQL searches them; written by the database only. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
/** A moment; a Date in code, with its zone in the database. */
export const waktu = (nama: string) => timestamp(nama, { withTimezone: true, mode: "date" });

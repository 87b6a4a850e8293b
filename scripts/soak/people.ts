/** The people who work at the requests, with a session each that is opened anew when the engine has forgotten it. */
import { Ditolak, masuk, type Pengguna } from "../drive/pengguna.js";
import type { Running } from "./system.js";

/** Who acts: clerks of two Satker, head of UKPBJ, head of LPSE, one of the Tim. */
export type Person = "dewi" | "rudi" | "hendra" | "ratna" | "andi";

/** One session for each person, shared by all who work at the same time. */
export interface People {
  /** Lets a person do something; throws what went wrong. After a lost session the next call signs in again. */
  as<T>(person: Person, work: (pengguna: Pengguna) => Promise<T>): Promise<T>;
}

/** Nobody is signed in before it is needed. */
export function createPeople({ addresses, secrets }: Running): People {
  const sessions = new Map<Person, Promise<Pengguna>>();
  const open = (person: Person): Promise<Pengguna> => {
    const session = sessions.get(person) ?? masuk(addresses.gateway, person, secrets.DEMO_PASSWORD);
    sessions.set(person, session);
    return session;
  };
  return {
    async as(person, work) {
      const session = open(person);
      try {
        return await work(await session);
      } catch (error) {
        // Several may use the session that failed; the first to notice opens the next one.
        if (isSessionLost(error) && sessions.get(person) === session) sessions.delete(person);
        throw error;
      }
    },
  };
}

/** Anything that is not a clear refusal of this one call may be due to the session. */
const isSessionLost = (error: unknown): boolean =>
  !(error instanceof Ditolak) || error.status === 401 || error.status === 403 || error.status >= 500;

/** The product as people reach it: through Caddy, over TLS, trusting the authority that Caddy made for itself. */
import { Agent, fetch as send } from "undici";
import { Ditolak, type Pengguna } from "../../../scripts/drive/pengguna.js";
import { insist } from "../../../scripts/soak/insist.js";

/** Lets `fetch` trust this certificate authority (PEM). A test file has a global of its own, so it is replaced there. */
export function trust(ca: string): void {
  const dispatcher = new Agent({ connect: { ca } });
  const trusting: unknown = (url: string, init: object) => send(url, { ...init, dispatcher });
  globalThis.fetch = trusting as typeof fetch;
}

const isPassing = (error: unknown): boolean => !(error instanceof Ditolak) || error.status >= 500;
const isDoneAlready = (error: unknown): boolean => error instanceof Ditolak && [404, 409].includes(error.status);

/** A person who tries again while a part of the system restarts, and takes "already done" for done the second time. */
export function patient(person: Pengguna): Pengguna {
  return {
    ...person,
    panggil: (...args) =>
      again(async () => {
        const reply = await person.panggil(...args);
        if (reply.status >= 500) throw new Ditolak(reply.status, reply.isi, args.join(" "));
        return reply;
      }),
    unggah: (...args) => again(() => person.unggah(...args)),
    unduh: (...args) => again(() => person.unduh(...args)),
    tugas: (...args) => again(() => person.tugas(...args)),
    klaim: (...args) => again(() => person.klaim(...args), undefined),
    selesaikan: (...args) => again(() => person.selesaikan(...args), undefined),
  };
}

/** With a second argument, a refusal after a lost reply means that the first try had arrived: that is the answer then. */
function again<T>(work: () => Promise<T>, ...done: [T?]): Promise<T> {
  let tries = 0;
  const once = async () => {
    tries += 1;
    try {
      return await work();
    } catch (error) {
      if (tries > 1 && done.length > 0 && isDoneAlready(error)) return done[0] as T;
      throw error;
    }
  };
  return insist(once, isPassing);
}

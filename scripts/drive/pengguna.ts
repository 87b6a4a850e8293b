/** A person at the browser, without the browser: the HTTP calls that Tasklist makes, one session each. */
import { z } from "zod";
import type { IsiPermohonan, NamaFormulir } from "../../src/proses/tugas.js";
import { Dokumen } from "../../src/proses/variabel.js";

const ENGINE = "/camunda/api/engine/engine/default";
const PROCESS = "reset-password-spse";

const Tugas = z.object({
  id: z.string(),
  name: z.string(),
  taskDefinitionKey: z.string(),
  processInstanceId: z.string(),
  assignee: z.string().nullable(),
  due: z.string().nullable(),
});
/** A task as the engine lists it; `due` is the engine's timestamp. */
export type Tugas = z.infer<typeof Tugas>;

/** A reply: status and body, parsed where it is JSON. */
export interface Balasan {
  readonly status: number;
  readonly isi: unknown;
}

/** The product refused a call: `status` is HTTP, `isi` its body, `message` its words. */
export class Ditolak extends Error {
  constructor(
    readonly status: number,
    readonly isi: unknown,
    apa: string,
  ) {
    super(`${apa}: ${status} ${pesan(isi)}`);
    this.name = "Ditolak";
  }
}

const pesan = (isi: unknown): string => {
  const { detail, message } = (isi ?? {}) as { detail?: string; message?: string };
  return detail ?? message ?? "";
};

/** What one signed-in person can do. Every method throws Ditolak on a refusal, except `panggil`, which answers it. */
export interface Pengguna {
  readonly id: string;
  panggil(method: string, path: string, body?: unknown): Promise<Balasan>;
  unggah(nama: string, isi: Uint8Array): Promise<Dokumen>;
  /** The bytes of a document, as the preview loads them. */
  unduh(idDokumen: string): Promise<Uint8Array>;
  /** Fills the start form; answers the request's number and its process instance. */
  mulai(isi: IsiPermohonan): Promise<{ nomor: string; instans: string }>;
  /** The open tasks this person may see, of one request or of one step if asked so. */
  tugas(saring?: { instans?: string; langkah?: NamaFormulir }): Promise<Tugas[]>;
  klaim(idTugas: string): Promise<void>;
  /** Sends a form's answer. */
  selesaikan(idTugas: string, jawaban: unknown): Promise<void>;
}

/** Called with every reply any person got; for tests that look for what must not be there. */
export type Saksi = (method: string, path: string, status: number, body: string) => void;

interface Session {
  readonly base: string;
  readonly cookies: Map<string, string>;
  readonly saksi: Saksi;
}

function keepCookies({ cookies }: Session, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
  }
}

function headers({ cookies }: Session, contentType?: string): Record<string, string> {
  const token = cookies.get("XSRF-TOKEN");
  return {
    accept: "application/json",
    cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join("; "),
    ...(token ? { "x-xsrf-token": token } : {}),
    ...(contentType ? { "content-type": contentType } : {}),
  };
}

const parse = (text: string): unknown => {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
};

async function send(
  session: Session,
  method: string,
  path: string,
  body?: string | Blob,
  contentType?: string,
): Promise<Balasan> {
  const init: RequestInit = { method, headers: headers(session, contentType), redirect: "manual" };
  const response = await fetch(session.base + path, body === undefined ? init : { ...init, body });
  keepCookies(session, response);
  const text = await response.text();
  session.saksi(method, path, response.status, text);
  return { status: response.status, isi: parse(text) };
}

const sendJson = (session: Session, method: string, path: string, body?: unknown): Promise<Balasan> =>
  send(session, method, path, body === undefined ? undefined : JSON.stringify(body), "application/json");

/** Not shown to the witness: a document is bytes, not text. */
async function download(session: Session, path: string): Promise<Uint8Array> {
  const response = await fetch(session.base + path, { headers: headers(session) });
  if (!response.ok) throw new Ditolak(response.status, parse(await response.text()), `unduh ${path}`);
  return new Uint8Array(await response.arrayBuffer());
}

async function must<T>(reply: Promise<Balasan>, apa: string, schema: z.ZodType<T>): Promise<T> {
  const { status, isi } = await reply;
  if (status >= 400) throw new Ditolak(status, isi, apa);
  return schema.parse(isi);
}

const jawabanVariable = (jawaban: unknown) => ({
  variables: { jawaban: { type: "Json", value: JSON.stringify(jawaban) } },
});

/** Signs a person in at `base`, the product's address, as the web apps do; throws Ditolak where name or password is wrong. */
export async function masuk(
  base: string,
  id: string,
  kataSandi: string,
  saksi: Saksi = () => undefined,
): Promise<Pengguna> {
  const session: Session = { base, cookies: new Map(), saksi };
  // Each page of the web apps sets the XSRF token of its session; the login opens a new session.
  const page = () => send(session, "GET", "/camunda/app/tasklist/default/");
  await page();
  const login = new URLSearchParams({ username: id, password: kataSandi }).toString();
  const path = "/camunda/api/admin/auth/user/default/login/tasklist";
  await must(send(session, "POST", path, login, "application/x-www-form-urlencoded"), `masuk ${id}`, z.unknown());
  await page();
  return person(session, id);
}

const person = (session: Session, id: string): Pengguna => ({
  id,
  panggil: (method, path, body) => sendJson(session, method, path, body),
  unggah: (nama, isi) =>
    must(
      send(
        session,
        "POST",
        `/api/dokumen?nama=${encodeURIComponent(nama)}`,
        new Blob([new Uint8Array(isi)]),
        "application/pdf",
      ),
      `unggah ${nama}`,
      Dokumen,
    ),
  unduh: (idDokumen) => download(session, `/api/dokumen/${idDokumen}`),
  async mulai(isi) {
    const definition = await must(
      sendJson(session, "GET", `${ENGINE}/process-definition/key/${PROCESS}`),
      "proses",
      z.object({ id: z.string() }),
    );
    const started = sendJson(
      session,
      "POST",
      `${ENGINE}/process-definition/${definition.id}/submit-form`,
      jawabanVariable(isi),
    );
    const { id: instans, businessKey: nomor } = await must(
      started,
      "mulai",
      z.object({ id: z.string(), businessKey: z.string() }),
    );
    return { nomor, instans };
  },
  tugas: ({ instans, langkah } = {}) =>
    must(
      sendJson(session, "POST", `${ENGINE}/task?maxResults=200`, {
        processDefinitionKey: PROCESS,
        sorting: [{ sortBy: "created", sortOrder: "asc" }],
        ...(instans ? { processInstanceId: instans } : {}),
        ...(langkah ? { taskDefinitionKey: langkah } : {}),
      }),
      "daftar tugas",
      z.array(Tugas),
    ),
  async klaim(idTugas) {
    await must(sendJson(session, "POST", `${ENGINE}/task/${idTugas}/claim`, { userId: id }), "klaim", z.unknown());
  },
  async selesaikan(idTugas, jawaban) {
    await must(
      sendJson(session, "POST", `${ENGINE}/task/${idTugas}/submit-form`, jawabanVariable(jawaban)),
      "selesaikan",
      z.unknown(),
    );
  },
});

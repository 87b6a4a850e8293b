/** The engine's definitions and deployments in memory, as the modeler's service account sees them. */
import { readdirSync, readFileSync } from "node:fs";
import { type Engine, EngineError } from "../../../src/engine/client.js";

export const KUNCI = "reset-password-spse";
export const XML = readFileSync("bpmn/reset-password-spse.bpmn", "utf8");

export const FORMULIR = readdirSync("bpmn/forms")
  .sort()
  .map((nama) => `forms/${nama}`);

interface VersiPalsu {
  readonly id: string;
  readonly key: string;
  readonly version: number;
  readonly xml: string;
  readonly deployment: string;
  readonly berkas: readonly string[];
  readonly sumber: string;
}

/** An engine with one version deployed by the start of the system; `pasang` adds one as somebody else would. */
export function versiPalsu() {
  const versi: VersiPalsu[] = [];
  const pasang = (xml: string, sumber: string, berkas: readonly string[] = FORMULIR) => {
    const key = /<bpmn:process id="([^"]+)"/.exec(xml)?.[1] ?? KUNCI;
    const version = versi.filter((v) => v.key === key).length + 1;
    const deployment = `d${versi.length + 1}`;
    const satu = { id: `${key}:${version}:v${version}`, key, version, xml, deployment, berkas, sumber };
    versi.push(satu);
    return satu;
  };
  const pertama = pasang(XML, "provisioning", FORMULIR);
  const hak: unknown[] = [];
  const dto = (v: VersiPalsu) => ({
    id: v.id,
    key: v.key,
    name: v.key === KUNCI ? "Reset Password Akun SPSE" : null,
    version: v.version,
    versionTag: /versionTag="([^"]*)"/.exec(v.xml)?.[1] ?? null,
    deploymentId: v.deployment,
  });
  const jawab = async (jalur: string, query: Record<string, unknown>, body: unknown): Promise<unknown> => {
    const urut = versi.toReversed();
    if (jalur === "GET /process-definition") {
      if (query.key === "milik-lain" && query.withoutTenantId === undefined)
        return [{ ...dto(pertama), key: query.key, tenantId: "dinas-lain" }];
      const cocok = urut.filter(
        (v) =>
          [undefined, v.key].includes(query.key as string) &&
          [undefined, v.id].includes(query.processDefinitionId as string),
      );
      const terbaru = cocok.filter((v, i) => cocok.findIndex((w) => w.key === v.key) === i);
      return (query.latestVersion ? terbaru : cocok).map(dto);
    }
    if (jalur === "GET /authorization") return [];
    if (jalur === "POST /authorization/create") return hak.push(body);
    if (jalur === "GET /process-definition/statistics")
      return versi.map((v) => ({ id: v.id, instances: 3 - v.version }));
    if (jalur === "GET /deployment")
      return versi.map((v) => ({
        id: v.deployment,
        name: "x",
        source: v.sumber,
        deploymentTime: "2026-11-23T09:00:00.000+0700",
      }));
    const xml = /^GET \/process-definition\/([^/]+)\/xml$/.exec(jalur)?.[1];
    if (xml) return { bpmn20Xml: versi.find((v) => v.id === decodeURIComponent(xml))?.xml };
    const sumber = /^GET \/deployment\/([^/]+)\/resources$/.exec(jalur)?.[1];
    if (sumber)
      return [`${KUNCI}.bpmn`, ...(versi.find((v) => v.deployment === sumber)?.berkas ?? [])].map((name) => ({
        id: name,
        name,
      }));
    if (jalur === "POST /deployment/create" && body instanceof FormData) {
      const berkas = [...body.entries()].flatMap(([nama, isi]) => (isi instanceof Blob ? [{ nama, isi }] : []));
      const [diagram, ...lain] = berkas;
      const baru = pasang(
        (await diagram?.isi.text()) ?? "",
        String(body.get("deployment-source")),
        lain.map((b) => b.nama),
      );
      return { id: baru.deployment, deployedProcessDefinitions: { [baru.id]: dto(baru) } };
    }
    throw new EngineError(404, "NotFound", jalur);
  };
  const engine: Engine = {
    call: async (method, path, { query = {}, body, schema }) =>
      schema.parse(await jawab(`${method} ${path}`, query, body)),
    text: async (path) => `isi ${path}`,
  };
  return { engine, versi, pasang, hak };
}

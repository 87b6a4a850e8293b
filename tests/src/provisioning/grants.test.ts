import { describe, expect, it } from "@jest/globals";
import { readOrganisasi } from "../../../src/organisasi.js";
import { type Grant, grants, processGrants, resource } from "../../../src/provisioning/grants.js";

const all = grants(readOrganisasi("bpmn/organisasi.json"));
const keyOf = ({ to, resourceType, resourceId }: Grant) => JSON.stringify([to, resourceType, resourceId]);
const holderOf = ({ to }: Grant) => (to === "everybody" ? to : Object.values(to)[0]);

describe("the table of rights", () => {
  it("has one line for each holder and resource, so that none overwrites another", () => {
    expect(new Set(all.map(keyOf)).size).toBe(all.length);
  });

  it("gives nobody the whole of anything, and nobody the right to delete", () => {
    expect(all.filter(({ permissions }) => permissions.some((p) => /^(ALL|DELETE.*)$/.test(p)))).toEqual([]);
  });

  it("lets a Satuan Kerja start requests and read nothing of others", () => {
    const rights = all.filter((g) => holderOf(g) === "satuan-kerja").map((g) => [g.resourceType, g.permissions.join()]);
    expect(rights).toEqual([
      [resource.application, "ACCESS"],
      [resource.application, "ACCESS"],
      [resource.processDefinition, "READ,CREATE_INSTANCE"],
      [resource.processInstance, "CREATE"],
    ]);
  });

  it("opens Tasklist to every group, Cockpit to the process owners, Admin to nobody", () => {
    const may = (app: string) =>
      all.filter((g) => g.resourceType === resource.application && g.resourceId === app).map(holderOf);
    expect(may("tasklist")).toHaveLength(readOrganisasi("bpmn/organisasi.json").grup.length);
    expect(may("cockpit")).toEqual(["pemilik-proses"]);
    expect([...may("admin"), ...may("*")]).toEqual([]);
  });

  it("lets only the modeler's account deploy and migrate, and start only trial runs", () => {
    const may = (permission: string) => all.filter((g) => g.permissions.includes(permission));
    expect([...may("MIGRATE_INSTANCE"), ...may("CREATE_BATCH_MIGRATE_PROCESS_INSTANCES")].map(holderOf)).toEqual([
      "layanan-modeler",
      "layanan-modeler",
    ]);
    const deploys = all.filter((g) => g.resourceType === resource.deployment && g.permissions.includes("CREATE"));
    expect(deploys.map(holderOf)).toEqual(["layanan-modeler"]);
    const starts = may("CREATE_INSTANCE").map((g) => [holderOf(g), g.resourceId]);
    expect(starts).toEqual([
      ["satuan-kerja", "reset-password-spse"],
      ["layanan-modeler", "uji-coba"],
    ]);
  });

  it("lets only the modeler's account give rights, and nobody make groups", () => {
    const authorizations = all.filter((g) => g.resourceType === resource.authorization);
    expect(authorizations.map((g) => [holderOf(g), g.permissions.join()])).toEqual([
      ["layanan-modeler", "READ,CREATE,UPDATE"],
    ]);
    expect(all.filter((g) => g.resourceType === resource.group && g.permissions.join() !== "READ")).toEqual([]);
  });

  it("lets service accounts into no web app", () => {
    const services = all.filter((g) => String(holderOf(g)).startsWith("layanan-"));
    expect(services.length).toBeGreaterThan(0);
    expect(services.filter((g) => g.resourceType === resource.application)).toEqual([]);
  });
});

describe("the rights of a process that a process owner brings into force", () => {
  const rights = processGrants("pinjam-ruang", { starters: ["pegawai"], workers: ["pegawai", "satuan-kerja"] });
  const on = (holder: string) =>
    rights.filter((g) => holderOf(g) === holder && g.resourceType === resource.processDefinition);

  it("let the lane of its start begin it, and every lane see its requests", () => {
    expect(on("pegawai").map((g) => [g.resourceId, g.permissions.join()])).toEqual([
      ["pinjam-ruang", "READ,READ_INSTANCE,READ_TASK,READ_HISTORY,CREATE_INSTANCE"],
    ]);
    const starts = rights.filter((g) => g.resourceType === resource.processInstance);
    expect(starts.map((g) => [holderOf(g), g.permissions.join()])).toEqual([["pegawai", "CREATE"]]);
  });

  it("let a Satuan Kerja read nothing of others there either", () => {
    expect(on("satuan-kerja").map((g) => g.permissions.join())).toEqual(["READ"]);
  });

  it("change nothing of what the process of this product has", () => {
    const workers = ["satuan-kerja", "kepala-ukpbj", "kepala-lpse", "tim-pengelola-lpse"];
    const ours = processGrants("reset-password-spse", { starters: ["satuan-kerja"], workers });
    const same = (a: Grant) => JSON.stringify({ ...a, permissions: [...a.permissions].sort() });
    expect(ours.map(same).filter((g) => !all.map(same).includes(g))).toEqual([]);
  });
});

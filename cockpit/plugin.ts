/** The SLA plug-in's entry: what stands where in Cockpit; the parts themselves are loaded when they are first shown. */
import { bagian, type Plugin } from "./plugin-api.js";
import { teks } from "./teks/index.js";

const gagal = (wadah: HTMLElement) => {
  wadah.textContent = teks().gagalMuat;
};
const diWadah = (muat: Parameters<typeof bagian<HTMLElement>>[0]) => bagian(muat, gagal);

const plugins: readonly Plugin[] = [
  {
    id: "sla-menu",
    pluginPoint: "cockpit.navigation",
    priority: 90,
    properties: { pagePath: "#/sla", label: "SLA", checkActive: (alamat: string) => alamat.includes("#/sla") },
  },
  {
    id: "sla",
    pluginPoint: "cockpit.route",
    properties: { path: "/sla", label: "/sla" },
    ...diWadah(async () => (await import("./halaman/halaman.js")).pasangHalaman),
  },
  {
    id: "sla-permohonan",
    pluginPoint: "cockpit.route",
    properties: { path: "/sla/permohonan/:id", label: "/sla" },
    ...diWadah(async () => (await import("./instans/tab.js")).pasangLembar),
  },
  {
    id: "sla-dasbor",
    pluginPoint: "cockpit.dashboard",
    priority: 100,
    ...diWadah(async () => (await import("./dasbor/ubin.js")).pasangUbin),
  },
  {
    id: "sla-instans",
    pluginPoint: "cockpit.processInstance.runtime.tab",
    priority: 15,
    properties: { label: "SLA" },
    ...diWadah(async () => (await import("./instans/tab.js")).pasangTab),
  },
  {
    id: "sla-diagram",
    pluginPoint: "cockpit.processDefinition.diagram.plugin",
    ...bagian(
      async () => (await import("./definisi/overlay.js")).pasangOverlay,
      () => {},
    ),
  },
];

export default plugins;

/** Lanes and rows of the SOP, read from the diagram in force: the filters follow the diagram. */
import type { Pilihan } from "./sla.js";

interface PilihanSop {
  readonly lajur: readonly Pilihan[];
  readonly langkah: readonly Pilihan[];
}

const kosong: PilihanSop = { lajur: [], langkah: [] };
const unsur = (akar: Document | Element, nama: string) => [...akar.getElementsByTagNameNS("*", nama)];

/** What a diagram offers to choose from; nothing for a text that is no diagram. */
function bacaSop(xml: string): PilihanSop {
  const dokumen = new DOMParser().parseFromString(xml, "application/xml");
  const lajur = unsur(dokumen, "lane").flatMap((lane) => {
    const grup = unsur(lane, "pelaksana")[0]?.getAttribute("grup");
    return grup ? [{ id: grup, nama: lane.getAttribute("name") ?? grup }] : [];
  });
  const langkah = unsur(dokumen, "langkah").map((baris) => {
    const kegiatan = baris.parentElement?.parentElement?.getAttribute("name") ?? "";
    const nomor = baris.getAttribute("nomor") ?? "";
    return { id: nomor, nama: `${nomor}. ${kegiatan}` };
  });
  return { lajur, langkah: langkah.sort((a, b) => Number(a.id) - Number(b.id)) };
}

/** Reads the diagram in force; nothing to choose from where it cannot be had. */
export async function ambilSop(): Promise<PilihanSop> {
  try {
    const balasan = await fetch("/api/proses/diagram", { credentials: "same-origin" });
    return balasan.ok ? bacaSop(await balasan.text()) : kosong;
  } catch {
    return kosong;
  }
}

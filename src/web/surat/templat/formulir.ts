/** The fields of a template; every change tells the whole template and what is wrong in it. */
import { z } from "zod";
import { IsiTemplat } from "../../../surat/isi-templat.js";
import { h } from "../../dom.js";
import { area, bidang, masukan } from "../../formulir/bagian/bidang.js";
import { type BidangTemplat, KELOMPOK } from "./bidang.js";
import { galatBidang, nilaiBidang, setelNilai, teksBidang } from "./isian.js";

type Kontrol = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const bahasa = z.locales.id().localeError;
const BENTUK = [
  ["surat-dinas", "Surat Dinas"],
  ["nota-dinas", "Nota Dinas"],
] as const;

interface FormulirTemplat {
  readonly elemen: HTMLElement;
  /** The template as the fields say; faulty fields are marked. */
  isi(): { readonly isi: unknown; readonly sah: boolean };
  setel(isi: unknown): void;
}

interface SifatFormulir {
  readonly isi: unknown;
  readonly logo: readonly string[];
  readonly terkunci: boolean;
  /** Called on every change; `contoh` is the sample that shows the field. */
  readonly saatBerubah: (contoh: string | undefined) => void;
}

function kontrolBidang(b: BidangTemplat, logo: readonly string[]): Kontrol {
  if (b.jenis === "alinea") return area("", 3);
  if (b.jenis === "daftar") return area("", 2);
  if (b.jenis === "bentuk") return pilih(BENTUK);
  if (b.jenis === "logo") return pilih([["", "Tanpa logo"], ...logo.map((nama) => [nama, nama] as const)]);
  return masukan("", b.jenis === "angka" ? { inputmode: "numeric" } : {});
}

const pilih = (isi: readonly (readonly [string, string])[]): HTMLSelectElement =>
  h(
    "select",
    { class: "rp-kontrol" },
    isi.map(([nilai, teks]) => h("option", { value: nilai }, teks)),
  );

/** Draws the fields in their groups, the first group open. */
export function formulirTemplat({ isi: awal, logo, terkunci, saatBerubah }: SifatFormulir): FormulirTemplat {
  let pohon = awal;
  const daftar = KELOMPOK.flatMap((k) =>
    k.bidang.map((b) => ({ b, contoh: k.contoh, kontrol: kontrolBidang(b, logo) })),
  );
  const wadah = new Map(daftar.map(({ b, kontrol }) => [b.jalur, bidang(b, kontrol)]));
  const elemen = h(
    "form",
    { class: "rp-templat-isian", onsubmit: (e) => e.preventDefault() },
    KELOMPOK.map((k, i) =>
      h(
        "details",
        { class: "rp-lipat", open: i === 0, ontoggle: (e) => terbuka(e) && k.contoh && saatBerubah(k.contoh) },
        h("summary", {}, k.judul),
        h(
          "div",
          { class: "rp-tumpuk" },
          k.bidang.map((b) => wadah.get(b.jalur)),
        ),
      ),
    ),
  );
  const tandai = (galat: ReadonlyMap<string, string>) => {
    for (const { b, kontrol } of daftar) {
      const pesan = galat.get(b.jalur) ?? "";
      const tempat = wadah.get(b.jalur)?.querySelector<HTMLElement>(".rp-galat");
      if (pesan === "") kontrol.removeAttribute("aria-invalid");
      else kontrol.setAttribute("aria-invalid", "true");
      if (!tempat) continue;
      tempat.textContent = pesan;
      tempat.hidden = pesan === "";
    }
  };
  const setel = (baru: unknown) => {
    pohon = baru;
    for (const { b, kontrol } of daftar) kontrol.value = teksBidang(b, pohon);
  };
  for (const { b, contoh, kontrol } of daftar) {
    kontrol.disabled = terkunci;
    kontrol.addEventListener("input", () => {
      pohon = setelNilai(pohon, b.jalur, nilaiBidang(b, kontrol.value));
      saatBerubah(contoh);
    });
  }
  setel(awal);
  return {
    elemen,
    setel,
    isi: () => {
      const hasil = IsiTemplat.safeParse(pohon, { error: bahasa });
      const galat = galatBidang(
        daftar.map(({ b }) => b),
        hasil.error?.issues ?? [],
      );
      tandai(galat);
      return { isi: pohon, sah: hasil.success };
    },
  };
}

const terbuka = (e: Event): boolean => e.target instanceof HTMLDetailsElement && e.target.open;

/** Where a person can go from the landing page, by role. Pure but for the drawing at the end. */
import type { Info, Saya } from "../api/skema.js";
import { h } from "../dom.js";

interface Tautan {
  readonly alamat: string;
  readonly judul: string;
  readonly keterangan: string;
  readonly utama?: boolean;
  readonly tabBaru?: boolean;
}

/** Path of Tasklist for the engine "default"; who is not signed in gets its sign-in page. */
export const TASKLIST = "/camunda/app/tasklist/default/#/";
/** Opens Tasklist's start dialog with the process already chosen. */
export const AJUKAN = `${TASKLIST}?processStart=reset-password-spse`;

interface JumlahTugas {
  readonly milik: number;
  readonly unit: number;
}

function kataTugas(jumlah: JumlahTugas | undefined): string {
  if (!jumlah) return "Buka daftar tugas";
  const milik = jumlah.milik > 0 ? `${jumlah.milik} menunggu Anda` : "Tidak ada yang menunggu Anda";
  return jumlah.unit > 0 ? `${milik}, ${jumlah.unit} di unit belum diambil` : milik;
}

/** The links that this person may use. */
export function tautanMenu(saya: Saya, info: Info, jumlah: JumlahTugas | undefined): Tautan[] {
  const boleh = (aplikasi: string, tautan: Tautan) => (saya.aplikasi.includes(aplikasi) ? [tautan] : []);
  const simulator: Tautan[] = info.simulator
    ? [
        {
          alamat: info.simulator.spse,
          judul: "Simulator SPSE",
          keterangan: "Peragaan: akun dan gangguan",
          tabBaru: true,
        },
        {
          alamat: info.simulator.epesan,
          judul: "Simulator e-Pesan",
          keterangan: "Peragaan: kotak masuk",
          tabBaru: true,
        },
      ]
    : [];
  return [
    ...(saya.satker
      ? [
          {
            alamat: AJUKAN,
            judul: "Ajukan permohonan",
            keterangan: "Siapkan surat yang sudah ditandatangani",
            utama: true,
          },
        ]
      : []),
    ...boleh("tasklist", { alamat: TASKLIST, judul: "Daftar tugas", keterangan: kataTugas(jumlah) }),
    ...boleh("cockpit", {
      alamat: "/camunda/app/cockpit/default/",
      judul: "Pemantauan (Cockpit)",
      keterangan: "Proses yang berjalan dan gangguannya",
    }),
    ...boleh("admin", {
      alamat: "/camunda/app/admin/default/",
      judul: "Pengelolaan (Admin)",
      keterangan: "Pengguna, grup, dan hak",
    }),
    ...boleh("admin", { alamat: "/audit/", judul: "Jejak audit", keterangan: "Siapa melakukan atau melihat apa" }),
    ...(saya.internal
      ? [
          { alamat: "/surat/nomor/", judul: "Surat keluar", keterangan: "Nomor yang terpakai dan templat surat" },
          { alamat: "/arsip/", judul: "Arsip", keterangan: "Surat yang sudah terbit, laporan, dan keutuhannya" },
        ]
      : []),
    { alamat: "/modeler/", judul: "Diagram proses", keterangan: "Sebelas langkah SOP dan jalurnya" },
    ...simulator,
  ];
}

/** The links as tiles. */
export const gambarMenu = (tautan: readonly Tautan[]): HTMLElement =>
  h(
    "nav",
    { class: "rp-menu", "aria-label": "Menu" },
    tautan.map((t) =>
      h(
        "a",
        {
          href: t.alamat,
          class: t.utama ? "rp-menu-utama" : null,
          target: t.tabBaru ? "_blank" : null,
          rel: t.tabBaru ? "noopener" : null,
        },
        h("strong", {}, t.judul),
        h("span", { class: "rp-kecil" }, t.keterangan),
      ),
    ),
  );

/** Bringing a draft into force: the way from the editor to the pages of `/modeler/berlaku/`. */
import type { Perluasan } from "../perluasan.js";

export const perluasanBerlaku: readonly Perluasan[] = [
  {
    id: "berlaku",
    judul: "Bring into force",
    tombol: {
      utama: true,
      tampil: (x) => x.jenis === "draf",
      jalan: async (k) => {
        // What is not on the server yet would not be in the difference, the trial, the approval.
        await k.simpan();
        location.href = `/modeler/berlaku/#/draf/${encodeURIComponent(k.terbuka().id)}`;
      },
    },
  },
];

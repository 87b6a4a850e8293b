/** Paths of the icons, 24 × 24 units, drawn for this product. */
export const IKON = {
  jam: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 2a7 7 0 1 1 0 14 7 7 0 0 1 0-14Zm-1 2v5.4l4.2 2.5 1-1.7-3.2-1.9V7Z",
  berkas: "M6 2h8l5 5v15H6Zm2 2v16h9V8h-4V4Zm2 8h5v2h-5Zm0 4h5v2h-5Z",
  silang: "m6.4 5 5.6 5.6L17.6 5 19 6.4 13.4 12l5.6 5.6-1.4 1.4-5.6-5.6L6.4 19 5 17.6l5.6-5.6L5 6.4Z",
  tambah: "M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6Z",
  kiri: "m15 5 1.4 1.4L10.8 12l5.6 5.6L15 19l-7-7Z",
  kanan: "M9 5 7.6 6.4l5.6 5.6-5.6 5.6L9 19l7-7Z",
  kecil: "M5 11h14v2H5Z",
  tabBaru: "M4 4h7v2H6v12h12v-5h2v7H4Zm10 0h6v6h-2V7.4l-7.3 7.3-1.4-1.4L16.6 6H14Z",
  unduh: "M11 3h2v9.2l3.3-3.3 1.4 1.4L12 16l-5.7-5.7 1.4-1.4 3.3 3.3ZM4 18h16v2H4Z",
  unggah: "M12 3l5.7 5.7-1.4 1.4L13 6.8V16h-2V6.8L7.7 10.1 6.3 8.7ZM4 18h16v2H4Z",
  centang: "m9.5 16.2-4.2-4.2-1.4 1.4 5.6 5.6L20.5 8l-1.4-1.4Z",
  awas: "M12 3 1.8 20.5h20.4Zm0 4 6.7 11.5H5.3ZM11 10h2v4.5h-2Zm0 5.5h2v2h-2Z",
  salin: "M8 3h12v13h-4v5H4V8h4Zm2 2v9h8V5ZM6 10v9h8v-3H8v-6Z",
  cari: "M10 3a7 7 0 1 1-4.4 12.4 7 7 0 0 1 4.4-12.4Zm0 2a5 5 0 1 0 0 10 5 5 0 0 0 0-10Zm5.9 9.5L21 19.6 19.6 21l-5.1-5.1Z",
} as const;

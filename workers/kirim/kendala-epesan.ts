/** What the Tim reads when e-Pesan refuses a message to `kepada`. */
export function kendalaEpesan(kode: string, kepada: string): string {
  switch (kode) {
    case "EPESAN_TANPA_API":
      return "e-Pesan belum terhubung dengan sistem ini, sehingga pesan perlu disampaikan secara manual.";
    case "ALAMAT_TIDAK_DIKENAL":
      return `Alamat e-Pesan ${kepada} tidak dikenal.`;
    case "PESAN_TERLALU_BESAR":
      return "Pesan beserta lampirannya terlalu besar untuk e-Pesan.";
    case "KUNCI_DIPAKAI_ULANG":
      // So it is when a request comes back from a backup behind a message that had left already.
      return `e-Pesan sudah menerima pesan ini untuk ${kepada} dengan isi yang lain. Periksa di e-Pesan apa yang sudah sampai.`;
    default:
      return `e-Pesan menolak pesan ini${kode ? ` (${kode})` : ""}.`;
  }
}

/** Uploads one PDF with progress; XMLHttpRequest, since fetch cannot tell how much has been sent. */
import { Dokumen } from "../../proses/variabel.js";
import { ukuranKata } from "../teks.js";
import { bacaJson, GalatApi, galatBalasan } from "./panggil.js";

/** What is wrong with a file that can be seen without sending it; undefined when nothing is. `awal` are its first bytes. */
export function tolakBerkas(ukuran: number, awal: string, batas: number): string | undefined {
  if (ukuran === 0) return "Berkas ini kosong.";
  if (ukuran > batas) return `Berkas ini ${ukuranKata(ukuran)}; paling besar ${ukuranKata(batas)}.`;
  if (!awal.includes("%PDF-")) return "Berkas ini bukan PDF. Simpan atau pindai surat sebagai PDF, lalu unggah lagi.";
  return undefined;
}

/** One upload under way; `selesai` brings what `POST /api/dokumen` has stored. */
export interface Unggahan {
  readonly selesai: Promise<Dokumen>;
  batalkan(): void;
}

/** Sends the file; `kemajuan` gets 0 to 1. `selesai` rejects with GalatApi, kode DIBATALKAN after `batalkan`. */
export function unggah(berkas: File, kemajuan: (bagian: number) => void): Unggahan {
  const xhr = new XMLHttpRequest();
  const selesai = new Promise<Dokumen>((jadi, tolak) => {
    xhr.upload.onprogress = (e) => kemajuan(e.lengthComputable ? e.loaded / e.total : 0);
    xhr.onload = () => {
      const badan = bacaJson(xhr.responseText);
      const hasil = Dokumen.safeParse(badan);
      if (xhr.status === 201 && hasil.success) jadi(hasil.data);
      else tolak(galatBalasan(xhr.status, badan));
    };
    xhr.onerror = () => tolak(galatBalasan(0, undefined));
    xhr.onabort = () => tolak(new GalatApi(0, "DIBATALKAN", "Unggahan dibatalkan."));
  });
  xhr.open("POST", `/api/dokumen?nama=${encodeURIComponent(berkas.name)}`);
  xhr.setRequestHeader("content-type", "application/pdf");
  xhr.setRequestHeader("accept", "application/json");
  xhr.send(berkas);
  return { selesai, batalkan: () => xhr.abort() };
}

/** The address under which a stored document can be read. */
export const alamatDokumen = (id: string): string => `/api/dokumen/${encodeURIComponent(id)}`;

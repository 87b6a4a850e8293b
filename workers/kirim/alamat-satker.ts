import type { Organisasi } from "../../src/organisasi.js";
import { BpmnError } from "../runtime/index.js";

/** The e-Pesan address of a Satuan Kerja; throws the BPMN error `code` where the organisation file has no such unit. */
export function alamatSatker({ satker }: Organisasi, id: string, code: string): string {
  const unit = satker.find((satu) => satu.id === id);
  if (unit) return unit.epesan;
  throw new BpmnError(
    code,
    `Satuan Kerja ${id} tidak ada dalam daftar satuan kerja, sehingga alamat e-Pesan-nya tidak diketahui.`,
  );
}

import { expect, test } from "@jest/globals";
import { buatSimpanan } from "../../../../src/web/formulir/simpanan.js";

function gudangPeta() {
  const isi = new Map<string, string>();
  return {
    isi,
    getItem: (k: string) => isi.get(k) ?? null,
    setItem: (k: string, v: string) => void isi.set(k, v),
    removeItem: (k: string) => void isi.delete(k),
  };
}
const penuh = () => {
  throw new Error("QuotaExceededError");
};

test("an unfinished answer comes back to the same person at the same task only", () => {
  const gudang = gudangPeta();
  buatSimpanan(gudang, { pengguna: "dewi", tugas: "t1" }).simpan({ alasan: "belum selesai" });
  expect(buatSimpanan(gudang, { pengguna: "dewi", tugas: "t1" }).baca()).toEqual({ alasan: "belum selesai" });
  expect(buatSimpanan(gudang, { pengguna: "rudi", tugas: "t1" }).baca()).toBeUndefined();
  expect(buatSimpanan(gudang, { pengguna: "dewi", tugas: "t2" }).baca()).toBeUndefined();
});

test("nothing is left after it has been sent", () => {
  const gudang = gudangPeta();
  const simpanan = buatSimpanan(gudang, { pengguna: "dewi", tugas: "t1" });
  simpanan.simpan({ alasan: "x" });
  simpanan.hapus();
  expect(gudang.isi.size).toBe(0);
});

test("a draft that cannot be read counts as none", () => {
  const gudang = gudangPeta();
  for (const rusak of ["{", "[]", "null", "{}"]) {
    gudang.setItem("rp-draf:dewi:t1", rusak);
    expect(buatSimpanan(gudang, { pengguna: "dewi", tugas: "t1" }).baca()).toBeUndefined();
  }
});

test("a full or forbidden storage does not disturb the form", () => {
  const simpanan = buatSimpanan(
    { getItem: penuh, setItem: penuh, removeItem: penuh },
    { pengguna: "dewi", tugas: "t1" },
  );
  simpanan.simpan({ alasan: "x" });
  simpanan.hapus();
  expect(simpanan.baca()).toBeUndefined();
});

/** What a draft changes: every element added, removed, changed or moved, with each change in words. Pure. */
import { diff } from "bpmn-js-differ";
import type { ModdleElement } from "bpmn-moddle";
import { namaJenis } from "./istilah.js";
import { gambarBerubah } from "./letak.js";
import { type Unsur, uraiDiagram } from "./urai.js";

/** One property that differs; an empty text stands for "not said". */
export interface Rincian {
  readonly sifat: string;
  readonly lama: string;
  readonly baru: string;
}

/** One change; `elemen` is the id in the diagram, `nama` how people know the element. */
export interface Perubahan {
  readonly id: string;
  readonly jenis: "tambah" | "hapus" | "ubah" | "pindah";
  readonly elemen: string;
  readonly tipe: string;
  readonly nama: string;
  readonly rincian: readonly Rincian[];
}

/** All changes from one diagram to another: removed, added and changed by element, then what only moved. */
export function bandingkan(lama: ModdleElement, baru: ModdleElement): Perubahan[] {
  const [dulu, kini] = [uraiDiagram(lama), uraiDiagram(baru)];
  const letak = new Set([...Object.keys(diff(lama, baru)._layoutChanged), ...gambarBerubah(lama, baru)]);
  const hapus = [...dulu.values()].filter((u) => !kini.has(u.id)).map((u) => perubahan("hapus", u, rincian(u, kosong)));
  const tambah = [...kini.values()]
    .filter((u) => !dulu.has(u.id))
    .map((u) => perubahan("tambah", u, rincian(kosong, u)));
  const tetap = [...kini.values()].flatMap((u) => {
    const semula = dulu.get(u.id);
    return semula ? [{ u, beda: bedaUnsur(semula, u) }] : [];
  });
  const ubah = tetap.filter(({ beda }) => beda.length > 0).map(({ u, beda }) => perubahan("ubah", u, beda));
  const pindah = tetap.filter(({ u }) => letak.has(u.id)).map(({ u }) => perubahan("pindah", u, []));
  return [...ubah, ...tambah, ...hapus, ...pindah];
}

const kosong: Pick<Unsur, "sifat"> = { sifat: new Map() };

const perubahan = (jenis: Perubahan["jenis"], u: Unsur, r: readonly Rincian[]): Perubahan => ({
  id: `${jenis}:${u.id}`,
  jenis,
  elemen: u.id,
  tipe: u.tipe,
  nama: u.nama ? `${namaJenis(u.tipe)} “${u.nama}”` : namaJenis(u.tipe),
  rincian: r,
});

function bedaUnsur(lama: Unsur, baru: Unsur): Rincian[] {
  const jenis =
    lama.tipe === baru.tipe ? [] : [{ sifat: "Jenis", lama: namaJenis(lama.tipe), baru: namaJenis(baru.tipe) }];
  return [...jenis, ...rincian(lama, baru)];
}

function rincian(lama: Pick<Unsur, "sifat">, baru: Pick<Unsur, "sifat">): Rincian[] {
  const label = [...new Set([...lama.sifat.keys(), ...baru.sifat.keys()])];
  return label.flatMap((sifat) => {
    const [dulu, kini] = [lama.sifat.get(sifat), baru.sifat.get(sifat)];
    return dulu?.banding === kini?.banding ? [] : [{ sifat, lama: dulu?.teks ?? "", baru: kini?.teks ?? "" }];
  });
}

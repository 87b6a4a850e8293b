// Memeriksa ekspor arsip tanpa sistemnya: node periksa-ekspor.mjs [folder hasil unzip]
import { createHash, createPublicKey, verify } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

const baca = (nama) => readFileSync(`${process.argv[2] ?? "."}/${nama}`);
const sha256 = (isi) => createHash("sha256").update(isi).digest("hex");
const salah = [];
const hash = new Map();
let sebelum;
for (const baris of baca("rantai.jsonl").toString().split("\n").filter(Boolean)) {
  const entri = JSON.parse(baris);
  const catatan = JSON.parse(entri.catatan);
  const isi = `isi/${catatan.sha256}`;
  if (sha256(`${entri.sebelum}\n${entri.catatan}`) !== entri.hash) salah.push(`entri ${catatan.urut}: catatan berubah`);
  if ((sebelum ?? entri.sebelum) !== entri.sebelum) salah.push(`entri ${catatan.urut}: rantai putus`);
  if (!existsSync(`${process.argv[2] ?? "."}/${isi}`)) console.log(`entri ${catatan.urut}: salinan sudah dimusnahkan`);
  else if (sha256(baca(isi)) !== catatan.sha256) salah.push(`entri ${catatan.urut}: salinan berubah`);
  sebelum = entri.hash;
  hash.set(catatan.urut, entri.hash);
}
for (const j of JSON.parse(baca("jangkar.json"))) {
  const kunci = createPublicKey({ key: Buffer.from(j.kunciPublik, "base64"), format: "der", type: "spki" });
  const teks = Buffer.from(`${j.tanggal}\n${j.urut}\n${j.hash}\n`);
  const sah = verify(null, teks, kunci, Buffer.from(j.tandaTangan, "base64"));
  if (!sah || hash.get(j.urut) !== j.hash) salah.push(`jangkar ${j.tanggal}: tidak cocok`);
}
console.log(salah.length > 0 ? salah.join("\n") : `Utuh: ${hash.size} entri.`);
process.exitCode = salah.length > 0 ? 1 : 0;

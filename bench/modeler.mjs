/**
 * `npm run bench:modeler`: how fast the editor shows and drags a diagram of 500 elements, in headless Chromium.
 * First paint is measured from opening the address to the last shape on the canvas; frames while a task is dragged.
 */
import { chromium } from "playwright-core";
import { mulaiPeladen } from "../tests/web-modeler/peladen.mjs";

const BANYAK = 500;
const LAJU = 8;

/** A chain of tasks and gateways in rows: `n` elements, flows not counted. */
function diagram(n) {
  const id = (i) => `u${i}`;
  const letak = (i) => ({ x: 160 + (i % 25) * 160, y: 100 + Math.floor(i / 25) * 140 });
  const unsur = Array.from({ length: n }, (_, i) => {
    const masuk = i > 0 ? `<bpmn:incoming>f${i}</bpmn:incoming>` : "";
    const keluar = i < n - 1 ? `<bpmn:outgoing>f${i + 1}</bpmn:outgoing>` : "";
    const tipe = i === 0 ? "startEvent" : i === n - 1 ? "endEvent" : i % 5 === 0 ? "exclusiveGateway" : "userTask";
    return `<bpmn:${tipe} id="${id(i)}" name="Unsur ${i}">${masuk}${keluar}</bpmn:${tipe}>`;
  });
  const alur = Array.from(
    { length: n - 1 },
    (_, i) => `<bpmn:sequenceFlow id="f${i + 1}" sourceRef="${id(i)}" targetRef="${id(i + 1)}" />`,
  );
  const bentuk = Array.from({ length: n }, (_, i) => {
    const { x, y } = letak(i);
    const [w, h] = i === 0 || i === n - 1 ? [36, 36] : i % 5 === 0 ? [50, 50] : [100, 80];
    return `<bpmndi:BPMNShape id="${id(i)}_di" bpmnElement="${id(i)}"><dc:Bounds x="${x}" y="${y - h / 2}" width="${w}" height="${h}" /></bpmndi:BPMNShape>`;
  });
  const garis = Array.from({ length: n - 1 }, (_, i) => {
    const [a, b] = [letak(i), letak(i + 1)];
    return `<bpmndi:BPMNEdge id="f${i + 1}_di" bpmnElement="f${i + 1}"><di:waypoint x="${a.x + 100}" y="${a.y}" /><di:waypoint x="${b.x}" y="${b.y}" /></bpmndi:BPMNEdge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="x"><bpmn:process id="p">${unsur.join("")}${alur.join("")}</bpmn:process><bpmndi:BPMNDiagram id="g"><bpmndi:BPMNPlane id="pl" bpmnElement="p">${bentuk.join("")}${garis.join("")}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}

const tengah = (angka) => [...angka].sort((a, b) => a - b)[Math.floor(angka.length / 2)];
const peladen = await mulaiPeladen({ xml: diagram(BANYAK) });
peladen.taruh("bench", diagram(BANYAK));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});

async function cat(alamat, page) {
  await page.goto("about:blank");
  const mulai = performance.now();
  await page.goto(`${peladen.alamat}${alamat}`);
  await page.waitForFunction(
    (n) => document.querySelectorAll(".djs-shape:not([data-element-id$=_label])").length >= n,
    BANYAK,
    { polling: "raf" },
  );
  return performance.now() - mulai;
}

const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
const hasil = {};
for (const [nama, alamat] of [
  ["membaca", "/modeler/"],
  ["menyunting", "/modeler/#/draf/bench"],
]) {
  const waktu = [];
  for (let i = 0; i < 5; i += 1) waktu.push(await cat(alamat, page));
  hasil[nama] = {
    pertamaMs: Math.round(waktu[0]),
    medianMs: Math.round(tengah(waktu)),
  };
}
const tugas = page.locator('[data-element-id="u262"] .djs-hit').first();
const kotak = await tugas.boundingBox();
await page.mouse.move(kotak.x + kotak.width / 2, kotak.y + kotak.height / 2);
await page.mouse.down();
await page.evaluate(() => {
  window.bingkai = [];
  const catat = (t) => {
    window.bingkai.push(t);
    window.bergerak = requestAnimationFrame(catat);
  };
  requestAnimationFrame(catat);
});
for (let i = 0; i < 120; i += 1)
  await page.mouse.move(kotak.x + kotak.width / 2 + i * LAJU * 0.5, kotak.y + Math.sin(i / 8) * 60);
const bingkai = await page.evaluate(() => {
  cancelAnimationFrame(window.bergerak);
  return window.bingkai;
});
await page.mouse.up();
const jarak = bingkai.slice(1).map((t, i) => t - bingkai[i]);
hasil.seret = {
  bingkaiPerDetik: Math.round(1000 / (jarak.reduce((a, b) => a + b, 0) / jarak.length)),
  medianMs: Math.round(tengah(jarak) * 10) / 10,
  terlamaMs: Math.round(Math.max(...jarak)),
};
console.log(JSON.stringify({ unsur: BANYAK, ...hasil }, null, 2));
await browser.close();
await peladen.tutup();
process.exit(0);

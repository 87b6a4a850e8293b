/** Styles of the SOP's HTML page: the same measures as on paper, A4 landscape when printed. */
export const GAYA = `
@page{size:A4 landscape;margin:12mm}
*{box-sizing:border-box}
body{margin:0;background:#f2f4f7;color:#111;font:9pt/1.35 Arimo,Arial,"Liberation Sans",Helvetica,sans-serif}
main{width:297mm;max-width:100%;margin:0 auto;padding:12mm;background:#fff}
h1{margin:0 0 4mm;text-align:center;font-size:13pt;text-transform:uppercase}
h2{margin:5mm 0 2mm;font-size:10pt}
.judul{text-align:center}
table{border-collapse:collapse;width:100%}
th,td{border:.5pt solid #111;padding:1.4mm;text-align:left;vertical-align:middle;overflow-wrap:anywhere}
.identitas{border:.5pt solid #111;display:grid;grid-template-columns:1fr 1fr}
.identitas table th{width:44mm;vertical-align:top}
.identitas table td,.identitas table th{border-width:0 0 .5pt .5pt}
.identitas tr:last-child>*{border-bottom:0}
.instansi{display:flex;flex-direction:column;justify-content:center;align-items:center;gap:1mm;text-align:center;text-transform:uppercase;padding:4mm}
.pengesahan b{display:block;margin-top:14mm}
.bagian{grid-column:1/-1;display:grid;grid-template-columns:1fr 1fr}
.bagian section{border-top:.5pt solid #111}
.bagian section:nth-child(even){border-left:.5pt solid #111}
.bagian h2{margin:0;padding:1.4mm 2mm;background:#e8e8e8;border-bottom:.5pt solid #111;font-size:9pt}
.bagian p,.bagian ol{margin:1.4mm 2mm;padding:0}
.bagian ol{padding-left:5mm}
.gulir{overflow-x:auto;padding-right:1px}
.bagan{table-layout:fixed;width:273mm;font-size:8.5pt;line-height:1.25}
.bagan th{background:#e8e8e8;text-align:center}
.bagan tbody th{background:none;font-weight:normal}
.bagan thead{display:table-header-group}
.bagan tr{break-inside:avoid}
.waktu{text-align:center}
.lajur{position:relative;padding:0}
.lajur svg{position:absolute;inset:0;width:100%;height:100%;overflow:hidden}
svg polyline,svg polygon,svg rect{fill:#fff;stroke:#111;stroke-width:.27}
svg polyline{fill:none}
svg .kepala{fill:#111;stroke:none}
svg text{font-size:2.1px;text-anchor:middle}
.dibacakan{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.catatan{margin:0;padding-left:5mm;columns:2;column-gap:8mm;font-size:8pt}
@media print{body{background:#fff}main{padding:0;width:auto}.identitas{break-after:page}.gulir{overflow:visible}}
`.replaceAll("\n", "");

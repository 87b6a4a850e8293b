// One choice of language for all web apps: what the user picked here, else Indonesian, whatever the browser prefers.
// Only the chosen locale is offered to the web apps: with two loaded, the last to arrive decides the date format.

const KUNCI = "lpse-bahasa";
const NAMA = { id: "Indonesia", en: "English" };

const dipilih = localStorage.getItem(KUNCI);

/** "id" or "en". */
export const bahasa = dipilih in NAMA ? dipilih : "id";

/** The `locales` entry of a web app's config.js. */
export const locales = { availableLocales: [bahasa], fallbackLocale: bahasa };

/** The agency's names, from the gateway's folder merek/; without a gateway in front the product's own. */
const merek = await fetch("/merek/merek.json")
  .then((balasan) => balasan.json())
  .catch(() => ({ instansi: "LPSE", aplikasi: "Reset Password SPSE" }));

/** The `app` entry of a web app's config.js: "LPSE · Reset Password SPSE" in the header and the window's title. */
export const app = (...bagian) => ({ vendor: `${merek.instansi} ·`, name: [merek.aplikasi, ...bagian].join(" · ") });

const tombol = (kode) => {
  const button = document.createElement("button");
  button.type = "button";
  button.lang = kode;
  button.textContent = NAMA[kode];
  button.setAttribute("aria-pressed", String(kode === bahasa));
  button.addEventListener("click", () => {
    localStorage.setItem(KUNCI, kode);
    location.reload();
  });
  return button;
};

const pilihan = document.createElement("nav");
pilihan.className = "lpse-bahasa";
pilihan.setAttribute("aria-label", "Bahasa / Language");
pilihan.append(...Object.keys(NAMA).map(tombol));
document.documentElement.lang = bahasa;
document.body.append(pilihan);

// One choice of language for all web apps: what the user picked here, else Indonesian, whatever the browser prefers.
// Only the chosen locale is offered to the web apps: with two loaded, the last to arrive decides the date format.

const KUNCI = "lpse-bahasa";
const NAMA = { id: "Indonesia", en: "English" };

const dipilih = localStorage.getItem(KUNCI);

/** "id" or "en". */
export const bahasa = dipilih in NAMA ? dipilih : "id";

/** The `locales` entry of a web app's config.js. */
export const locales = { availableLocales: [bahasa], fallbackLocale: bahasa };

/** The `app` entry of a web app's config.js: "LPSE · Reset Password SPSE" in the header and the window's title. */
export const app = (...bagian) => ({ vendor: "LPSE ·", name: ["Reset Password SPSE", ...bagian].join(" · ") });

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

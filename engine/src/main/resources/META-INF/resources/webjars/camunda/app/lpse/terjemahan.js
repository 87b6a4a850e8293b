// The web apps fetch their texts while their first page is being drawn: where the network is slow, the page shows the names
// of texts (SEARCH_PLACEHOLDER) and keeps some of them. Loaded as a custom script, that is before the app starts, this
// gives it the texts beforehand.
import { bahasa } from "./bahasa.js";

const base = document.querySelector("base");
const app = base.getAttribute("app-name");

try {
  const balasan = await fetch(`${base.getAttribute("app-root")}/app/${app}/locales/${bahasa}.json`);
  const { labels } = await balasan.json();
  window.angular
    .module(`cam.${app}`)
    .config(["$translateProvider", (penerjemah) => penerjemah.translations(bahasa, labels)]);
} catch (galat) {
  // The app then fetches them itself, as it always does.
  console.warn(galat);
}

export default [];

// The web apps fetch their texts while their first page is being drawn: where the network is slow, the page shows the names
// of texts (SEARCH_PLACEHOLDER) and keeps some of them. Loaded as a custom script, that is before the app starts, this
// gives it the texts beforehand, and the words of its dates ("2 hari lagi") with them: those come by the loader's callback,
// which nobody would call for a language that is there already.
import { bahasa } from "./bahasa.js";

const base = document.querySelector("base");
const app = base.getAttribute("app-name");

try {
  const balasan = await fetch(`${base.getAttribute("app-root")}/app/${app}/locales/${bahasa}.json`);
  const data = await balasan.json();
  const sudahAda = ($delegate, $q) => (pilihan) => {
    if (pilihan.key !== bahasa) return $delegate(pilihan);
    pilihan.callback?.(null, data, bahasa);
    return $q.resolve(data.labels);
  };
  window.angular
    .module(`cam.${app}`)
    .config([
      "$translateProvider",
      "$provide",
      (penerjemah, sedia) => {
        penerjemah.translations(bahasa, data.labels);
        sedia.decorator("localeLoader", ["$delegate", "$q", sudahAda]);
      },
    ])
    .run(["$translate", (penerjemah) => penerjemah.refresh(bahasa)]);
} catch (galat) {
  // The app then fetches them itself, as it always does.
  console.warn(galat);
}

export default [];

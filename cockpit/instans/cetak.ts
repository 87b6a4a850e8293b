/** Printing one part of Cockpit: its views scroll in boxes of fixed height, so paper gets a copy of the part alone. */

const KELAS = "sla-mencetak";

/** While it is in force, a print of the page prints `bagian` only; the answer ends that. */
export function cetakHanya(bagian: HTMLElement): () => void {
  let salinan: HTMLElement | undefined;
  const sebelum = () => {
    salinan?.remove();
    salinan = document.createElement("div");
    salinan.className = "sla sla-cetakan";
    salinan.append(bagian.cloneNode(true));
    document.body.append(salinan);
    document.body.classList.add(KELAS);
  };
  const sesudah = () => {
    salinan?.remove();
    salinan = undefined;
    document.body.classList.remove(KELAS);
  };
  window.addEventListener("beforeprint", sebelum);
  window.addEventListener("afterprint", sesudah);
  return () => {
    window.removeEventListener("beforeprint", sebelum);
    window.removeEventListener("afterprint", sesudah);
    sesudah();
  };
}

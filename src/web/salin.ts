/** Copies text, also where the page is not in a secure context and `navigator.clipboard` is missing; false on failure. */
export async function salinTeks(teks: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(teks);
    return true;
  } catch {
    return salinLama(teks);
  }
}

function salinLama(teks: string): boolean {
  const wadah = document.createElement("textarea");
  wadah.value = teks;
  wadah.style.cssText = "position:fixed;opacity:0";
  document.body.append(wadah);
  wadah.select();
  try {
    return document.execCommand("copy");
  } finally {
    wadah.remove();
  }
}

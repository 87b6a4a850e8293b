const START = "<!-- bench:start -->";
const END = "<!-- bench:end -->";

/** The README with this text between the bench's marks; undefined where it has no such place. */
export function withBench(readme: string, text: string): string | undefined {
  const [from, to] = [readme.indexOf(START), readme.indexOf(END)];
  if (from < 0 || to < from) return undefined;
  return `${readme.slice(0, from + START.length)}\n${text}\n${readme.slice(to)}`;
}

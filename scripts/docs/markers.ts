/** bpmn-js draws random ids for its arrow heads; counted in the order of the drawing, one diagram is one and the same file. */
export function countMarkers(svg: string): string {
  const ids = [...svg.matchAll(/ id="(marker-[^"]+)"/g)].map(([, id = ""]) => id);
  const counted = new Map(ids.map((id, i) => [id, `marker-${i + 1}`]));
  return svg.replace(/(?<= id="|url\('?#)marker-[\w-]+/g, (id) => counted.get(id) ?? id);
}

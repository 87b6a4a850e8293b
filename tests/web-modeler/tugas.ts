/** A task of people in a draft: where it stands, and moving it as a person does. */
import type { Page } from "playwright-core";

export interface TempatTugas {
  readonly grup: string | undefined;
  readonly lajur: string | undefined;
  /** The attributes of its bounds. */
  readonly letak: string | undefined;
}

/** Candidate group, lane and bounds of a task in BPMN XML as the modeler writes it. */
export function tempatTugas(xml: string, id: string): TempatTugas {
  const pemilik = xml.split("<bpmn:lane ").find((l) => l.includes(`<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`));
  return {
    grup: new RegExp(`id="${id}"[^>]*camunda:candidateGroups="([^"]*)"`).exec(xml)?.[1],
    lajur: /^id="([\w-]+)"/.exec(pemilik ?? "")?.[1],
    letak: new RegExp(`bpmnElement="${id}"[^>]*>\\s*<dc:Bounds ([^>]*)/>`).exec(xml)?.[1],
  };
}

/** Drags a task straight up or down into a lane; both must be in view, as they are when a draft has been opened. */
export async function seretTugas(page: Page, id: string, lajur: string): Promise<void> {
  const tengah = async (pemilih: string): Promise<{ x: number; y: number }> => {
    const k = await page.locator(pemilih).first().boundingBox();
    if (!k) throw new Error(`nothing drawn: ${pemilih}`);
    return { x: k.x + k.width / 2, y: k.y + k.height / 2 };
  };
  const { x, y } = await tengah(`[data-element-id="${id}"] .djs-hit`);
  const ke = await tengah(`[data-element-id="${lajur}"] > .djs-visual > rect`);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, (y + ke.y) / 2, { steps: 5 });
  await page.mouse.move(x, ke.y, { steps: 5 });
  await page.mouse.up();
}

/** What the files in `bpmn/forms` import under a name that never changes; everything else loads from here. */
import type { CamForm, LingkupForm } from "./camunda.js";

/** Mounts the form of the current task, or the start form. */
export async function pasang(form: CamForm, lingkup: LingkupForm): Promise<void> {
  const { mulai } = await import("./mulai.js");
  await mulai(form, lingkup);
}

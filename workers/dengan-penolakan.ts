import { AdapterError } from "./adapters/index.js";
import type { BpmnError } from "./runtime/index.js";

/** The BPMN error for a refusal's code; undefined leaves the refusal to the runtime. */
export type Terjemah = (kode: string) => BpmnError | undefined;

/** Waits for an adapter call; a refusal becomes the BPMN error that `terjemah` makes of its code. */
export async function denganPenolakan<T>(call: Promise<T>, terjemah: Terjemah): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const rejected = error instanceof AdapterError && error.kind === "rejected";
    throw (rejected ? terjemah(error.code ?? "") : undefined) ?? error;
  }
}

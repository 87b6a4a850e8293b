/** The key of the process that this product is about (the id of its BPMN process). */
export const KUNCI_PROSES = "reset-password-spse";

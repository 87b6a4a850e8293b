import { z } from "zod";

/**
 * A task with every field that `PUT /task/{id}` sets: what is left out there the engine empties, so whoever changes one
 * field sends all of these back.
 */
export const TugasUtuh = z.object({
  id: z.string(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  assignee: z.string().nullish(),
  owner: z.string().nullish(),
  delegationState: z.string().nullish(),
  followUp: z.string().nullish(),
  priority: z.number(),
  parentTaskId: z.string().nullish(),
  caseInstanceId: z.string().nullish(),
  tenantId: z.string().nullish(),
});

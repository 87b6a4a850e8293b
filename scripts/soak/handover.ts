/** How a task goes from a worker that died to another one, as the door of that other one saw it. */
import type { Exchange, PolledTask } from "./proxy.js";

type Orphan = Pick<PolledTask, "id" | "topicName">;

/** `taken` is undefined where no poll has brought it yet; `missed` is empty when all is well. */
export interface Handover {
  /** The poll that brought the task to the new worker. */
  readonly taken: Exchange | undefined;
  /** Polls before that which could have brought it: asked for its topic after the lock had ended, and had room left. */
  readonly missed: readonly Exchange[];
}

/** The hand-over of a task whose lock ended at `lockEnd` (epoch milliseconds), of the new worker's exchanges in order. */
export function handover(exchanges: readonly Exchange[], orphan: Orphan, lockEnd: number): Handover {
  const brings = ({ poll }: Exchange) => poll?.tasks.some(({ id }) => id === orphan.id) ?? false;
  const taken = exchanges.find(brings);
  const before = taken === undefined ? exchanges : exchanges.slice(0, exchanges.indexOf(taken));
  const missed = before.filter((exchange) => exchange.askedAt > lockEnd && couldBring(exchange, orphan));
  return { taken, missed };
}

const couldBring = ({ poll }: Exchange, { topicName }: Orphan): boolean =>
  poll?.topics.includes(topicName) === true && poll.tasks.length < poll.maxTasks;

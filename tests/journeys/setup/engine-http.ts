/** The engine as somebody asks it who has found its port: no gateway between, each header as it is sent. */
import { EngineError } from "../../../src/engine/client.js";
import { testSystem } from "./system.js";

const { addresses, secrets } = testSystem();

/** The header of a login over REST. */
export const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`,
});
export const asAdmin = basic("admin", secrets.ENGINE_ADMIN_PASSWORD);
/** Asks, and follows no redirection. */
export const at = (path: string, init: RequestInit = {}) =>
  fetch(addresses.engine + path, { redirect: "manual", ...init });

/** The engine's refusal of an attempt; throws where the attempt succeeds or fails otherwise. */
export const refusal = async (attempt: Promise<unknown>): Promise<EngineError> => {
  const error = await attempt.then(
    () => new Error("it was not refused"),
    (e: unknown) => e,
  );
  if (error instanceof EngineError) return error;
  throw error;
};

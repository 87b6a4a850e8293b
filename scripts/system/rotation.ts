/** New values for the secrets of a data folder. What the other side still has is kept until it has the new one. */
import { newSecret, type SecretName, type StoredSecrets } from "./secrets.js";

/** Changing these needs the value before: a server knows them, and asks for it. */
const KNOWN_TO_A_SERVER = ["POSTGRES_PASSWORD", "ENGINE_ADMIN_PASSWORD"] as const;
type KnownToAServer = (typeof KNOWN_TO_A_SERVER)[number];

const FIRST_ID = "k1";

/**
 * The file's content with a new value of one secret. `usedIds` are the ids of credential keys that passwords on their way
 * were made under; a new key takes none of them.
 */
export function rotated(
  stored: StoredSecrets,
  name: SecretName,
  usedIds: readonly string[] = [],
  fresh: string = newSecret(name),
): StoredSecrets {
  const before = stored[name];
  const next = { ...stored, [name]: fresh, PUTARAN: (stored.PUTARAN ?? 0) + 1 };
  if (before === undefined) return next;
  if (name === "KREDENSIAL_KEY") return { ...next, ...nextKey(stored, before, usedIds) };
  if (!isKnownToAServer(name)) return next;
  // A rotation that has not reached the server yet: that one still has the value before the last.
  return { ...next, SEBELUM: { ...stored.SEBELUM, [name]: stored.SEBELUM?.[name] ?? before } };
}

const isKnownToAServer = (name: SecretName): name is KnownToAServer =>
  KNOWN_TO_A_SERVER.some((known) => known === name);

function nextKey(stored: StoredSecrets, before: string, usedIds: readonly string[]) {
  const id = stored.KREDENSIAL_KEY_ID ?? FIRST_ID;
  const lama = { ...stored.KREDENSIAL_KEYS_LAMA, [id]: before };
  const taken = [...Object.keys(lama), ...usedIds].map((one) => Number(/^k(\d+)$/.exec(one)?.[1] ?? 0));
  return { KREDENSIAL_KEY_ID: `k${Math.max(...taken, 0) + 1}`, KREDENSIAL_KEYS_LAMA: lama };
}

/** Without the earlier keys that no password on its way needs; answers the ids that went, too. */
export function withoutUnusedKeys(
  stored: StoredSecrets,
  usedIds: readonly string[],
): { readonly stored: StoredSecrets; readonly dropped: readonly string[] } {
  const lama = Object.entries(stored.KREDENSIAL_KEYS_LAMA ?? {});
  const dropped = lama.map(([id]) => id).filter((id) => !usedIds.includes(id));
  if (dropped.length === 0) return { stored, dropped };
  const kept = Object.fromEntries(lama.filter(([id]) => !dropped.includes(id)));
  return { stored: { ...stored, KREDENSIAL_KEYS_LAMA: kept, PUTARAN: (stored.PUTARAN ?? 0) + 1 }, dropped };
}

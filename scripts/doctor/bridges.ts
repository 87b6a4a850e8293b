/** The bridges to SPSE and e-Pesan: does anything answer at their address. */
import { type Finding, fine, warning, wrong } from "./finding.js";

/** A bridge by its option; without an address its work goes to people. */
export async function bridge(what: string, option: string, url: string | undefined): Promise<Finding[]> {
  if (url === undefined || url === "")
    return [
      warning(
        what,
        `${option} is not set: a person of the Tim does this by hand.`,
        `Set ${option} where a bridge exists.`,
      ),
    ];
  try {
    // Any answer will do: whether it knows us is for the first real call to tell.
    const reply = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    await reply.body?.cancel();
    return [fine(what, `answers at ${new URL(url).origin}.`)];
  } catch {
    return [wrong(what, `nothing answers at ${new URL(url).origin}.`, `Start the bridge, or correct ${option}.`)];
  }
}

/** An OpenTelemetry collector for one test: keeps the spans it is sent. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const Span = z.object({
  name: z.string(),
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  status: z.object({ message: z.string().optional() }),
});
export type Span = z.infer<typeof Span>;
const Body = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(Span) })) })),
});

export interface Collector {
  readonly url: string;
  spans(): Span[];
  /** All that was received, as it came. */
  text(): string;
  close(): Promise<void>;
}

export async function startCollector(): Promise<Collector> {
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    received.push(Buffer.concat(chunks).toString());
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const spansIn = (text: string) =>
    Body.parse(JSON.parse(text)).resourceSpans.flatMap((r) => r.scopeSpans.flatMap((s) => s.spans));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () => received.flatMap(spansIn),
    text: () => received.join(""),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

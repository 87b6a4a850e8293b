/**
 * OpenTelemetry traces, off unless a collector is configured. All that is done for one request is one trace: its id is
 * computed from the business key, so that gateway, workers and adapters meet in it without the engine passing anything on.
 * Attributes are names and ids of ours, never content.
 */
import { createHash } from "node:crypto";
import {
  type Attributes,
  type Context,
  context,
  type Span,
  SpanStatusCode,
  TraceFlags,
  trace,
} from "@opentelemetry/api";

/** A span's name, its attributes, and the business key where it begins here; without one it belongs to the span around it. */
export interface SpanOptions {
  readonly name: string;
  readonly attributes?: Attributes;
  readonly businessKey?: string | undefined;
}

let on = false;

/** Sends the spans of this process to an OTLP/HTTP collector from now on; answers how to send the last ones and stop. */
export async function startTracing(service: string, endpoint: string): Promise<() => Promise<void>> {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/sdk-trace-node"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": service }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  provider.register();
  on = true;
  return async () => {
    on = false;
    await provider.shutdown();
    trace.disable();
    context.disable();
  };
}

/** Does `work` within a span; what it throws marks the span with the error's name and goes on to the caller. */
export async function traced<T>(
  { name, attributes = {}, businessKey }: SpanOptions,
  work: () => Promise<T>,
): Promise<T> {
  if (!on) return work();
  const parent = businessKey ? traceOf(businessKey) : context.active();
  const span = trace.getTracer("reset-password-spse").startSpan(name, { attributes }, parent);
  return context.with(trace.setSpan(parent, span), work).then(
    (result) => {
      span.end();
      return result;
    },
    (error: unknown) => {
      failed(span, error);
      throw error;
    },
  );
}

/** Messages may name people; the span takes the class alone. */
function failed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "unknown" });
  span.end();
}

function traceOf(businessKey: string): Context {
  const hash = createHash("sha256").update(`reset-password-spse/${businessKey}`).digest("hex");
  const [traceId, spanId] = [hash.slice(0, 32), hash.slice(32, 48)];
  return trace.setSpanContext(context.active(), { traceId, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true });
}

package id.go.lpse.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** The bean {@code sla} of BPMN expressions: due dates by the one calendar, written in TypeScript (src/calendar). */
public class Sla {

  private final InstantSource clock;
  private final Value kalender;

  /** Why the calendar cannot be used, in one sentence; the start of the engine ends with it. */
  static class UnusableException extends RuntimeException {
    UnusableException(String message) {
      super(message);
    }
  }

  /** Loads the bundle and all *.json calendars of the directory; throws {@link UnusableException}. */
  public Sla(Path bundle, Path calendars, InstantSource clock) {
    this.clock = clock;
    if (!Files.isRegularFile(bundle)) {
      throw new UnusableException("The calendar bundle " + bundle + " (SLA_BUNDLE) is missing.");
    }
    try {
      Context context = Context.newBuilder("js").option("js.intl-402", "true").build();
      context.eval(Source.newBuilder("js", bundle.toFile()).build());
      kalender = context.getBindings("js").getMember("kalender");
      kalender.invokeMember("muat", read(calendars));
    } catch (IOException | RuntimeException e) {
      throw new UnusableException("The calendar cannot be loaded from the bundle " + bundle
          + " (SLA_BUNDLE) and the folder " + calendars + " (SLA_KALENDER): " + e);
    }
  }

  /** The end of an ISO 8601 duration of working time that starts now. */
  public Date tenggat(String durasi) {
    return tenggat(durasi, Date.from(clock.instant()));
  }

  /** The end of an ISO 8601 duration of working time that starts at the given moment. */
  public synchronized Date tenggat(String durasi, Date dari) {
    // synchronized: a JavaScript context admits one thread at a time.
    try {
      return new Date(kalender.invokeMember("tenggat", durasi, dari.getTime()).asLong());
    } catch (PolyglotException e) {
      throw new IllegalStateException("sla.tenggat('" + durasi + "'): " + e.getMessage(), e);
    }
  }

  private static String read(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      String texts = files.filter(file -> file.toString().endsWith(".json")).sorted().map(Sla::text)
          .collect(Collectors.joining(","));
      if (texts.isEmpty()) {
        throw new IOException("no *.json file in the folder");
      }
      return "[" + texts + "]";
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

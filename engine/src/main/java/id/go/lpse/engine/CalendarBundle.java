package id.go.lpse.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/** The TypeScript calendar in GraalJS, loaded and warmed up (one second) beside the engine's own start. */
class CalendarBundle {

  private final CompletableFuture<Value> loaded;

  /** Why the calendar cannot be used, in one sentence; the start of the engine ends with it. */
  static class UnusableException extends RuntimeException {
    UnusableException(String message) {
      super(message);
    }
  }

  CalendarBundle(Path bundle, Path calendars, long now) {
    loaded = CompletableFuture.supplyAsync(() -> load(bundle, calendars, now), task -> new Thread(task, "calendar").start());
  }

  void awaitLoaded() {
    try {
      loaded.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UnusableException unusable ? unusable : e;
    }
  }

  /** Calls a function of the bundle; one at a time, since a JavaScript context admits one thread. */
  synchronized Value call(String function, Object... arguments) {
    try {
      return loaded.join().invokeMember(function, arguments);
    } catch (PolyglotException e) {
      throw new IllegalStateException("sla." + function + ": " + e.getMessage(), e);
    }
  }

  private static Value load(Path bundle, Path calendars, long now) {
    if (!Files.isRegularFile(bundle)) {
      throw new UnusableException("The calendar bundle " + bundle + " (SLA_BUNDLE) is missing.");
    }
    try {
      Context context = Context.create("js");
      context.eval(Source.newBuilder("js", bundle.toFile()).build());
      Value calendar = context.getBindings("js").getMember("kalender");
      calendar.invokeMember("muat", read(calendars), now);
      return calendar;
    } catch (IOException | RuntimeException e) {
      throw new UnusableException("The calendar cannot be loaded from the bundle " + bundle
          + " (SLA_BUNDLE) and the folder " + calendars + " (SLA_KALENDER): " + e);
    }
  }

  private static String read(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      String texts = files.filter(file -> file.toString().endsWith(".json")).sorted().map(CalendarBundle::text)
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

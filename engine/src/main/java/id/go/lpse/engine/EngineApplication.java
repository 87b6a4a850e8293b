package id.go.lpse.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the engine, or says in one sentence which settings are missing and ends with status 1. */
@SpringBootApplication
public class EngineApplication {

  private static final List<String> REQUIRED = List.of(
      "ENGINE_DATABASE_URL", "ENGINE_DATABASE_USER", "ENGINE_DATABASE_PASSWORD", "ENGINE_ADMIN_PASSWORD",
      "ENGINE_TARGET_ORIGIN", "SLA_BUNDLE", "SLA_KALENDER");

  public static void main(String[] args) {
    List<String> missing = REQUIRED.stream().filter(EngineApplication::isMissing).toList();
    if (!missing.isEmpty()) {
      System.err.println("The engine cannot start: set the environment variable" + (missing.size() > 1 ? "s " : " ")
          + String.join(", ", missing) + ".");
      System.exit(1);
    }
    // Every JVM without JVMCI interprets JavaScript; the calendar is small enough for that.
    System.setProperty("polyglot.engine.WarnInterpreterOnly", "false");
    SpringApplication.run(EngineApplication.class, args);
  }

  /** A setting comes from the environment, or (a secret) from a file of its name in ENGINE_SECRETS_DIR. */
  private static boolean isMissing(String name) {
    String directory = System.getenv().getOrDefault("ENGINE_SECRETS_DIR", "");
    return Stream.ofNullable(System.getenv(name)).allMatch(String::isBlank)
        && (directory.isBlank() || !Files.isRegularFile(Path.of(directory, name)));
  }
}

import id.go.lpse.engine.Sla;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;

/**
 * The engine's calendar without the rest of the engine: the very bean, in the very JavaScript, on the very bundle. Reads
 * lines `tenggat <duration> <epoch ms>`, `pengingat <duration> <now>`, `siklus <reminder> <due> <now>` and answers each
 * with a line, the result or `! <message>`; `time <n>` answers with what n calculations took, in nanoseconds.
 */
public class CalendarProbe {

  private static Instant now = Instant.now();

  public static void main(String[] args) throws Exception {
    System.setProperty("polyglot.engine.WarnInterpreterOnly", "false");
    long began = System.nanoTime();
    Sla sla = new Sla(Path.of(args[0]), Path.of(args[1]), () -> now);
    long made = System.nanoTime();
    try {
      sla.awaitLoaded();
    } catch (RuntimeException e) {
      System.out.println("! " + e.getMessage());
      return;
    }
    long loaded = System.nanoTime();
    sla.tenggat("PT30M");
    System.out.println("ready " + (made - began) + " " + (loaded - began) + " " + (System.nanoTime() - loaded));
    StringBuilder answers = new StringBuilder();
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      answers.append(answer(sla, line.split(" "))).append('\n');
    }
    System.out.print(answers);
  }

  private static String answer(Sla sla, String[] words) {
    try {
      switch (words[0]) {
        case "tenggat":
          return String.valueOf(sla.tenggat(words[1], date(words[2])).getTime());
        case "pengingat":
          now = date(words[2]).toInstant();
          return String.valueOf(sla.pengingat(words[1]).getTime());
        case "siklus":
          now = date(words[3]).toInstant();
          return sla.siklus(date(words[1]), date(words[2]));
        default:
          return String.valueOf(time(sla, Integer.parseInt(words[1])));
      }
    } catch (RuntimeException e) {
      return "! " + e.getMessage();
    }
  }

  private static long time(Sla sla, int calculations) {
    long start = Instant.parse("2026-01-05T01:00:00Z").toEpochMilli();
    long began = System.nanoTime();
    for (int i = 0; i < calculations; i++) {
      sla.tenggat("PT30M", new Date(start + i * 7_919_000L % 25_000_000_000L));
    }
    return System.nanoTime() - began;
  }

  private static Date date(String epoch) {
    return new Date(Long.parseLong(epoch));
  }
}

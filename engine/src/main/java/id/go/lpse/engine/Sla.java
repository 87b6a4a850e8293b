package id.go.lpse.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bean {@code sla} of BPMN expressions: due dates by the one calendar, written in TypeScript (src/calendar). */
public class Sla {

  private static final Logger LOG = LoggerFactory.getLogger(Sla.class);
  /** After the transaction in which a step begins. */
  private static final long AT_ONCE_MS = 1_000;

  private final InstantSource clock;
  private final CalendarBundle calendar;

  /** Begins to load the bundle and all *.json calendars of the directory; {@link #awaitLoaded} tells how that went. */
  public Sla(Path bundle, Path calendars, InstantSource clock) {
    this.clock = clock;
    this.calendar = new CalendarBundle(bundle, calendars, clock.millis());
  }

  /** Waits until the calendar can be used; throws {@link CalendarBundle.UnusableException}. */
  public void awaitLoaded() {
    calendar.awaitLoaded();
  }

  /**
   * The end of an ISO 8601 duration of working time that starts now. Null where the calendar cannot tell (its year is not
   * loaded): the step begins all the same, and its timer raises the incident a moment later.
   */
  public Date tenggat(String durasi) {
    try {
      return tenggat(durasi, Date.from(clock.instant()));
    } catch (IllegalStateException e) {
      LOG.error("A step begins without a due date: {}", e.getMessage());
      return null;
    }
  }

  /** The end of an ISO 8601 duration of working time that starts at the given moment. */
  public Date tenggat(String durasi, Date dari) {
    return new Date(calendar.call("tenggat", durasi, dari.getTime()).asLong());
  }

  /** The same by the clocks of an Indonesian time zone such as Asia/Makassar. */
  public Date tenggat(String durasi, Date dari, String zona) {
    return new Date(calendar.call("tenggat", durasi, dari.getTime(), zona).asLong());
  }

  /** The moment at which 80 % of a duration of working time that starts now have gone; at once without a due date. */
  public Date pengingat(String durasi) {
    try {
      return new Date(calendar.call("pengingat", durasi, clock.millis()).asLong());
    } catch (IllegalStateException e) {
      return new Date(clock.millis() + AT_ONCE_MS);
    }
  }

  /** The next moment at which a step's timer goes off, as a cycle: reminder, breach, each further working day. */
  public String siklus(Date pengingat, Date tenggat) {
    if (tenggat == null) {
      return calendar.call("siklusTanpaTenggat", pengingat.getTime(), clock.millis()).asString();
    }
    return calendar.call("siklus", pengingat.getTime(), tenggat.getTime(), clock.millis()).asString();
  }

  /** The present moment in ISO 8601 (UTC), for what is to be known later of an expression's evaluation. */
  public String kini() {
    return clock.instant().toString();
  }
}

package id.go.lpse.engine;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Lets the engine's start end with the sentence about the calendar in place of a stack trace. */
class SlaFailureAnalyzer extends AbstractFailureAnalyzer<CalendarBundle.UnusableException> {

  @Override
  protected FailureAnalysis analyze(Throwable failure, CalendarBundle.UnusableException cause) {
    return new FailureAnalysis(cause.getMessage(), "Build the bundle, or correct SLA_BUNDLE and SLA_KALENDER.", cause);
  }
}

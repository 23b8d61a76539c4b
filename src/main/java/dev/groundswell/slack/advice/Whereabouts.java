package dev.groundswell.slack.advice;

import dev.groundswell.knowledge.Stage;
import dev.groundswell.slack.Caller;
import java.util.Optional;

/** What is recorded of a practice that somebody names when they ask for tips. */
@FunctionalInterface
public interface Whereabouts {

  /**
   * Where it stands.
   *
   * @param remark what is known of it, and how old that is, as it stands above the tips
   */
  record Found(Stage stage, String remark) {}

  /** Empty where there is none of that name, or none that this person may see. */
  Optional<Found> of(Caller caller, String name);
}

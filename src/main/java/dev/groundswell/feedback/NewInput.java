package dev.groundswell.feedback;

import dev.groundswell.feedback.Input.Channel;
import dev.groundswell.feedback.Input.Steers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An input as somebody wants it recorded; what they left open has a good default.
 *
 * @param address where to write to the contributor, as it was typed; empty for nowhere
 * @param receivedOn when it was said, or null for today
 * @param round the name of the round it belongs to, new or not; empty for none
 * @param link the message it was, or null
 */
public record NewInput(
    Contributor from,
    String words,
    String address,
    @Nullable LocalDate receivedOn,
    String round,
    @Nullable Steers steers,
    @Nullable Channel channel,
    @Nullable String link,
    boolean mayBeNamed) {

  /** What somebody said, and nothing else known about it. */
  public NewInput(Contributor from, String words) {
    this(from, words, "", null, "", null, null, null, false);
  }
}

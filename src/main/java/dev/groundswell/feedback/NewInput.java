package dev.groundswell.feedback;

import dev.groundswell.feedback.Contributor.Reach;
import dev.groundswell.feedback.Input.Channel;
import dev.groundswell.feedback.Input.Steers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An input as somebody wants it kept; what they left open has a good default.
 *
 * @param reach how the contributor wishes to hear back, or null for the way that fits them
 * @param address where to mail them, as it was typed; empty for nowhere new
 * @param receivedOn when it was said, or null for today
 * @param round the name of the round it belongs to, new or not; empty for none
 * @param link the message it was, or null
 */
public record NewInput(
    Contributor from,
    String words,
    @Nullable Reach reach,
    String address,
    @Nullable LocalDate receivedOn,
    String round,
    @Nullable Steers steers,
    @Nullable Channel channel,
    @Nullable String link,
    boolean mayBeNamed) {

  /** What somebody said, and nothing else known about it. */
  public NewInput(Contributor from, String words) {
    this(from, words, null, "", null, "", null, null, null, false);
  }

  /** Heard in Slack, with the message it was. */
  public NewInput from(String permalink) {
    return new NewInput(
        from, words, reach, address, receivedOn, round, steers, channel, permalink, mayBeNamed);
  }

  NewInput withAddress(String other) {
    return new NewInput(
        from, words, reach, other, receivedOn, round, steers, channel, link, mayBeNamed);
  }
}

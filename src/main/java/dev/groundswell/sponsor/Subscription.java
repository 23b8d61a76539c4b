package dev.groundswell.sponsor;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a sponsor gets the digest.
 *
 * @param asks how often they were asked to confirm their address
 * @param askedAt when they were asked last, or null
 * @param softBounces mails that could not be delivered for a reason that may pass
 */
public record Subscription(State state, int asks, @Nullable Instant askedAt, int softBounces) {

  private static final Duration A_MONTH = Duration.ofDays(30);

  /** Nobody has asked them. */
  static final Subscription NEW = new Subscription(State.NEW, 0, null, 0);

  /** Where it stands. */
  public enum State {
    NEW,
    ASKED,
    /** They said themselves that the address is right and that they want it. */
    CONFIRMED,
    /** They stopped it themselves. */
    STOPPED,
    /** Their address takes no mail. */
    BOUNCED
  }

  /**
   * Whether somebody may ask once more by hand: they were asked as often as goes by itself, and a
   * month ago.
   */
  public boolean mayBeAskedAgain(Instant now) {
    return state == State.ASKED
        && asks >= Subscriptions.MOST_ASKS
        && askedAt != null
        && !now.isBefore(askedAt.plus(A_MONTH));
  }

  /** They stopped it, or their address takes no mail. */
  public boolean hasEnded() {
    return state == State.STOPPED || state == State.BOUNCED;
  }

  public boolean isConfirmed() {
    return state == State.CONFIRMED;
  }
}

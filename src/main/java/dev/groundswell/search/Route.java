package dev.groundswell.search;

/**
 * Where a question belongs that tips must not answer.
 *
 * @param id one of {@code emergency}, {@code clinical}, {@code legal}, {@code personnel}, {@code
 *     data-protection}
 * @param title what the card is called
 * @param answer a few plain sentences that say where to turn; not escaped for Slack
 */
public record Route(String id, String title, String answer) {
  static final String EMERGENCY = "emergency";

  /** True if somebody may be in danger now, so that the answer must not be missed. */
  public boolean isEmergency() {
    return id.equals(EMERGENCY);
  }
}

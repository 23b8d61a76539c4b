package dev.groundswell.feedback;

import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.people.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who gave input: somebody with an account, or a person or group known by name only.
 *
 * @param userId the account, or null for somebody without one
 * @param name as the workspace shows it, or as it was typed; for a patient an alias
 * @param group the audience they belong to, such as {@code clinicians}, or null
 * @param patient a patient or somebody of their family, who is known by an alias only
 * @param reach how they hear back
 * @param address where to write to, sealed, or null
 * @param optedOutAt when they asked not to be written to any more, or null
 */
public record Contributor(
    @Nullable UserId userId,
    String name,
    @Nullable String group,
    boolean patient,
    Reach reach,
    @Nullable String address,
    @Nullable Instant optedOutAt) {
  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 120;

  /** What people type when they do not know who it was, or are not to say. */
  private static final Pattern NOBODY_KNOWS =
      Pattern.compile(
          "\\W*(an?\\s+)?(anon|anonymous(ly)?|somebody|someone|unknown)"
              + "(\\s+(contributor|person|source))?\\W*",
          Pattern.CASE_INSENSITIVE);

  /** How somebody hears back. */
  public enum Reach {
    SLACK,
    MAIL,
    /** A call, a letter, a word in the corridor: a task for the owner. */
    BY_HAND,
    /** Nobody knows who it was: a notice for everybody. */
    NOTICE
  }

  public Contributor {
    name = OneLine.of(name);
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
    }
    if (reach == Reach.SLACK && userId == null) {
      throw new IllegalArgumentException("only an account is reached over Slack");
    }
  }

  /**
   * Reached over Slack if there is an account, else by hand; who has no name but “anonymous”, by a
   * notice for everybody.
   */
  public Contributor(@Nullable UserId userId, String name) {
    this(userId, name, null, false, usual(userId, name), null, null);
  }

  private static Reach usual(@Nullable UserId userId, String name) {
    return userId != null
        ? Reach.SLACK
        : NOBODY_KNOWS.matcher(name).matches() ? Reach.NOTICE : Reach.BY_HAND;
  }

  /** Somebody with an account; those who can't be written to become a task. */
  public static Contributor of(Person person) {
    return new Contributor(person.id(), named(person))
        .reached(person.reachable() ? Reach.SLACK : Reach.BY_HAND);
  }

  private static String named(Person person) {
    String name = OneLine.of(person.name());
    return name.isEmpty()
        ? person.id().value()
        : name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  /** Whoever it was: they can only be told in public. */
  public boolean isAnonymous() {
    return reach == Reach.NOTICE;
  }

  /** Their account in the workspace, if they have one. */
  public Optional<UserId> account() {
    return Optional.ofNullable(userId);
  }

  public boolean hasOptedOut() {
    return optedOutAt != null;
  }

  public Contributor inGroup(@Nullable String newGroup) {
    return new Contributor(userId, name, newGroup, patient, reach, address, optedOutAt);
  }

  public Contributor reached(Reach newReach) {
    return new Contributor(userId, name, group, patient, newReach, address, optedOutAt);
  }

  Contributor withoutAddress() {
    return new Contributor(
        userId,
        name,
        group,
        patient,
        reach == Reach.MAIL ? Reach.BY_HAND : reach,
        null,
        optedOutAt);
  }

  /** A patient or somebody of their family. */
  public Contributor asPatient() {
    return new Contributor(userId, name, group, true, reach, address, optedOutAt);
  }
}

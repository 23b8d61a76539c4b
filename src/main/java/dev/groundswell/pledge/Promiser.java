package dev.groundswell.pledge;

import dev.groundswell.kernel.UserId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who promises: somebody with an account, a person or group known by name, or a number of patients
 * without any name.
 *
 * @param userId the account, or null
 * @param name empty for patients
 * @param patients how many patients promise; 0 when it is somebody else
 */
public record Promiser(@Nullable UserId userId, String name, int patients) {
  /** The longest name, in characters. */
  public static final int LONGEST_NAME = 120;

  /** So many patients can promise at once. */
  public static final int MOST_PATIENTS = 100_000;

  private static final Pattern PATIENTS =
      Pattern.compile(
          "(?:(\\d{1,5}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\s+)?"
              + "(?:of our |of the |our |the )?patients?",
          Pattern.CASE_INSENSITIVE);

  private static final java.util.List<String> NUMBERS =
      java.util.List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  public Promiser {
    boolean named = !name.isBlank() && name.length() <= LONGEST_NAME;
    boolean counted = userId == null && name.isEmpty() && patients > 0 && patients <= MOST_PATIENTS;
    if (patients == 0 ? !named : !counted) {
      throw new IllegalArgumentException("a promiser has a name, or is a number of patients");
    }
  }

  static Promiser named(@Nullable UserId userId, String name) {
    return new Promiser(userId, name, 0);
  }

  /** The number of patients that the words mean: {@code 3 patients}, {@code a patient}. */
  static Optional<Integer> patientsIn(String words) {
    Matcher matcher = PATIENTS.matcher(words.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String number = matcher.group(1) == null ? "1" : matcher.group(1).toLowerCase(Locale.ROOT);
    int count =
        number.startsWith("a")
            ? 1
            : NUMBERS.contains(number) ? NUMBERS.indexOf(number) : Integer.parseInt(number);
    return Optional.of(count).filter(it -> it > 0 && it <= MOST_PATIENTS);
  }

  public boolean isPatients() {
    return patients > 0;
  }

  /** Their account in the workspace, if they have one. */
  public Optional<UserId> account() {
    return Optional.ofNullable(userId);
  }

  /** By what the same promiser is known again. */
  String key() {
    return isPatients() ? "" : userId == null ? name.toLowerCase(Locale.ROOT) : userId.value();
  }
}

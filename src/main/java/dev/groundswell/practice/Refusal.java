package dev.groundswell.practice;

import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;
import dev.groundswell.privacy.PatientGuard;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done; the sentence for each reason stands in
 * prompts/messages/practice.yaml.
 *
 * @param field the field that needs another look
 * @param kind which detail of a patient was seen, or null
 * @param who can help, or null
 * @param day that matters, or null
 * @param name of what is meant, or empty
 */
public record Refusal(
    Why why,
    Field field,
    Finding.@Nullable Kind kind,
    @Nullable UserId who,
    @Nullable LocalDate day,
    String name) {

  /** What people fill in. */
  public enum Field {
    NAME,
    PURPOSE,
    RATINGS,
    NOTE,
    DAY,
    UNTIL,
    REASON,
    WEEKS,
    SIZE,
    REGION,
    RECORD_SYSTEM,
    OWNERSHIP,
    PROGRAMMES,
    RHYTHM,
    NETWORKS,
    TITLE,
    TOPIC,
    LINK,
    NEIGHBOUR,
    PERSON,
    ROLE,
    REACH,
    VISION,
    GOAL,
    MEASURE,
    IDEA,
    DEMAND_KIND,
    INSTRUMENT,
    CITATION,
    SCORE,
    FILE
  }

  /** The reasons. */
  public enum Why {
    GONE,
    NOT_MEMBER,
    NO_INITIATIVE,
    PATIENT_DETAILS,
    BLANK,
    NOT_CHOSEN,
    TOO_LONG,
    EXISTS,
    UNKNOWN_PRACTICE,
    NOTHING_RATED,
    NO_SCORE,
    IN_FUTURE,
    TOO_SOON,
    HELD,
    LEFT_ALONE,
    OUT_OF_RANGE,
    ENDS_BEFORE,
    PAST,
    ALREADY_GIVEN,
    NOT_HTTPS,
    STILL_DEAD,
    EXPIRED,
    SAME_PRACTICE,
    CONCERNS_OTHERS,
    CANNOT_TAKE_PART,
    NO_PART,
    ONLY_LEAD,
    OVERLOADED,
    ALONE_CHOSEN,
    NO_LEADER,
    TOO_MANY,
    TOO_MANY_SCORES,
    NOTHING_TO_EXPORT
  }

  /** There is no score in that line; empty if there is no line at all. */
  public static Refusal noScore(String line) {
    return of(Why.NO_SCORE, Field.SCORE).about(line);
  }

  public static Refusal tooManyScores() {
    return of(Why.TOO_MANY_SCORES, Field.SCORE);
  }

  public static Refusal blank(Field field) {
    return of(Why.BLANK, field);
  }

  /** Nothing was chosen where it has to be. */
  public static Refusal notChosen(Field field) {
    return of(Why.NOT_CHOSEN, field);
  }

  static Refusal of(Why why, Field field) {
    return new Refusal(why, field, null, null, null, "");
  }

  static Refusal gone() {
    return of(Why.GONE, Field.NAME);
  }

  /** It concerns an initiative that somebody else leads. */
  static Refusal concernsOthers(UserId lead) {
    return new Refusal(Why.CONCERNS_OTHERS, Field.IDEA, null, lead, null, "");
  }

  static Refusal notMember(Optional<UserId> lead) {
    return new Refusal(Why.NOT_MEMBER, Field.NAME, null, lead.orElse(null), null, "");
  }

  /** Somebody else takes no part in the initiative. */
  static Refusal noPart(UserId who) {
    return new Refusal(Why.NO_PART, Field.PERSON, null, who, null, "");
  }

  static Refusal onlyLead(UserId lead) {
    return new Refusal(Why.ONLY_LEAD, Field.PERSON, null, lead, null, "");
  }

  Refusal on(LocalDate other) {
    return new Refusal(why, field, kind, who, other, name);
  }

  Refusal about(String other) {
    return new Refusal(why, field, kind, who, day, other);
  }

  /** That a text seems to hold a detail of a patient, or is too long for its place. */
  static Optional<Refusal> flaw(Field field, String text, int longest) {
    if (text.length() > longest) {
      return Optional.of(of(Why.TOO_LONG, field));
    }
    return PatientGuard.check(text)
        .map(it -> new Refusal(Why.PATIENT_DETAILS, field, it.kind(), null, null, ""));
  }

  /** As {@link #flaw}, for a text that has to say something. */
  static Optional<Refusal> flawOrBlank(Field field, String text, int longest) {
    return saysSomething(text) ? flaw(field, text, longest) : Optional.of(of(Why.BLANK, field));
  }

  /** False for what people type when they have nothing to say. */
  static boolean saysSomething(String text) {
    String bare = text.strip().toLowerCase(java.util.Locale.ROOT);
    return bare.codePoints().filter(Character::isLetterOrDigit).count() > 1
        && !bare.matches("n/?a|none|nothing|no|xx+|\\?+|tbd");
  }
}

package dev.groundswell.slack;

import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Decision;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.ReportBack;
import dev.groundswell.feedback.Ruling;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The least and the most that can be said, as hostile as people can type it. */
public final class Extremes {
  public static final WorkspaceId LAKESIDE = new WorkspaceId("T0LAKESIDE");
  public static final UserId MAYA = new UserId("U0MAYA");

  /** Every character is one that Slack would act on, and grows when it is escaped. */
  public static final String HOSTILE = "<!channel> & *`_~ <javascript:alert(1)|x> \u202E🙂 ";

  private Extremes() {}

  /** So many characters of {@link #HOSTILE}. */
  public static String hostile(int characters) {
    return HOSTILE.repeat(characters / HOSTILE.length() + 1).substring(0, characters).strip();
  }

  public static Initiative shortest() {
    return new Initiative(LAKESIDE, new UUID(7, 1), "X", MAYA, ZoneId.of("UTC"));
  }

  public static Initiative longest() {
    return new Initiative(
        LAKESIDE, new UUID(7, 2), hostile(Initiative.LONGEST_NAME), MAYA, ZoneId.of("UTC"));
  }

  public static Input shortInput() {
    return input("x", new Contributor(MAYA, "M"), Decision.Outcome.PENDING, "", null);
  }

  public static Input longInput(Decision.Outcome outcome) {
    return input(
        hostile(Input.LONGEST),
        new Contributor(null, hostile(Contributor.LONGEST_NAME)),
        outcome,
        hostile(1000),
        outcome == Decision.Outcome.PENDING ? null : Instant.EPOCH);
  }

  private static Input input(
      String words,
      Contributor from,
      Decision.Outcome outcome,
      String reason,
      @Nullable Instant decidedAt) {
    return new Input(
        LAKESIDE,
        new UUID(7, 3),
        new UUID(7, 2),
        new UUID(7, 4),
        from,
        words,
        LocalDate.EPOCH,
        MAYA,
        Input.Origin.UNKNOWN,
        decidedAt == null
            ? null
            : new Ruling(new UUID(7, 5), new Decision(outcome, reason, reason), MAYA, decidedAt),
        ReportBack.open(LocalDate.EPOCH),
        null,
        null,
        0);
  }
}

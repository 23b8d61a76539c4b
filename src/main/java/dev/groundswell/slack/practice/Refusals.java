package dev.groundswell.slack.practice;

import dev.groundswell.kernel.UserId;
import dev.groundswell.practice.Refusal;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says why something was not done, in a message or under the field that needs another look. */
final class Refusals {
  /** These are about no field. */
  private static final Set<Why> NO_FIELD =
      Set.of(
          Why.GONE,
          Why.NOT_MEMBER,
          Why.NO_INITIATIVE,
          Why.ALREADY_GIVEN,
          Why.CONCERNS_OTHERS,
          Why.NO_PART,
          Why.ONLY_LEAD);

  private final Words words;

  Refusals(Words words) {
    this.words = words;
  }

  Message message(Refusal refusal) {
    return refusal.kind() == null
        ? Message.of(sentence(refusal, false))
        : PatientDetailsView.message(words, refusal.kind());
  }

  /** The form stays open with what was typed, or says that it is of no use any more. */
  Ending ending(Refusal refusal) {
    if (NO_FIELD.contains(refusal.why())) {
      return new Ending.Show(
          Blocks.notice(
              words.plain("help.title"), words.plain("practice.close"), sentence(refusal, false)),
          Optional.empty());
    }
    String block =
        refusal.field() == Field.RATINGS
            ? RatingForm.block(Component.MOTIVATION)
            : Fields.id(refusal.field());
    return new Ending.Errors(
        Map.of(
            block,
            refusal.kind() == null
                ? sentence(refusal, true)
                : PatientDetailsView.plain(words, refusal.kind())));
  }

  private String sentence(Refusal refusal, boolean plain) {
    String key =
        "practice.refused-" + refusal.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
    UserId who = refusal.who();
    if (refusal.why() == Why.NOT_MEMBER && who == null) {
      key += "-nobody";
    }
    if (refusal.why() == Why.OUT_OF_RANGE && refusal.field() == Field.WEEKS) {
      key = "practice.refused-weeks";
    }
    if (refusal.why() == Why.UNKNOWN_PRACTICE && !refusal.name().isEmpty()) {
      key += "-near";
    }
    if (refusal.why() == Why.NO_SCORE && refusal.name().isEmpty()) {
      key += "-at-all";
    }
    LocalDate day = refusal.day();
    Object[] values = {
      "who",
      who == null ? "" : Mrkdwn.mention(who),
      "day",
      day == null ? "" : refusal.why() == Why.PAST ? Days.withYear(day) : Days.inFull(day),
      "name",
      refusal.name()
    };
    return plain ? words.plain(key, values) : words.say(key, values);
  }
}

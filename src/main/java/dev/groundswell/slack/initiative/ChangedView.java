package dev.groundswell.slack.initiative;

import dev.groundswell.initiative.Changed;
import dev.groundswell.initiative.Flaw;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Message;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is said when an initiative was not changed. */
final class ChangedView {
  private final Words words;

  ChangedView(Words words) {
    this.words = words;
  }

  Message refusal(Changed changed) {
    if (changed instanceof Changed.Gone) {
      return Message.of(words.say("initiative.gone"));
    } else if (changed instanceof Changed.NotAllowed other) {
      return Message.of(
          words.say(
              "initiative.not-allowed",
              "name",
              other.initiative().name(),
              "lead",
              Mrkdwn.mention(other.initiative().lead())));
    } else if (changed instanceof Changed.CantTakePart cant) {
      return Message.of(words.say("initiative.cant-take-part", "who", Mrkdwn.mention(cant.user())));
    } else if (changed instanceof Changed.LeadStays) {
      return Message.of(words.say("initiative.lead-stays"));
    } else if (changed instanceof Changed.TooMany many) {
      return Message.of(words.say("initiative.too-many-members", "most", many.most()));
    } else if (changed instanceof Changed.Unfit unfit) {
      return Message.of(String.join("\n", flaws(unfit).values()));
    }
    throw new AssertionError(changed);
  }

  /** For under a field, where nothing is formatted. */
  String plain(Changed changed) {
    return refusal(changed).text().replace("*", "").replace("`", "").strip();
  }

  /** A sentence for each field that needs another look, by its block id. */
  Map<String, String> flaws(Changed.Unfit unfit) {
    Map<String, String> byField = new LinkedHashMap<>();
    for (Flaw flaw : unfit.flaws()) {
      byField.putIfAbsent(field(flaw.field()), sentence(flaw));
    }
    return byField;
  }

  private String sentence(Flaw flaw) {
    if (flaw.why() == Flaw.Why.PATIENT_DETAILS) {
      return words.plain(flaw.what()) + " " + words.plain("privacy.no-patient");
    }
    return words
        .plain("initiative.flaw-" + key(flaw.field()) + "-" + key(flaw.why()), "what", cut(flaw))
        .strip();
  }

  private static String cut(Flaw flaw) {
    return dev.groundswell.slack.Blocks.cut(flaw.what(), 60);
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String field(Flaw.Field field) {
    return "initiative." + key(field);
  }
}

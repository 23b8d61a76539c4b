package dev.groundswell.slack.sponsor;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.PatientDetailsView;
import dev.groundswell.sponsor.Backers;
import dev.groundswell.sponsor.FindBackers;
import dev.groundswell.sponsor.FindBackers.Answer;
import dev.groundswell.sponsor.Sponsor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The question who should back the work, and its answer. */
final class BackersView {
  static final String ASK = "sponsor.who";
  static final String FORM = "sponsor.who-form";
  static final String AIMS = "sponsor.who-aims";
  static final String GRANT = "sponsor.who-grant";

  private static final int LONGEST_SUM = 60;

  private final Words words;

  BackersView(Words words) {
    this.words = words;
  }

  View form() {
    InputBlock grant =
        Blocks.field(
            GRANT,
            words.plain("sponsor.who-grant-label"),
            words.plain("sponsor.who-grant-hint"),
            PlainTextInputElement.builder().maxLength(LONGEST_SUM).build());
    grant.setOptional(true);
    return View.builder()
        .type("modal")
        .callbackId(FORM)
        .title(Blocks.title(words.plain("sponsor.who-title")))
        .submit(Blocks.submit(words.plain("sponsor.who-submit")))
        .close(Blocks.close(words.plain("sponsor.cancel")))
        .blocks(
            List.of(
                Blocks.field(
                    AIMS,
                    words.plain("sponsor.who-aims-label"),
                    words.plain("sponsor.who-aims-hint"),
                    PlainTextInputElement.builder()
                        .multiline(true)
                        .maxLength(FindBackers.LONGEST)
                        .build()),
                grant))
        .build();
  }

  View notice(Backers backers) {
    return Blocks.notice(
        words.plain("sponsor.who-title"), words.plain("help.close"), sentence(backers));
  }

  String sentence(Backers backers) {
    StringBuilder text = new StringBuilder();
    if (backers.fitting().isEmpty()) {
      text.append(
          words.say(backers.objectivesKnown() ? "sponsor.who-no-match" : "sponsor.who-no-file"));
    } else {
      text.append(words.say("sponsor.who-fits"));
      for (Backers.Fit fit : backers.fitting()) {
        text.append('\n')
            .append(
                words.say(
                    "sponsor.who-fit",
                    "name",
                    fit.sponsor().name(),
                    "objective",
                    fit.objective(),
                    "many",
                    fit.hasMany(),
                    "n",
                    fit.initiatives()));
      }
    }
    if (!backers.gone().isEmpty()) {
      text.append("\n\n")
          .append(
              words.say(
                  "sponsor.who-left",
                  "names",
                  backers.gone().stream()
                      .limit(5)
                      .map(Sponsor::name)
                      .collect(Collectors.joining(", "))));
    }
    if (backers.scale() != Backers.Scale.NO_GRANT) {
      String scale = backers.scale().name().toLowerCase(Locale.ROOT).replace('_', '-');
      text.append("\n\n").append(words.say("sponsor.who-" + scale, "limit", backers.limit()));
    }
    return text.toString();
  }

  /** What is wrong with a field. */
  String flaw(Answer answer) {
    if (answer instanceof Answer.AimsMissing) {
      return words.plain("sponsor.wrong-missing");
    } else if (answer instanceof Answer.TooLong) {
      return words.plain("sponsor.wrong-too_long");
    } else if (answer instanceof Answer.SumNotRead) {
      return words.plain("sponsor.who-sum-not-read");
    } else if (answer instanceof Answer.PatientDetails details) {
      return PatientDetailsView.plain(words, details.kind());
    }
    throw new AssertionError(answer);
  }
}

package dev.groundswell.slack.sponsor;

import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Feature;
import dev.groundswell.sponsor.FindBackers;
import dev.groundswell.sponsor.FindBackers.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** “Who should back this?” of the list of sponsors. */
public final class BackersListener implements Feature {
  private final FindBackers findBackers;
  private final BackersView view;

  public BackersListener(FindBackers findBackers, Words words) {
    this.findBackers = findBackers;
    this.view = new BackersView(words);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(BackersView.ASK, click -> new Reaction.Open(view.form()));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(BackersView.FORM, this::asked);
  }

  private Ending asked(Submission form) {
    Answer answer =
        findBackers.whoFor(
            form.caller().person(),
            form.caller().workspace(),
            form.text(BackersView.AIMS),
            form.text(BackersView.GRANT));
    if (answer instanceof Answer.Found found) {
      return new Ending.Show(view.notice(found.backers()), Optional.empty());
    }
    String field = answer instanceof Answer.SumNotRead ? BackersView.GRANT : BackersView.AIMS;
    return new Ending.Errors(Map.of(field, view.flaw(answer)));
  }
}

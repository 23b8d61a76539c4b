package dev.groundswell.slack.feedback;

import dev.groundswell.feedback.Answered;
import dev.groundswell.feedback.Answers;
import dev.groundswell.feedback.Letter;
import dev.groundswell.feedback.Letters;
import dev.groundswell.feedback.ReportBack.Answer;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Rendering;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What contributors get, and the buttons under it, which are theirs alone. */
public final class AnswerListener implements Feature, Rendering {
  private final Letters letters;
  private final Answers answers;
  private final AnswerView view;

  public AnswerListener(Letters letters, Answers answers, AnswerView view) {
    this.letters = letters;
    this.answers = answers;
    this.view = view;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(ReportBacks.TOLD, ReportBacks.NOTICE, ReportBacks.WEIGHING);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    Letter letter = letters.find(workspace, item);
    if (letter instanceof Letter.NotWanted not) {
      return new Rendered.NotWanted(not.why());
    } else if (letter instanceof Letter.Wanted wanted) {
      return new Rendered.Wanted(
          switch (item.kind()) {
            case ReportBacks.NOTICE -> view.notice(wanted);
            case ReportBacks.WEIGHING -> view.weighing(wanted);
            default -> view.told(wanted);
          });
    }
    throw new AssertionError(letter);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        AnswerView.HEARD,
        this::heard,
        AnswerView.REFUTE,
        click -> form(click, Answer.NOT_WHAT_I_SAID),
        AnswerView.QUESTION,
        click -> form(click, Answer.QUESTION),
        AnswerView.STOP,
        this::stop);
  }

  /**
   * Which message about which input a button stands under.
   *
   * @param responseUrl by which it can be replaced, once a form was opened from it; else empty
   */
  private record Under(UUID input, int times, String responseUrl) {
    static Under of(String value) {
      String[] parts = value.split(" ", 3);
      return new Under(
          UUID.fromString(parts[0]), Integer.parseInt(parts[1]), parts.length > 2 ? parts[2] : "");
    }
  }

  private Reaction heard(Click click) {
    Under under = Under.of(click.value());
    Caller caller = click.caller();
    return said(
        click, answers.heard(caller.workspace(), caller.user(), under.input(), under.times()));
  }

  /** What they were told stays readable, and what they answered stands where the buttons were. */
  private Reaction said(Click click, Answered answered) {
    return answered instanceof Answered.NotForYou
        ? new Reaction.Say(view.of(answered))
        : new Reaction.Settle(view.settled(answered, asTold(click.caller(), click.value())));
  }

  private Optional<Letter.Wanted> asTold(Caller caller, String value) {
    Under under = Under.of(value);
    return letters.asTold(caller.workspace(), under.input(), under.times());
  }

  private Reaction form(Click click, Answer answer) {
    Under under = Under.of(click.value());
    Caller caller = click.caller();
    return answers
        .mayAddWords(caller.workspace(), caller.user(), under.input(), under.times())
        .map(it -> said(click, it))
        .orElseGet(
            () -> new Reaction.Open(view.form(answer, click.value() + " " + click.responseUrl())));
  }

  private Reaction stop(Click click) {
    Caller caller = click.caller();
    return said(
        click, answers.stop(caller.workspace(), caller.user(), Under.of(click.value()).input()));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(
        AnswerView.REFUTE_FORM, form -> says(form, Answer.NOT_WHAT_I_SAID),
        AnswerView.QUESTION_FORM, form -> says(form, Answer.QUESTION));
  }

  private Ending says(Submission form, Answer answer) {
    Under under = Under.of(form.metadata());
    Caller caller = form.caller();
    Answered answered =
        answers.says(
            caller.workspace(),
            caller.user(),
            under.input(),
            under.times(),
            answer,
            form.text(AnswerView.WORDS));
    return answered instanceof Answered.NoWords || answered instanceof Answered.PatientDetails
        ? new Ending.Errors(Map.of(AnswerView.WORDS, view.sentence(answered)))
        : new Ending.Show(view.notice(answered), instead(form, under, answered));
  }

  /** The message with what they answered, for them alone: nobody else gets to read it. */
  private Optional<Reply> instead(Submission form, Under under, Answered answered) {
    boolean theirs = answered instanceof Answered.Kept || answered instanceof Answered.KeptBefore;
    return theirs && !under.responseUrl().isEmpty()
        ? asTold(form.caller(), form.metadata())
            .map(it -> new Reply(under.responseUrl(), view.answered(it, answered)))
        : Optional.empty();
  }
}

package dev.groundswell.slack.feedback;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.block.element.UsersSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Decided;
import dev.groundswell.feedback.Decision;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.feedback.Told;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.privacy.Finding;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How input and report-backs look in Slack. */
public final class InputView {
  static final String DECIDE = "feedback.decide";
  static final String DONE = "feedback.done";
  static final String START_AND_KEEP = "feedback.start-and-keep";
  static final String FORM = "feedback.form";
  static final String FIRST_FORM = "feedback.first-form";
  static final String DECISION_FORM = "feedback.decision-form";
  static final String WORDS = "feedback.words";
  static final String WHO = "feedback.who";
  static final String NAME = "feedback.name";
  static final String INITIATIVE = "feedback.initiative";
  static final String OUTCOME = "feedback.outcome";
  static final String WEIGHED = "feedback.weighed";
  static final String REASON = "feedback.reason";
  static final String TOLD = "feedback.told";
  private static final int QUOTED = 600;
  private static final int LISTED = 200;
  static final int MOST_LISTED = 10;

  private final Words words;

  public InputView(Words words) {
    this.words = words;
  }

  /** What became of the wish to record an input. */
  Message of(Recorded recorded, UserId by) {
    if (recorded instanceof Recorded.Kept kept) {
      return kept(kept.input(), kept.initiative(), by);
    } else if (recorded instanceof Recorded.NoInitiative none) {
      String sentence = words.say("feedback.no-initiative");
      return new Message(
          sentence,
          List.of(
              Blocks.section(sentence),
              Blocks.actions(
                  Blocks.primary(
                      START_AND_KEEP,
                      words.plain("feedback.start-and-keep"),
                      none.draft().toString()))));
    } else if (recorded instanceof Recorded.NotAllowed other) {
      return Message.of(
          words.say(
              "initiative.not-allowed",
              "name",
              other.initiative().name(),
              "lead",
              Mrkdwn.mention(other.initiative().lead())));
    } else if (recorded instanceof Recorded.NoWords) {
      return Message.of(words.say("feedback.no-words"));
    } else if (recorded instanceof Recorded.NameTooLong) {
      return Message.of(nameTooLong());
    } else if (recorded instanceof Recorded.PatientDetails details) {
      return PatientDetailsView.message(words, details.kind());
    }
    throw new AssertionError(recorded);
  }

  String nameTooLong() {
    return words.say("feedback.name-too-long", "longest", Contributor.LONGEST_NAME);
  }

  private Message kept(Input input, Initiative initiative, UserId by) {
    boolean own = input.contributor().account().filter(by::equals).isPresent();
    String kept =
        words.say(
            "feedback.recorded",
            "initiative",
            initiative.name(),
            "from",
            from(input.contributor()));
    String promise =
        words.say(
            own ? "feedback.promise-self" : "feedback.promise",
            "due",
            Days.inFull(input.dueOn()),
            "from",
            from(input.contributor()));
    return new Message(
        kept + "\n" + promise,
        List.of(
            Blocks.section(kept), Blocks.section(quote(input.words())), Blocks.section(promise)));
  }

  private String quote(String said) {
    // Each line needs its own mark, or the quotation ends at the first line break.
    String shortened = Blocks.cut(said.strip().replaceAll("\\s*\\R\\s*", " "), QUOTED);
    return words.say("feedback.quote", "words", shortened);
  }

  private static Object from(Contributor contributor) {
    return contributor.account().<Object>map(Mrkdwn::mention).orElse(contributor.name());
  }

  /** The reminder to report back, as its owner gets it. */
  Message reminder(Input input) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String sentence =
        words.say(
            "feedback.reminder",
            "from",
            from(input.contributor()),
            "received",
            Days.inFull(input.receivedOn()));
    blocks.add(Blocks.section(sentence));
    blocks.add(Blocks.section(quote(input.words())));
    blocks.add(Blocks.section(standing(input)));
    blocks.add(buttons(input));
    blocks.add(Blocks.context(words.say("feedback.reminder-who")));
    String said = Mrkdwn.escape(Blocks.cut(input.words(), 200));
    return new Message(sentence + " " + said, blocks);
  }

  private String standing(Input input) {
    return input.isDecided()
        ? words.say(
            "feedback.reminder-decided",
            "outcome",
            outcome(input.decision().outcome()),
            "reason",
            input.decision().reason())
        : words.say("feedback.reminder-undecided");
  }

  private LayoutBlock buttons(Input input) {
    String id = input.id().toString();
    return input.isDecided()
        ? Blocks.actions(
            Blocks.primary(DONE, words.plain("feedback.done-button"), id),
            Blocks.button(DECIDE, words.plain("feedback.change-button"), id))
        : Blocks.actions(
            Blocks.primary(DECIDE, words.plain("feedback.decide-button"), id),
            Blocks.button(DONE, words.plain("feedback.done-button"), id));
  }

  String outcome(Outcome outcome) {
    return words.plain("feedback." + outcome.name().toLowerCase(Locale.ROOT));
  }

  /** Who waits to hear back. */
  Message list(Initiative initiative, List<Input> open, LocalDate today) {
    if (open.isEmpty()) {
      return Message.of(words.say("feedback.list-empty", "initiative", initiative.name()));
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    String intro = words.say("feedback.list-intro", "initiative", initiative.name());
    blocks.add(Blocks.section(intro));
    for (Input input : open.subList(0, Math.min(open.size(), MOST_LISTED))) {
      blocks.addAll(todo(input, today));
    }
    if (open.size() > MOST_LISTED) {
      blocks.add(Blocks.context(words.say("feedback.list-more", "shown", MOST_LISTED)));
    }
    return new Message(intro, blocks);
  }

  /** One input as a to-do of its owner, with its buttons. */
  public List<LayoutBlock> todo(Input input, LocalDate today) {
    boolean late = input.dueOn().isBefore(today);
    String line =
        words.say(
            "feedback.list-line",
            "from",
            from(input.contributor()),
            "due",
            words.say(
                late ? "feedback.overdue" : "feedback.due", "day", Days.inFull(input.dueOn())),
            "words",
            Blocks.cut(input.words().replaceAll("\\s+", " "), LISTED));
    return List.of(Blocks.section(line), buttons(input));
  }

  Message noInitiativeYet() {
    return Message.of(words.say("feedback.no-initiative-yet"));
  }

  /** The form to log input. */
  View form() {
    return View.builder()
        .type("modal")
        .callbackId(FORM)
        .title(Blocks.title(words.plain("feedback.form-title")))
        .submit(Blocks.submit(words.plain("feedback.form-submit")))
        .close(Blocks.close(words.plain("feedback.form-cancel")))
        .blocks(
            List.of(
                Blocks.field(
                    WORDS,
                    words.plain("feedback.words-label"),
                    words.plain("feedback.words-hint"),
                    PlainTextInputElement.builder().multiline(true).maxLength(3000).build()),
                InputBlock.builder()
                    .blockId(WHO)
                    .optional(true)
                    .label(Blocks.plain(words.plain("feedback.who-label"), 2000))
                    .element(UsersSelectElement.builder().actionId(WHO).build())
                    .build(),
                optional(
                    Blocks.field(
                        NAME,
                        words.plain("feedback.name-label"),
                        words.plain("feedback.name-hint"),
                        PlainTextInputElement.builder()
                            .maxLength(Contributor.LONGEST_NAME)
                            .build()))))
        .build();
  }

  private static InputBlock optional(InputBlock field) {
    field.setOptional(true);
    return field;
  }

  /** The form that starts the first initiative, for an input that waits for one. */
  View firstForm(InputBlock nameField, String metadata) {
    return View.builder()
        .type("modal")
        .callbackId(FIRST_FORM)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain("initiative.form-title")))
        .submit(Blocks.submit(words.plain("initiative.form-submit")))
        .close(Blocks.close(words.plain("initiative.form-cancel")))
        .blocks(List.of(nameField))
        .build();
  }

  /** The form to note a decision, and that the contributor was told. */
  View decisionForm(Input input, String metadata, boolean alreadyTold) {
    Object who = input.contributor().name();
    Decision decision = input.decision();
    OptionObject told =
        OptionObject.builder()
            .text(Blocks.plain(words.plain("feedback.told-yes"), 75))
            .value("told")
            .build();
    List<OptionObject> outcomes =
        List.of(Outcome.ADOPTED, Outcome.PARTLY, Outcome.DECLINED).stream()
            .map(outcome -> Blocks.option(outcome(outcome), outcome.name()))
            .toList();
    return View.builder()
        .type("modal")
        .callbackId(DECISION_FORM)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain("feedback.decide-title")))
        .submit(Blocks.submit(words.plain("feedback.decide-submit")))
        .close(Blocks.close(words.plain("feedback.decide-cancel")))
        .blocks(
            List.of(
                Blocks.section(quote(input.words())),
                InputBlock.builder()
                    .blockId(OUTCOME)
                    .label(Blocks.plain(words.plain("feedback.outcome-label"), 2000))
                    .element(
                        RadioButtonsElement.builder()
                            .actionId(OUTCOME)
                            .options(outcomes)
                            .initialOption(
                                outcomes.stream()
                                    .filter(it -> it.getValue().equals(decision.outcome().name()))
                                    .findFirst()
                                    .orElse(null))
                            .build())
                    .build(),
                Blocks.field(
                    WEIGHED,
                    words.plain("feedback.weighed-label"),
                    words.plain("feedback.weighed-hint"),
                    text(decision.weighed())),
                Blocks.field(
                    REASON,
                    words.plain("feedback.reason-label"),
                    words.plain("feedback.reason-hint", "from", who),
                    text(decision.reason())),
                InputBlock.builder()
                    .blockId(TOLD)
                    .optional(true)
                    .label(Blocks.plain(words.plain("feedback.told-label", "from", who), 2000))
                    .hint(Blocks.plain(words.plain("feedback.told-hint"), 2000))
                    .element(
                        CheckboxesElement.builder()
                            .actionId(TOLD)
                            .options(List.of(told))
                            .initialOptions(alreadyTold ? List.of(told) : null)
                            .build())
                    .build()))
        .build();
  }

  private static PlainTextInputElement text(String initial) {
    return PlainTextInputElement.builder()
        .multiline(true)
        .maxLength(1000)
        .initialValue(initial.isEmpty() ? null : initial)
        .build();
  }

  /** What became of a decision, with the button for the next step. */
  Message of(Decided decided) {
    if (decided instanceof Decided.Done done) {
      Input input = done.input();
      String sentence =
          words.say(
              "feedback.decided",
              "outcome",
              outcome(input.decision().outcome()),
              "reason",
              input.decision().reason());
      String next = words.say("feedback.decided-next", "from", from(input.contributor()));
      return new Message(
          sentence + "\n" + next,
          List.of(
              Blocks.section(quote(input.words())),
              Blocks.section(sentence),
              Blocks.section(next),
              buttons(input)));
    } else if (decided instanceof Decided.NotYours other) {
      return Message.of(notYours(other.owner()));
    } else if (decided instanceof Decided.Gone) {
      return Message.of(words.say("feedback.gone"));
    } else if (decided instanceof Decided.ReasonMissing) {
      return Message.of(words.say("feedback.reason-missing"));
    } else if (decided instanceof Decided.WeighedMissing) {
      return Message.of(words.say("feedback.weighed-missing"));
    } else if (decided instanceof Decided.PatientDetails details) {
      return PatientDetailsView.message(words, details.kind());
    }
    throw new AssertionError(decided);
  }

  /**
   * What became of the word that somebody has heard; {@link Told.NotDecided} opens a form instead.
   */
  Message of(Told told) {
    if (told instanceof Told.Done done) {
      return closed("feedback.told", done.input());
    } else if (told instanceof Told.Already already) {
      return closed("feedback.told-already", already.input());
    } else if (told instanceof Told.NotYours other) {
      return Message.of(notYours(other.owner()));
    } else if (told instanceof Told.Gone) {
      return Message.of(words.say("feedback.gone"));
    }
    throw new AssertionError(told);
  }

  private Message closed(String name, Input input) {
    String sentence = words.say(name, "from", from(input.contributor()));
    return new Message(
        sentence, List.of(Blocks.section(quote(input.words())), Blocks.section(sentence)));
  }

  private String notYours(UserId owner) {
    SafeString name = Mrkdwn.mention(owner);
    return words.say("feedback.not-yours", "owner", name);
  }

  /** Which field holds a detail of a patient, and why it is not kept; the text stays there. */
  Ending patientDetails(String field, Finding.Kind kind) {
    return new Ending.Errors(Map.of(field, PatientDetailsView.plain(words, kind)));
  }

  String close() {
    return words.plain("help.close");
  }

  String plain(String name) {
    return words.plain("feedback." + name);
  }
}

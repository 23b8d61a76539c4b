package dev.groundswell.slack.feedback;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.OverflowMenuElement;
import com.slack.api.model.view.View;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.feedback.Round;
import dev.groundswell.feedback.Told;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.Audience;
import dev.groundswell.privacy.Finding;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Filled;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** How input and report-backs look in Slack. */
public final class InputView {
  static final String DECIDE = "feedback.decide";
  static final String MORE = "feedback.more";
  static final String WANTS_TO_HEAR = "feedback.wants-to-hear";
  static final String START_AND_KEEP = "feedback.start-and-keep";
  static final String FIRST_FORM = "feedback.first-form";
  static final String INITIATIVE = "feedback.initiative";
  private static final int QUOTED = 600;
  private static final String UNDECIDED = " undecided";

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
    } else if (recorded instanceof Recorded.Unfit unfit) {
      return Message.of(unfit(unfit.why()));
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

  private String unfit(Recorded.Why why) {
    return words.plain(
        "input.unfit-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        "longest",
        Round.LONGEST_NAME);
  }

  /** The field that needs another look; empty when nothing was refused. */
  Optional<Ending> errors(Recorded recorded, Filled form) {
    if (recorded instanceof Recorded.NoWords) {
      return error(InputForm.WORDS, plain("words-missing"));
    } else if (recorded instanceof Recorded.Unfit unfit) {
      return error(InputForm.field(unfit.part(), form), unfit(unfit.why()));
    } else if (recorded instanceof Recorded.PatientDetails details) {
      return Optional.of(patientDetails(InputForm.field(details.part(), form), details.kind()));
    }
    return Optional.empty();
  }

  /** The initiative that was chosen is none of theirs any more. */
  Ending notThere() {
    return new Ending.Errors(Map.of(InputForm.FOR, words.plain("input.for-gone")));
  }

  /** The round that was chosen is none of the initiative that was chosen. */
  Ending roundOfAnother() {
    return new Ending.Errors(Map.of(InputForm.ROUND, words.plain("input.round-of-another")));
  }

  private static Optional<Ending> error(String field, String sentence) {
    return Optional.of(new Ending.Errors(Map.of(field, sentence)));
  }

  InputForm form(List<Audience> groups) {
    return new InputForm(words, groups);
  }

  /** What a message says, in a modal. */
  View notice(Message message) {
    View notice = Blocks.notice(plain("form-title"), words.plain("help.close"), message.text());
    notice.setBlocks(message.blocks());
    return notice;
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
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(kept));
    blocks.add(Blocks.section(quote(input.words()), more(words, input)));
    blocks.add(Blocks.section(promise));
    message(words, input).ifPresent(it -> blocks.add(Blocks.context(it)));
    reach(input).ifPresent(it -> blocks.add(Blocks.context(it)));
    return new Message(kept + "\n" + promise, blocks);
  }

  /** How they will hear, where it is not as one would think. */
  private Optional<String> reach(Input input) {
    Contributor from = input.contributor();
    boolean task = from.reach() == Contributor.Reach.BY_HAND && from.account().isPresent();
    if (from.hasOptedOut()) {
      return Optional.of(words.say("input.opted-out", "from", from(from)));
    }
    String name = task ? "input.by-hand" : from.isAnonymous() ? "input.by-notice" : "";
    return name.isEmpty() ? Optional.empty() : Optional.of(words.say(name, "from", from(from)));
  }

  /** The way back to the message that it was, if it was one. */
  static Optional<String> message(Words words, Input input) {
    return Optional.ofNullable(input.origin().link())
        .map(it -> Mrkdwn.link(it, words.plain("input.the-message")))
        .map(it -> words.say("input.from-message", "message", it));
  }

  /** What else can be done with an input. */
  static OverflowMenuElement more(Words words, Input input) {
    List<OptionObject> options =
        new ArrayList<>(
            Stream.of("edit", "merge", "withdraw", "history")
                .map(it -> Blocks.option(words.plain("input.more-" + it), it + " " + input.id()))
                .toList());
    if (input.contributor().hasOptedOut()) {
      options.add(
          Blocks.option(
              words.plain("input.wants-to-hear-button"), WANTS_TO_HEAR + " " + input.id()));
    }
    return OverflowMenuElement.builder().actionId(MORE).options(options).build();
  }

  String quote(String said) {
    // Each line needs its own mark, or the quotation ends at the first line break.
    String shortened = Blocks.cut(said.strip().replaceAll("\\s*\\R\\s*", " "), QUOTED);
    return words.say("feedback.quote", "words", shortened);
  }

  static Object from(Contributor contributor) {
    return contributor.account().<Object>map(Mrkdwn::mention).orElse(contributor.name());
  }

  /** The next step: to tell them, once it is decided. */
  LayoutBlock buttons(Input input) {
    String id = input.id().toString();
    return input.isDecided()
        ? Blocks.actions(
            Blocks.primary(ReportBackView.OPEN, words.plain("report-back.tell-button"), id),
            Blocks.button(DECIDE, words.plain("feedback.change-button"), id))
        : Blocks.actions(
            Blocks.primary(DECIDE, words.plain("feedback.decide-button"), toDecide(input)));
  }

  /** In a button: to decide what is not decided yet. Once it is, the button has had its time. */
  static String toDecide(Input input) {
    return input.id() + UNDECIDED;
  }

  static boolean isToDecide(String value) {
    return value.endsWith(UNDECIDED);
  }

  String outcome(Outcome outcome) {
    return words.plain("feedback." + outcome.name().toLowerCase(Locale.ROOT));
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

  String notYours(UserId owner) {
    SafeString name = Mrkdwn.mention(owner);
    return words.say("feedback.not-yours", "owner", name);
  }

  /** Which field holds a detail of a patient, and why it is not kept; the text stays there. */
  Ending patientDetails(String field, Finding.Kind kind) {
    return new Ending.Errors(Map.of(field, PatientDetailsView.plain(words, kind)));
  }

  String plain(String name) {
    return words.plain("feedback." + name);
  }
}

package dev.groundswell.slack.feedback;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.feedback.Decided;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Telling;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How decisions look in Slack. */
final class DecisionView {
  private final Words words;
  private final InputView inputs;
  private final TellingView tellings;

  DecisionView(Words words, InputView inputs) {
    this.words = words;
    this.inputs = inputs;
    this.tellings = new TellingView(words, new ReportBackView(words));
  }

  /** What became of a decision, with the button for the next step. */
  Message of(Decided decided) {
    if (decided instanceof Decided.Done done) {
      return done(done);
    } else if (decided instanceof Decided.ChangedMeanwhile) {
      return Message.of(words.say("decision.changed-meanwhile"));
    } else if (decided instanceof Decided.NotYours other) {
      return Message.of(inputs.notYours(other.owner()));
    } else if (decided instanceof Decided.OtherNotYours refused) {
      return Message.of(
          words.say(
              "decision.other-not-yours", "from", InputView.from(refused.other().contributor())));
    } else if (decided instanceof Decided.Gone) {
      return Message.of(words.say("feedback.gone"));
    } else if (decided instanceof Decided.ReasonMissing) {
      return Message.of(words.say("feedback.reason-missing"));
    } else if (decided instanceof Decided.WeighedMissing) {
      return Message.of(words.say("feedback.weighed-missing"));
    } else if (decided instanceof Decided.BadLink) {
      return Message.of(words.say("decision.bad-link"));
    } else if (decided instanceof Decided.PatientDetails details) {
      return PatientDetailsView.message(words, details.kind());
    }
    throw new AssertionError(decided);
  }

  /** Somebody decided while the button to decide stood there: what they noted, and what is next. */
  Message meanwhile(Input input, Telling telling) {
    String sentence =
        words.say("decision.meanwhile", "outcome", inputs.outcome(input.decision().outcome()));
    Message now = tellings.of(telling);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(sentence));
    if (!(telling instanceof Telling.Ready)) {
      blocks.add(Blocks.section(inputs.quote(input.words())));
    }
    blocks.addAll(now.blocks());
    return new Message(sentence + " " + now.text(), blocks);
  }

  private Message done(Decided.Done done) {
    Input input = done.input();
    boolean decides = input.isDecided();
    String sentence =
        words.say(
            "feedback.decided",
            "outcome",
            words.plain("feedback." + input.decision().outcome().name().toLowerCase(Locale.ROOT)),
            "reason",
            input.decision().reason());
    String next =
        words.say(
            decides ? "feedback.decided-next" : "decision.pending-next",
            "from",
            InputView.from(input.contributor()));
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(inputs.quote(input.words())));
    blocks.add(Blocks.section(sentence));
    if (!input.decision().link().isEmpty()) {
      blocks.add(Blocks.context(words.say("decision.link", "link", input.decision().link())));
    }
    if (done.others() > 0) {
      blocks.add(Blocks.context(words.say("decision.for-others", "others", done.others())));
    }
    leftOut(done).ifPresent(it -> blocks.add(Blocks.section(it)));
    blocks.add(Blocks.section(next));
    blocks.add(inputs.buttons(input));
    return new Message(sentence + "\n" + next, blocks);
  }

  /** The same, with those for which the decision does not hold. */
  Message withLeftOut(Message message, Decided.Done done) {
    return leftOut(done)
        .map(
            it -> {
              List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
              blocks.add(Blocks.section(it));
              return new Message(message.text() + "\n" + it, blocks);
            })
        .orElse(message);
  }

  private Optional<String> leftOut(Decided.Done done) {
    String names =
        done.leftOut().stream()
            .map(it -> words.say("round.who", "from", InputView.from(it.contributor())).strip())
            .distinct()
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(words.say("decision.left-out", "names", new SafeString(names)));
  }

  /** The field that needs another look; empty when nothing was refused. */
  Optional<Ending> errors(Decided decided) {
    if (decided instanceof Decided.ReasonMissing) {
      return error(DecisionForm.REASON, words.plain("feedback.reason-missing"));
    } else if (decided instanceof Decided.WeighedMissing) {
      return error(DecisionForm.WEIGHED, words.plain("feedback.weighed-missing"));
    } else if (decided instanceof Decided.BadLink) {
      return error(DecisionForm.LINK, words.plain("decision.bad-link"));
    } else if (decided instanceof Decided.OtherNotYours refused) {
      return error(
          DecisionForm.ALSO,
          words.plain("decision.other-not-yours", "from", refused.other().contributor().name()));
    } else if (decided instanceof Decided.PatientDetails details) {
      String field =
          switch (details.field()) {
            case WEIGHED -> DecisionForm.WEIGHED;
            case REASON -> DecisionForm.REASON;
            case LINK -> DecisionForm.LINK;
          };
      return error(field, PatientDetailsView.plain(words, details.kind()));
    }
    return Optional.empty();
  }

  Ending outcomeMissing() {
    return new Ending.Errors(Map.of(DecisionForm.OUTCOME, words.plain("feedback.outcome-missing")));
  }

  private static Optional<Ending> error(String field, String sentence) {
    return Optional.of(new Ending.Errors(Map.of(field, sentence)));
  }

  /** So much of an outcome as fits one word. */
  String outcome(Outcome outcome) {
    return words.plain("feedback." + outcome.name().toLowerCase(Locale.ROOT));
  }
}

package dev.groundswell.slack.feedback;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Input.Steers;
import dev.groundswell.feedback.Round;
import dev.groundswell.feedback.RoundChanged;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How rounds look in Slack. */
final class RoundView {
  static final String OPEN = "feedback.open-round";
  static final String CHANGE = "feedback.change-round";
  static final String CLOSE = "feedback.close-round";
  static final String FORM = "feedback.round-form";
  static final String CHANGE_FORM = "feedback.change-round-form";
  static final String NAME = "feedback.round-name";
  static final String ENDS_ON = "feedback.ends-on";
  static final String STEERS = "feedback.round-steers";
  static final int MOST_LISTED = 15;

  private final Words words;

  RoundView(Words words) {
    this.words = words;
  }

  /** What became of a wish; with the round as it is now, and its buttons. */
  Message of(RoundChanged changed) {
    if (changed instanceof RoundChanged.Opened opened) {
      return card(
          words.say("round.opened", "initiative", opened.initiative().name()), opened.round());
    } else if (changed instanceof RoundChanged.Exists exists) {
      return card(words.say("round.exists"), exists.round());
    } else if (changed instanceof RoundChanged.Changed done) {
      return card(words.say("round.changed"), done.round());
    } else if (changed instanceof RoundChanged.Closed closed) {
      return Message.of(words.say("round.closed", "name", closed.round().name()));
    } else if (changed instanceof RoundChanged.StillOpen open) {
      return card(stillOpen(open), open.round());
    } else if (changed instanceof RoundChanged.ChangedMeanwhile other) {
      return card(words.say("round.changed-meanwhile"), other.now());
    } else if (changed instanceof RoundChanged.NotAllowed other) {
      return Message.of(words.say("round.not-allowed", "lead", Mrkdwn.mention(other.lead())));
    } else if (changed instanceof RoundChanged.NoInitiative) {
      return Message.of(words.say("feedback.no-initiative-yet"));
    } else if (changed instanceof RoundChanged.Gone) {
      return Message.of(words.say("round.gone"));
    } else if (changed instanceof RoundChanged.PatientDetails details) {
      return PatientDetailsView.message(words, details.kind());
    }
    return Message.of(refusal(changed).orElseThrow(() -> new AssertionError(changed)));
  }

  private Optional<String> refusal(RoundChanged changed) {
    if (changed instanceof RoundChanged.NameMissing) {
      return Optional.of(words.plain("round.name-missing"));
    } else if (changed instanceof RoundChanged.NameTooLong) {
      return Optional.of(words.plain("round.name-too-long", "longest", Round.LONGEST_NAME));
    } else if (changed instanceof RoundChanged.EndIsPast) {
      return Optional.of(words.plain("round.end-is-past"));
    }
    return Optional.empty();
  }

  /** The field that needs another look; empty when nothing was refused. */
  Optional<Ending> errors(RoundChanged changed) {
    if (changed instanceof RoundChanged.PatientDetails details) {
      return Optional.of(
          new Ending.Errors(Map.of(NAME, PatientDetailsView.plain(words, details.kind()))));
    }
    String field = changed instanceof RoundChanged.EndIsPast ? ENDS_ON : NAME;
    return refusal(changed).map(it -> new Ending.Errors(Map.of(field, it)));
  }

  private String stillOpen(RoundChanged.StillOpen open) {
    List<SafeString> names =
        open.first().stream()
            .map(Input::contributor)
            .map(it -> new SafeString(words.say("round.who", "from", InputView.from(it)).strip()))
            .distinct()
            .toList();
    String joined = String.join(", ", names.stream().map(SafeString::toString).distinct().toList());
    return words.say(
        open.waiting() == 1 ? "round.still-open-one" : "round.still-open",
        "waiting",
        open.waiting(),
        "names",
        new SafeString(joined));
  }

  /** The rounds of an initiative. */
  Message list(Initiative initiative, List<Round> rounds) {
    String intro =
        words.say(
            rounds.isEmpty() ? "round.list-empty" : "round.list-intro",
            "initiative",
            initiative.name());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(intro));
    rounds.stream()
        .limit(MOST_LISTED)
        .forEach(
            round -> {
              blocks.add(Blocks.section(line(round)));
              buttons(round).ifPresent(blocks::add);
            });
    blocks.add(Blocks.actions(Blocks.button(OPEN, words.plain("round.open-button"), "new")));
    return new Message(intro, blocks);
  }

  /** The word at the end of a round to whoever opened it. */
  Message ends(Round round, int waiting) {
    String sentence =
        words.say(
            waiting == 0 ? "round.ends-all-heard" : "round.ends",
            "name",
            round.name(),
            "waiting",
            waiting);
    return card(sentence, round);
  }

  private Message card(String sentence, Round round) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(sentence));
    blocks.add(Blocks.section(line(round)));
    buttons(round).ifPresent(blocks::add);
    return new Message(sentence, blocks);
  }

  private String line(Round round) {
    String state =
        round.isClosed()
            ? words.say("round.is-closed")
            : round.endsOn() == null
                ? words.say("round.no-end")
                : words.say("round.ends-on", "day", Days.inFull(round.endsOn()));
    Steers steers = round.steers();
    return words.say(
        "round.line",
        "name",
        round.name(),
        "state",
        new SafeString(state.strip()),
        "steers",
        steers == null ? "" : words.plain("input.steers-" + key(steers)));
  }

  private static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private Optional<LayoutBlock> buttons(Round round) {
    String id = round.id().toString();
    ButtonElement close = Blocks.button(CLOSE, words.plain("round.close-button"), id);
    ButtonElement change = Blocks.button(CHANGE, words.plain("round.change-button"), id);
    return round.isClosed() ? Optional.empty() : Optional.of(Blocks.actions(close, change));
  }

  /**
   * The form to open a round, or to change one.
   *
   * @param round the one to change, or null for a new one
   */
  View form(@Nullable Round round, String metadata) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (round == null) {
      blocks.add(
          Blocks.field(
              NAME,
              words.plain("round.name-label"),
              words.plain("round.name-hint"),
              PlainTextInputElement.builder().maxLength(Round.LONGEST_NAME).build()));
    } else {
      blocks.add(Blocks.section(line(round)));
    }
    blocks.add(
        optional(
            ENDS_ON,
            "ends-on",
            InputBlock.builder()
                .element(
                    DatePickerElement.builder()
                        .actionId(ENDS_ON)
                        .initialDate(
                            round == null || round.endsOn() == null
                                ? null
                                : round.endsOn().toString())
                        .build())));
    List<OptionObject> steers =
        Arrays.stream(Steers.values())
            .map(it -> Blocks.option(words.plain("input.steers-" + key(it)), it.name()))
            .toList();
    Steers initial = round == null ? null : round.steers();
    blocks.add(
        optional(
            STEERS,
            "steers",
            InputBlock.builder()
                .element(
                    StaticSelectElement.builder()
                        .actionId(STEERS)
                        .placeholder(Blocks.plain(words.plain("input.not-said"), 150))
                        .options(steers)
                        .initialOption(
                            steers.stream()
                                .filter(
                                    it -> initial != null && it.getValue().equals(initial.name()))
                                .findFirst()
                                .orElse(null))
                        .build())));
    return View.builder()
        .type("modal")
        .callbackId(round == null ? FORM : CHANGE_FORM)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain(round == null ? "round.title" : "round.change-title")))
        .submit(Blocks.submit(words.plain("round.submit")))
        .close(Blocks.close(words.plain("input.cancel")))
        .blocks(blocks)
        .build();
  }

  private InputBlock optional(String id, String name, InputBlock.InputBlockBuilder block) {
    return block
        .blockId(id)
        .optional(true)
        .label(Blocks.plain(words.plain("round." + name + "-label"), 2000))
        .hint(Blocks.plain(words.plain("round." + name + "-hint"), 2000))
        .build();
  }
}

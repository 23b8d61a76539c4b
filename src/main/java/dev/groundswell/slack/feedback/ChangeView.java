package dev.groundswell.slack.feedback;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.StaticSelectElement;
import com.slack.api.model.view.View;
import dev.groundswell.feedback.Edited;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.Ruling;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How it looks when an input is edited, merged or withdrawn, and what was decided before. */
final class ChangeView {
  static final String MERGE_FORM = "feedback.merge-form";
  static final String WITHDRAW_FORM = "feedback.withdraw-form";
  static final String INTO = "feedback.into";
  static final int MOST_OTHERS = 100;
  private static final int MOST_RULINGS = 20;

  private final Words words;
  private final InputView inputs;

  ChangeView(Words words, InputView inputs) {
    this.words = words;
    this.inputs = inputs;
  }

  /** {@link Edited.Refused} stands under the fields of the form instead. */
  Message of(Edited edited) {
    if (edited instanceof Edited.Done done) {
      return said("input.edited", done.input());
    } else if (edited instanceof Edited.OwedAnew owed) {
      return said("input.edited-owed-anew", owed.input());
    } else if (edited instanceof Edited.WantsToHear it) {
      return said("input.wants-to-hear", it.input());
    } else if (edited instanceof Edited.Withdrawn withdrawn) {
      return Message.of(
          words.say("input.withdrawn", "from", InputView.from(withdrawn.input().contributor())));
    } else if (edited instanceof Edited.Merged merged) {
      return said("input.merged", merged.input());
    } else if (edited instanceof Edited.ChangedMeanwhile) {
      return Message.of(words.say("input.changed-meanwhile"));
    } else if (edited instanceof Edited.NoMatch) {
      return Message.of(words.say("input.no-match"));
    } else if (edited instanceof Edited.NotYours other) {
      return Message.of(inputs.notYours(other.owner()));
    } else if (edited instanceof Edited.NotYoursToDecide other) {
      return Message.of(
          words.say("input.not-yours-to-decide", "owner", Mrkdwn.mention(other.owner())));
    } else if (edited instanceof Edited.Gone) {
      return gone();
    }
    throw new AssertionError(edited);
  }

  Message gone() {
    return Message.of(words.say("feedback.gone"));
  }

  private Message said(String name, Input input) {
    String sentence =
        words.say(
            name, "from", InputView.from(input.contributor()), "due", Days.inFull(input.dueOn()));
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            Blocks.section(inputs.quote(input.words())),
            inputs.buttons(input)));
  }

  /** Which input this one is a duplicate of. */
  View mergeForm(Input input, List<Input> others, String metadata) {
    List<OptionObject> options =
        others.stream()
            .filter(it -> !it.id().equals(input.id()))
            .limit(MOST_OTHERS)
            .map(this::option)
            .toList();
    if (options.isEmpty()) {
      return inputs.notice(Message.of(words.say("input.nothing-to-merge")));
    }
    return form(
        MERGE_FORM,
        metadata,
        "merge",
        List.of(
            Blocks.section(inputs.quote(input.words())),
            InputBlock.builder()
                .blockId(INTO)
                .label(Blocks.plain(words.plain("input.into-label"), 2000))
                .hint(
                    Blocks.plain(
                        words.plain("input.into-hint", "from", input.contributor().name()), 2000))
                .element(StaticSelectElement.builder().actionId(INTO).options(options).build())
                .build()));
  }

  private OptionObject option(Input input) {
    OptionObject option =
        Blocks.option(
            input.contributor().name() + ": " + input.words().replaceAll("\\s+", " "),
            input.id().toString());
    if (input.isTold()) {
      option.setDescription(Blocks.plain(words.plain("input.into-told"), 75));
    }
    return option;
  }

  View withdrawForm(Input input, String metadata) {
    return form(
        WITHDRAW_FORM,
        metadata,
        "withdraw",
        List.of(
            Blocks.section(inputs.quote(input.words())),
            Blocks.section(
                words.say("input.withdraw-what", "from", InputView.from(input.contributor())))));
  }

  private View form(String callback, String metadata, String name, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(callback)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain("input." + name + "-title")))
        .submit(Blocks.submit(words.plain("input." + name + "-submit")))
        .close(Blocks.close(words.plain("input.cancel")))
        .blocks(blocks)
        .build();
  }

  /** What was decided with an input, the newest first. */
  View history(Input input, List<Ruling> rulings, ZoneId zone) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(inputs.quote(input.words())));
    if (rulings.isEmpty()) {
      blocks.add(Blocks.section(words.say("input.history-empty")));
    }
    rulings.stream()
        .limit(MOST_RULINGS)
        .forEach(it -> blocks.add(Blocks.section(ruling(it, zone))));
    View view = inputs.notice(new Message(words.plain("input.more-history"), blocks));
    view.setTitle(Blocks.title(words.plain("input.more-history")));
    return view;
  }

  private String ruling(Ruling ruling, ZoneId zone) {
    return words.say(
        "input.history-line",
        "day",
        Days.inFull(LocalDate.ofInstant(ruling.at(), zone)),
        "outcome",
        words.plain("feedback." + ruling.decision().outcome().name().toLowerCase(Locale.ROOT)),
        "by",
        Mrkdwn.mention(ruling.by()),
        "weighed",
        Blocks.cut(ruling.decision().weighed(), 400),
        "reason",
        Blocks.cut(ruling.decision().reason(), 400));
  }
}

package dev.groundswell.slack.feedback;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.MultiStaticSelectElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.view.View;
import dev.groundswell.feedback.Decision;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Decisions;
import dev.groundswell.feedback.Input;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Filled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form in which a decision is noted, for one input or for many. */
final class DecisionForm {
  static final String FORM = "feedback.decision-form";
  static final String OUTCOME = "feedback.outcome";
  static final String WEIGHED = "feedback.weighed";
  static final String REASON = "feedback.reason";
  static final String LINK = "feedback.link";
  static final String ALSO = "feedback.also";
  static final String TOLD = "feedback.told";

  /** So many others can be chosen: the most that Slack shows. */
  static final int MOST_OTHERS = 100;

  private final Words words;
  private final InputView view;

  DecisionForm(Words words, InputView view) {
    this.words = words;
    this.view = view;
  }

  /**
   * @param others for which it may be the decision too
   * @param alreadyTold whether the contributor is said to have heard it
   */
  View view(Input input, List<Input> others, String metadata, boolean alreadyTold) {
    String who = input.contributor().name();
    Decision decision = input.decision();
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(view.quote(input.words())));
    blocks.add(outcome(decision));
    blocks.add(
        Blocks.field(
            WEIGHED,
            words.plain("feedback.weighed-label"),
            words.plain("feedback.weighed-hint"),
            text(decision.weighed())));
    blocks.add(
        Blocks.field(
            REASON,
            words.plain("feedback.reason-label"),
            words.plain("feedback.reason-hint", "from", who),
            text(decision.reason())));
    InputBlock link =
        Blocks.field(
            LINK,
            words.plain("decision.link-label"),
            words.plain("decision.link-hint", "from", who),
            PlainTextInputElement.builder()
                .maxLength(Decisions.LONGEST_LINK)
                .initialValue(orNull(decision.link()))
                .build());
    link.setOptional(true);
    blocks.add(link);
    List<OptionObject> also =
        others.stream()
            .filter(it -> !it.id().equals(input.id()))
            .limit(MOST_OTHERS)
            .map(this::option)
            .toList();
    if (!also.isEmpty()) {
      blocks.add(
          InputBlock.builder()
              .blockId(ALSO)
              .optional(true)
              .label(Blocks.plain(words.plain("decision.also-label"), 2000))
              .hint(Blocks.plain(words.plain("decision.also-hint"), 2000))
              .element(MultiStaticSelectElement.builder().actionId(ALSO).options(also).build())
              .build());
    }
    blocks.add(told(who, alreadyTold));
    return View.builder()
        .type("modal")
        .callbackId(FORM)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain("feedback.decide-title")))
        .submit(Blocks.submit(words.plain("feedback.decide-submit")))
        .close(Blocks.close(words.plain("feedback.decide-cancel")))
        .blocks(blocks)
        .build();
  }

  private OptionObject option(Input input) {
    String line = input.contributor().name() + ": " + input.words().replaceAll("\\s+", " ");
    return Blocks.option(line, input.id() + " " + input.version());
  }

  private InputBlock outcome(Decision decision) {
    List<OptionObject> outcomes =
        Stream.of(Outcome.ADOPTED, Outcome.PARTLY, Outcome.DECLINED, Outcome.PENDING)
            .map(
                it ->
                    Blocks.option(
                        words.plain("feedback." + it.name().toLowerCase(Locale.ROOT)), it.name()))
            .toList();
    return InputBlock.builder()
        .blockId(OUTCOME)
        .label(Blocks.plain(words.plain("feedback.outcome-label"), 2000))
        .element(
            RadioButtonsElement.builder()
                .actionId(OUTCOME)
                .options(outcomes)
                .initialOption(
                    outcomes.stream()
                        .filter(it -> it.getValue().equals(decision.outcome().name()))
                        .filter(it -> !decision.equals(Decision.NONE))
                        .findFirst()
                        .orElse(null))
                .build())
        .build();
  }

  private InputBlock told(String who, boolean alreadyTold) {
    OptionObject told = Blocks.option(words.plain("feedback.told-yes"), "told");
    return InputBlock.builder()
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
        .build();
  }

  private static PlainTextInputElement text(String initial) {
    return PlainTextInputElement.builder()
        .multiline(true)
        .maxLength(1000)
        .initialValue(orNull(initial))
        .build();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** What was filled in; empty while no outcome was chosen. */
  static Optional<Decision> read(Filled form) {
    return form.choice(OUTCOME)
        .map(
            outcome ->
                new Decision(
                    Outcome.valueOf(outcome),
                    form.text(WEIGHED).strip(),
                    form.text(REASON).strip(),
                    form.text(LINK).strip()));
  }

  /** The other inputs it is for, each with its version as it was shown. */
  static Map<UUID, Integer> also(Filled form) {
    Map<UUID, Integer> also = new LinkedHashMap<>();
    for (String chosen : form.choices(ALSO)) {
      String[] parts = chosen.split(" ", 2);
      also.put(UUID.fromString(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }
    return also;
  }
}

package dev.groundswell.slack.practice;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.checkin.Load;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Asked before a practice that carries much already begins one thing more. */
final class OverloadView {
  static final String PAUSE = "practice.pause-other";
  private static final int MOST = 10;

  private final Words words;
  private final Fields fields;

  OverloadView(Words words, Fields fields) {
    this.words = words;
    this.fields = fields;
  }

  View ready(Opened from, Load load) {
    return fields.modal(
        WorkForms.READY_FORM, "ready-title", "ready-submit", from.metadata(), blocks(load));
  }

  /** What it carries, how each of that could pause, and the field for a reason. */
  List<LayoutBlock> blocks(Load load) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String names = Blocks.cut(String.join(", ", load.names()), 1000);
    blocks.add(
        Blocks.section(
            words.say(
                "practice.ready-much",
                "others",
                words.plain("practice.ready-others", "names", names, "more", load.more()))));
    load.others().stream()
        .filter(it -> it.lead() != null)
        .map(this::pause)
        .distinct()
        .limit(MOST)
        .forEach(blocks::add);
    // Once one of them pauses there is room, and nobody has to give a reason.
    blocks.add(
        Fields.optional(
            fields.line(
                Field.REASON, "ready-why-label", words.plain("practice.ready-why-hint"), 300, "")));
    return blocks;
  }

  private LayoutBlock pause(Load.Other other) {
    if (other.engagement() != null) {
      return Blocks.section(
          words.say("practice.ready-yours", "name", other.name()),
          Blocks.button(
              PAUSE, words.plain("practice.not-now-button"), other.engagement().toString()));
    }
    return Blocks.context(
        words.say(
            other.isNamed() ? "practice.ready-ask" : "practice.ready-ask-unnamed",
            "name",
            other.name(),
            "lead",
            Mrkdwn.mention(Objects.requireNonNull(other.lead()))));
  }
}

package dev.groundswell.slack.practice;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.OverflowMenuElement;
import com.slack.api.model.view.View;
import dev.groundswell.practice.KickOff;
import dev.groundswell.practice.KickOff.Idea;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Feature.Submission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The ideas for an early win, each with what can be done with it. */
final class IdeaForms {
  static final String WORKED_FORM = "practice.worked-form";
  static final String LEARNED_FORM = "practice.learned-form";
  private static final int MOST = 10;
  private static final int NOTE = 1000;

  private final Words words;
  private final Fields fields;

  IdeaForms(Words words) {
    this.words = words;
    this.fields = new Fields(words);
  }

  /** What can be done with an idea. */
  enum Choice {
    PICK,
    WORKED,
    LEARNED,
    REMOVE
  }

  /** An idea of a practice, as forms carry it. */
  record About(UUID engagement, UUID idea) {
    static About of(Submission form) {
      String[] parts = form.metadata().split(" ", 2);
      return new About(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
    }

    String metadata() {
      return engagement + " " + idea;
    }
  }

  /** Those that are over come last, with what was learned. */
  View list(String above, UUID engagement, KickOff kickOff) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!above.isEmpty()) {
      blocks.add(Blocks.section(above));
    }
    blocks.add(
        Blocks.section(
            words.say(
                kickOff.ideas().isEmpty()
                    ? "practice.no-ideas"
                    : kickOff.ideas().stream().allMatch(KickOff.Idea::isOver)
                        ? "practice.ideas-over"
                        : "practice.kick-off-ideas")));
    kickOff.ideas().stream().limit(MOST).forEach(it -> blocks.add(line(it)));
    if (kickOff.ideas().size() > MOST) {
      blocks.add(
          Blocks.context(words.say("practice.ideas-more", "more", kickOff.ideas().size() - MOST)));
    }
    View view = Blocks.notice(words.plain("help.title"), words.plain("practice.close"), "-");
    view.setPrivateMetadata(engagement.toString());
    view.setBlocks(blocks);
    return view;
  }

  /** The list, after one worked or did not. */
  View after(String sentence, UUID engagement, KickOff kickOff) {
    String next =
        kickOff
            .next()
            .map(
                it ->
                    words.say(
                        it.state() == KickOff.State.PICKED
                            ? "practice.idea-goes-on"
                            : "practice.idea-next",
                        "idea",
                        it.text()))
            .orElseGet(() -> words.say("practice.idea-next-none"));
    return list(sentence + "\n" + next, engagement, kickOff);
  }

  private LayoutBlock line(Idea idea) {
    String key =
        switch (idea.state()) {
          case PICKED -> "practice.idea-picked";
          case OPEN -> idea.wished() ? "practice.idea-line-wished" : "practice.idea-line";
          case WORKED -> "practice.idea-worked";
          case DID_NOT_WORK -> "practice.idea-did-not-work";
        };
    String line =
        words.say(
            key,
            "idea",
            idea.text(),
            "ease",
            words.plain("practice.ease-" + idea.ease()),
            "weeks",
            idea.weeks(),
            "learned",
            Blocks.cut(idea.learned(), 300));
    UUID id = idea.id();
    return id == null ? Blocks.section(line) : Blocks.section(line, menu(idea, id));
  }

  private OverflowMenuElement menu(Idea idea, UUID id) {
    List<Choice> choices = new ArrayList<>();
    if (idea.state() == KickOff.State.OPEN) {
      choices.add(Choice.PICK);
    }
    if (!idea.isOver()) {
      choices.add(Choice.WORKED);
      choices.add(Choice.LEARNED);
    }
    choices.add(Choice.REMOVE);
    return OverflowMenuElement.builder()
        .actionId(IdeaListener.IDEA)
        .options(
            choices.stream()
                .map(
                    it ->
                        Blocks.option(
                            words.plain("practice.idea-do-" + it.name().toLowerCase(Locale.ROOT)),
                            it.name() + " " + id))
                .toList())
        .build();
  }

  View worked(About about, Idea idea, LocalDate today) {
    return fields.modal(
        WORKED_FORM,
        "worked-title",
        "save",
        about.metadata(),
        List.of(
            fields.line(Field.TITLE, "win-label", "", NOTE, idea.text()),
            fields.lines(Field.NOTE, "meaning-label", words.plain("practice.meaning-hint"), NOTE),
            fields.day(Field.DAY, "win-day-label", today)));
  }

  View learned(About about, Idea idea) {
    return fields.modal(
        LEARNED_FORM,
        "learned-title",
        "save",
        about.metadata(),
        List.of(
            Blocks.section(words.say("practice.learned-intro", "idea", idea.text())),
            fields.lines(Field.NOTE, "learned-label", words.plain("practice.learned-hint"), NOTE)));
  }
}

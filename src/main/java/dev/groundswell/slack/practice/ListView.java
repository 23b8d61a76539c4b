package dev.groundswell.slack.practice;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.groundswell.practice.Engagement;
import dev.groundswell.practice.Listed;
import dev.groundswell.practice.Practices.Looked;
import dev.groundswell.practice.Practices.Page;
import dev.groundswell.practice.readiness.Readiness;
import dev.groundswell.practice.readiness.Trajectory;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the list of practices looks, and what a name led to. */
final class ListView {
  private final Words words;
  private final CardView cards;
  private final Refusals refusals;

  ListView(Words words, CardView cards, Refusals refusals) {
    this.words = words;
    this.cards = cards;
    this.refusals = refusals;
  }

  Message of(Looked looked) {
    if (looked instanceof Looked.Known known) {
      return cards.of(known.card());
    } else if (looked instanceof Looked.NotEngaged other) {
      String sentence =
          words.say(
              "practice.not-engaged",
              "name",
              other.practice().name(),
              "initiative",
              other.initiative().name());
      return new Message(
          sentence,
          List.of(
              Blocks.section(sentence),
              Blocks.actions(
                  Blocks.primary(
                      PracticeListener.ADD,
                      words.plain("practice.engage-button"),
                      Carried.by(other.initiative().id(), other.practice().name())))));
    } else if (looked instanceof Looked.Unknown unknown) {
      return unknown(unknown);
    } else if (looked instanceof Looked.Refused refused) {
      return refusals.message(refused.refusal());
    }
    throw new AssertionError(looked);
  }

  private Message unknown(Looked.Unknown unknown) {
    String typed = Blocks.cut(unknown.typed(), 120);
    String sentence =
        words.say(unknown.near().isEmpty() ? "practice.unknown" : "practice.near", "typed", typed);
    List<BlockElement> buttons = new ArrayList<>();
    int n = 0;
    UUID initiative = unknown.initiative().id();
    for (String near : unknown.near()) {
      buttons.add(Blocks.button(PracticeListener.NEAR + n++, near, Carried.by(initiative, near)));
    }
    if (unknown.typed().length() == typed.length()) {
      buttons.add(
          Blocks.button(
              PracticeListener.ADD,
              words.plain("practice.add-button", "name", typed),
              Carried.by(initiative, typed)));
    }
    return new Message(
        sentence,
        buttons.isEmpty()
            ? List.of(Blocks.section(sentence))
            : List.of(
                Blocks.section(sentence), Blocks.actions(buttons.toArray(BlockElement[]::new))));
  }

  Message of(Page page) {
    if (page.total() == 0) {
      String empty = words.say("practice.list-empty", "initiative", page.initiative().name());
      return new Message(
          empty, List.of(Blocks.section(empty), Blocks.actions(ListMenu.buttons(words, page))));
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    String intro =
        words.say(
            "practice.list-intro", "initiative", page.initiative().name(), "total", page.total());
    blocks.add(Blocks.section(intro));
    for (Listed each : page.lines()) {
      blocks.add(
          Blocks.section(
              words.say(
                  "practice.list-line",
                  "name",
                  each.name(),
                  "stage",
                  cards.stage(each.engagement().course().stage()),
                  "standing",
                  standing(each.engagement(), page)),
              Blocks.button(
                  PracticeListener.OPEN,
                  words.plain("practice.list-open"),
                  each.engagement().id().toString())));
    }
    int pages = (page.total() + Page.SIZE - 1) / Page.SIZE;
    if (pages > 1) {
      blocks.add(
          Blocks.context(words.say("practice.list-page", "page", page.page() + 1, "pages", pages)));
    }
    blocks.add(Blocks.actions(ListMenu.buttons(words, page)));
    return new Message(intro, blocks);
  }

  private String standing(Engagement engagement, Page page) {
    String standing = rating(engagement, page.today());
    Instant next = engagement.checkInAt();
    if (engagement.course().doNotContact()) {
      return words.plain("practice.list-left-alone", "standing", standing);
    }
    return next == null
        ? standing
        : words.plain(
            "practice.list-held",
            "standing",
            standing,
            "day",
            Days.inFull(next.atZone(page.initiative().zone()).toLocalDate()));
  }

  private String rating(Engagement engagement, LocalDate today) {
    LocalDate ratedOn = engagement.ratedOn();
    if (ratedOn == null) {
      return words.plain("practice.list-unrated");
    }
    Readiness readiness = engagement.readiness();
    String scores =
        words.plain(
            "practice.list-scores",
            "willingness",
            score(readiness.willingness()),
            "stability",
            score(readiness.stability()),
            "day",
            Days.inFull(ratedOn));
    return ratedOn.isBefore(today.minusDays(Trajectory.REPEAT_DAYS))
        ? words.plain("practice.list-old", "scores", scores)
        : scores;
  }

  private String score(@Nullable Double score) {
    return score == null ? words.plain("practice.list-unknown-score") : Scale.number(score);
  }
}

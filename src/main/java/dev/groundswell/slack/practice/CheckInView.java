package dev.groundswell.slack.practice;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.BlockElement;
import dev.groundswell.practice.Assessments.Use;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.checkin.Item;
import dev.groundswell.practice.checkin.Plan;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the reminders look: to be in touch, and to say what came of an assessment. */
final class CheckInView {
  private final Words words;
  private final CardView cards;
  private final PeopleForm people;

  CheckInView(Words words, CardView cards) {
    this.words = words;
    this.cards = cards;
    this.people = new PeopleForm(words);
  }

  Message checkIn(Card card, @Nullable Item item) {
    String name = card.practice().name();
    String id = card.engagement().id().toString();
    List<LayoutBlock> blocks = new ArrayList<>();
    String sentence =
        words.say("practice.check-in", "name", name, "initiative", card.initiative().name());
    blocks.add(Blocks.section(sentence));
    blocks.add(Blocks.context(last(card)));
    blocks.addAll(people.contact(card));
    List<BlockElement> buttons = new ArrayList<>();
    if (item == null) {
      blocks.add(Blocks.section(words.say("practice.check-in-nothing")));
    } else {
      blocks.add(Blocks.section(bring(item)));
      buttons.add(
          Blocks.primary(
              CheckInListener.SENT, words.plain("practice.sent-button"), id + " " + item.id()));
    }
    buttons.add(Blocks.button(CheckInListener.SPOKE, words.plain("practice.spoke-button"), id));
    buttons.add(
        Blocks.button(CourseListener.READY, words.plain("practice.check-in-ready-button"), id));
    buttons.add(cards.doNotContact(name, id));
    blocks.add(Blocks.actions(buttons.toArray(BlockElement[]::new)));
    Plan plan = card.engagement().course().plan();
    blocks.add(
        Blocks.context(
            words.say("practice.check-in-never")
                + " "
                + words.say(
                    "practice.check-in-who",
                    "name",
                    name,
                    "day",
                    plan == null ? "" : Days.inFull(plan.since()))));
    String plain = item == null ? words.say("practice.check-in-nothing") : bring(item);
    return new Message(sentence + " " + plain, blocks);
  }

  private String last(Card card) {
    String rhythm = card.practice().details().rhythm();
    String last =
        card.touches().isEmpty()
            ? words.say("practice.card-no-touch")
            : words.say("practice.check-in-last", "day", Days.inFull(card.touches().get(0).on()));
    return rhythm.isEmpty()
        ? last
        : last + " " + words.say("practice.check-in-prefer", "rhythm", rhythm);
  }

  private String bring(Item item) {
    String kind = words.plain("practice.kind-" + item.kind().id());
    String text =
        words.say("practice.check-in-item", "title", item.title(), "kind", kind)
            + "\n"
            + words.say(
                "practice.check-in-say",
                "text",
                words.plain("practice.say-" + item.kind().id(), "title", item.title()));
    return item.link().isEmpty()
        ? text
        : text + "\n" + words.say("practice.check-in-link", "link", item.link());
  }

  /** After a contact was noted. */
  Message touched(Card card) {
    Instant next = card.engagement().checkInAt();
    return Message.of(
        next == null
            ? words.say("practice.touched-no-plan")
            : words.say(
                "practice.touched",
                "name",
                card.practice().name(),
                "day",
                Days.inFull(next.atZone(card.initiative().zone()).toLocalDate())));
  }

  Message ready(Card card) {
    return Message.of(words.say("practice.ready", "name", card.practice().name()));
  }

  Message leftAlone(Card card) {
    return Message.of(words.say("practice.left-alone", "name", card.practice().name()));
  }

  /** What came of an assessment, or whether the practice knows it. */
  Message used(Use use) {
    String sentence =
        use.assessment().served()
            ? words.say(
                "practice.used-reminder-tell",
                "name",
                use.card().practice().name(),
                "outcome",
                Blocks.cut(use.assessment().outcome(), 300))
            : words.say(
                "practice.used-reminder",
                "name",
                use.card().practice().name(),
                "day",
                Days.inFull(use.assessment().ratedOn()),
                "purpose",
                Blocks.cut(use.assessment().purpose(), 300));
    return new Message(
        sentence,
        List.of(
            Blocks.section(sentence),
            Blocks.actions(
                Blocks.primary(
                    CheckInListener.USED,
                    words.plain("practice.used-button"),
                    use.assessment().id().toString())),
            Blocks.context(words.say("practice.used-who"))));
  }
}

package dev.groundswell.slack.practice;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.view.View;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.ContactPeople.Note;
import dev.groundswell.practice.ContactPerson;
import dev.groundswell.practice.ContactPerson.Part;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Opened;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Who decides in a practice and who is listened to: on its card, and in a form. */
final class PeopleForm {
  static final String FORM = "practice.people-form";
  static final String PERSON = "practice.contact";
  static final String PART = "practice.contact-part";
  static final String LEFT = "practice.contact-left";
  private static final String NEW = "new";
  private static final int MOST_SHOWN = 4;

  private final Words words;
  private final Fields fields;

  PeopleForm(Words words) {
    this.words = words;
    this.fields = new Fields(words);
  }

  /** The lines on the card; none where nobody is known. */
  List<LayoutBlock> lines(Card card) {
    List<ContactPerson> there = card.people().stream().filter(ContactPerson::isThere).toList();
    List<LayoutBlock> lines = new ArrayList<>();
    for (ContactPerson person : there.stream().limit(MOST_SHOWN).toList()) {
      lines.add(
          Blocks.context(
              words.say("practice.person", "name", person.name(), "facts", facts(person))));
    }
    if (there.size() > MOST_SHOWN) {
      lines.add(
          Blocks.context(words.say("practice.person-more", "more", there.size() - MOST_SHOWN)));
    }
    gap(card).ifPresent(lines::add);
    return lines;
  }

  /** Whom to speak with: who decides, else who is listened to; and that who decided has left. */
  List<LayoutBlock> contact(Card card) {
    List<LayoutBlock> lines = new ArrayList<>();
    card.people().stream()
        .filter(it -> it.isThere() && it.part() != Part.OTHER)
        .min(Comparator.comparing(ContactPerson::part))
        .ifPresent(
            it ->
                lines.add(
                    Blocks.context(
                        words.say(
                            "practice.check-in-contact", "name", it.name(), "facts", facts(it)))));
    gap(card).ifPresent(lines::add);
    return lines;
  }

  /** That who decided has left, and nobody is known in their place. */
  private Optional<LayoutBlock> gap(Card card) {
    return card.people().stream().anyMatch(it -> it.isThere() && it.part() == Part.DECIDES)
        ? Optional.empty()
        : card.people().stream()
            .filter(it -> !it.isThere() && it.part() == Part.DECIDES)
            .findFirst()
            .map(
                it ->
                    Blocks.context(
                        words.say("practice.person-gap", "name", it.name(), "day", left(it))));
  }

  private static String left(ContactPerson person) {
    LocalDate leftOn = person.leftOn();
    return leftOn == null ? "" : Days.inFull(leftOn);
  }

  private String facts(ContactPerson person) {
    List<String> facts = new ArrayList<>();
    facts.add(part(person.part()));
    for (String each : List.of(person.role(), person.reach())) {
      if (!each.isEmpty()) {
        facts.add(each);
      }
    }
    return String.join(" · ", facts);
  }

  private String part(Part part) {
    return words.plain("practice.part-" + part.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  View of(Card card, Opened from) {
    List<OptionObject> which = new ArrayList<>();
    which.add(Blocks.option(words.plain("practice.contact-new"), NEW));
    for (ContactPerson each : card.people()) {
      which.add(
          Blocks.option(
              each.isThere()
                  ? each.name()
                  : words.plain("practice.contact-gone", "name", each.name()),
              each.id().toString()));
    }
    List<OptionObject> parts =
        Arrays.stream(Part.values()).map(it -> Blocks.option(part(it), it.name())).toList();
    OptionObject left = Blocks.option(words.plain("practice.contact-left"), "left");
    return fields.modal(
        FORM,
        "people-title",
        "save",
        from.metadata(),
        List.of(
            Blocks.section(words.say("practice.people-intro", "name", card.practice().name())),
            fields.menu(PERSON, "contact-label", which, which.get(0)),
            line(Field.NAME, "contact-name-label", "contact-keep-hint"),
            Fields.optional(fields.radio(PART, "contact-part-label", parts, null)),
            line(Field.ROLE, "contact-role-label", "contact-role-hint"),
            line(Field.REACH, "contact-reach-label", "contact-reach-hint"),
            Fields.optional(fields.ticks(LEFT, "contact-left-label", List.of(left), List.of()))));
  }

  private LayoutBlock line(Field field, String label, String hint) {
    return Fields.optional(
        fields.line(field, label, words.plain("practice." + hint), ContactPerson.LONGEST, ""));
  }

  /** What was filled in. */
  static Note read(Submission form) {
    Optional<UUID> known = form.choice(PERSON).filter(it -> !it.equals(NEW)).map(UUID::fromString);
    return new Note(
        known.orElse(null),
        form.choice(PART).map(Part::valueOf).orElse(null),
        Fields.text(form, Field.NAME),
        Fields.text(form, Field.ROLE),
        Fields.text(form, Field.REACH),
        form.isTicked(LEFT));
  }
}

package dev.groundswell.slack.practice;

import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Demands;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.Refusal;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Register;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Opened;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What puts the register in order: name, owner, duplicates, and the calendar of demands. */
public final class RegisterListener implements Feature {
  private final Practices practices;
  private final Register register;
  private final Demands demands;
  private final Words words;
  private final PracticeScreen screen;
  private final CardView cards;
  private final Refusals refusals;

  public RegisterListener(
      Practices practices, Register register, Demands demands, Words words, TipLibrary library) {
    this.practices = practices;
    this.register = register;
    this.demands = demands;
    this.words = words;
    this.screen = new PracticeScreen(practices, words, library);
    this.cards = new CardView(words, library);
    this.refusals = new Refusals(words);
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(
        RegisterForms.REGISTER_FORM, this::register, RegisterForms.DEMAND_FORM, this::demand);
  }

  private Ending register(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    String same = Fields.text(form, Field.IDEA);
    return screen.ending(
        from,
        register.settle(
            caller.person(),
            caller.workspace(),
            from.subject(),
            Fields.text(form, Field.NAME),
            form.user(Fields.id(Field.PERSON)).map(UserId::new).orElse(null),
            same),
        card ->
            same.isEmpty()
                ? cards.of(card)
                : screen.with(words.say("practice.merged", "name", card.practice().name()), card));
  }

  private Ending demand(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    return practices
        .card(caller.workspace(), caller.user(), from.subject())
        .either(card -> demand(form, from, card), refusals::ending);
  }

  private Ending demand(Submission form, Opened from, Card card) {
    Caller caller = form.caller();
    String which = form.choice(RegisterForms.DEMAND).orElse(RegisterForms.NEW);
    if (which.equals(RegisterForms.NEW)) {
      return ending(from, note(form, from, card));
    }
    UUID known = UUID.fromString(which);
    return ending(
        from,
        form.isTicked(RegisterForms.OVER)
            ? demands.remove(caller.user(), caller.workspace(), from.subject(), known)
            : demands.change(
                caller.user(),
                caller.workspace(),
                from.subject(),
                known,
                new Demands.Change(
                    kind(form).orElse(null),
                    Fields.text(form, Field.NAME),
                    Fields.day(form, Field.DAY).orElse(null),
                    Fields.day(form, Field.UNTIL).orElse(null),
                    form.isTicked(RegisterForms.OPEN_END))));
  }

  private Ending ending(Opened from, Outcome<Card> outcome) {
    return screen.ending(from, outcome, cards::of);
  }

  private static Optional<Demand.Kind> kind(Submission form) {
    return form.choice(RegisterForms.DEMAND_KIND).map(Demand.Kind::valueOf);
  }

  private Outcome<Card> note(Submission form, Opened from, Card card) {
    return kind(form)
        .map(
            kind ->
                demands.note(
                    form.caller().user(),
                    form.caller().workspace(),
                    from.subject(),
                    null,
                    kind,
                    Fields.text(form, Field.NAME),
                    Fields.day(form, Field.DAY).orElse(card.today()),
                    Fields.day(form, Field.UNTIL).orElse(null)))
        .orElseGet(() -> Outcome.not(Refusal.notChosen(Field.DEMAND_KIND)));
  }
}

package dev.groundswell.slack.practice;

import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.ContactPeople;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Opened;
import java.util.Map;
import java.util.function.Function;

/** Notes who decides in a practice, who is listened to, and who has left. */
public final class PeopleListener implements Feature {
  private final ContactPeople people;
  private final CardView cards;
  private final Refusals refusals;

  public PeopleListener(ContactPeople people, Words words, TipLibrary library) {
    this.people = people;
    this.cards = new CardView(words, library);
    this.refusals = new Refusals(words);
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(PeopleForm.FORM, this::note);
  }

  private Ending note(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    return people
        .note(caller.user(), caller.workspace(), from.subject(), PeopleForm.read(form))
        .either(card -> new Ending.Close(from.reply(cards.of(card))), refusals::ending);
  }
}

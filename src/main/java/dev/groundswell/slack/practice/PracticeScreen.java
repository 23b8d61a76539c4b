package dev.groundswell.slack.practice;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.view.View;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.Practices;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What the listeners of practices have in common: the card, its forms, and how these end. */
final class PracticeScreen {
  private final Practices practices;
  private final Words words;
  private final CardView cards;
  private final Refusals refusals;

  PracticeScreen(Practices practices, Words words, TipLibrary library) {
    this.practices = practices;
    this.words = words;
    this.cards = new CardView(words, library);
    this.refusals = new Refusals(words);
  }

  Outcome<Card> card(Caller caller, UUID engagement) {
    return practices.card(caller.workspace(), caller.user(), engagement);
  }

  /** The day where the practice's initiative is, for a form whose day was left empty. */
  LocalDate today(Caller caller, UUID engagement) {
    return card(caller, engagement).either(Card::today, refusal -> LocalDate.MAX);
  }

  /** Opens a form about the practice of a button. */
  Reaction form(Click click, BiFunction<Card, Opened, View> form) {
    return form(click, UUID.fromString(click.value()), form);
  }

  Reaction form(Click click, UUID engagement, BiFunction<Card, Opened, View> form) {
    return card(click.caller(), engagement)
        .either(
            card ->
                new Reaction.Open(form.apply(card, new Opened(engagement, click.responseUrl()))),
            refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  /** The card takes the place of the message with the button. */
  Reaction replaced(Outcome<Card> outcome, Function<Card, Message> then) {
    return outcome.either(
        card -> new Reaction.Replace(then.apply(card)),
        refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  /** The card, with a sentence on top. */
  Message with(String sentence, Card card) {
    return cards.of(card).below(sentence);
  }

  /** The card, with a sentence on top and the button that it speaks of, if the card has none. */
  Message with(String sentence, ButtonElement button, Card card) {
    Message message = with(sentence, card);
    boolean there =
        message.blocks().stream()
            .filter(ActionsBlock.class::isInstance)
            .flatMap(it -> ((ActionsBlock) it).getElements().stream())
            .filter(ButtonElement.class::isInstance)
            .anyMatch(it -> button.getActionId().equals(((ButtonElement) it).getActionId()));
    if (there) {
      return message;
    }
    List<LayoutBlock> blocks = new ArrayList<>(message.blocks());
    blocks.add(1, Blocks.actions(button));
    return new Message(message.text(), blocks);
  }

  /** The form closes, and the card that it was opened from shows what is so now. */
  Ending ending(Opened from, Outcome<Card> outcome, Function<Card, Message> then) {
    return outcome.either(
        card -> {
          Message message = then.apply(card);
          return from.responseUrl().isEmpty()
              ? new Ending.Show(notice(message), Optional.empty())
              : new Ending.Close(from.reply(message));
        },
        refusals::ending);
  }

  View notice(Message message) {
    View notice =
        Blocks.notice(words.plain("help.title"), words.plain("practice.close"), message.text());
    notice.setBlocks(message.blocks());
    return notice;
  }
}

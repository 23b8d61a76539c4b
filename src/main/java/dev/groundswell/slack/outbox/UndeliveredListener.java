package dev.groundswell.slack.outbox;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outbox.Letter;
import dev.groundswell.outbox.OutboxState;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Rendering;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Tells whoever answers for a message that it was not delivered, or that nobody knows. */
public final class UndeliveredListener implements Feature, Rendering {
  private static final String ARRIVED = "outbox.arrived";
  private static final String AGAIN = "outbox.again";

  private final Outbox outbox;
  private final Words words;
  private final Reasons reasons;
  private final Clock clock;

  public UndeliveredListener(Outbox outbox, Words words, Clock clock) {
    this.outbox = outbox;
    this.words = words;
    this.reasons = new Reasons(words);
    this.clock = clock;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Outbox.UNDELIVERED);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    Optional<Letter> letter = outbox.find(workspace, item.subject());
    return letter
        .filter(it -> it.state() == OutboxState.GIVEN_UP || it.state() == OutboxState.UNKNOWN)
        .<Rendered>map(it -> new Rendered.Wanted(message(it)))
        .orElseGet(() -> new Rendered.NotWanted("it was settled"));
  }

  private Message message(Letter letter) {
    String id = letter.id().toString();
    boolean mail = letter.medium() == Outgoing.Medium.MAIL;
    String end = letter.state() == OutboxState.UNKNOWN ? "unknown" : "given-up";
    SafeString why = new SafeString(reasons.say(letter.why()));
    String sentence =
        mail
            ? words.say("outbox." + end + "-mail", "why", why)
            : words.say(
                "outbox." + end + "-slack",
                "why",
                why,
                "recipient",
                Mrkdwn.place(letter.recipient()));
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(sentence));
    var again = Blocks.button(AGAIN, words.plain("outbox.again-button"), id);
    blocks.add(
        letter.state() == OutboxState.UNKNOWN
            ? Blocks.actions(
                Blocks.primary(ARRIVED, words.plain("outbox.arrived-button"), id), again)
            : Blocks.actions(again));
    return new Message(sentence, blocks);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        ARRIVED,
        click ->
            settled(
                outbox.itArrived(
                    click.caller().workspace(),
                    UUID.fromString(click.value()),
                    click.caller().user(),
                    clock.instant()),
                "outbox.arrived"),
        AGAIN,
        click ->
            settled(
                outbox.sendAgain(
                    click.caller().workspace(),
                    UUID.fromString(click.value()),
                    click.caller().user(),
                    clock.instant()),
                "outbox.again"));
  }

  private Reaction settled(boolean now, String name) {
    return new Reaction.Replace(Message.of(words.say(now ? name : "outbox.settled")));
  }
}

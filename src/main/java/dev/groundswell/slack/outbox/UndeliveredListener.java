package dev.groundswell.slack.outbox;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outbox.Addressed;
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
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells whoever answers for a message that it was not delivered, or that nobody knows. */
public final class UndeliveredListener implements Feature, Rendering {
  private static final String ARRIVED = "outbox.arrived";
  private static final String AGAIN = "outbox.again";

  private static final String SETTLED = "it was settled";

  private final Outbox outbox;
  private final Initiatives initiatives;
  private final Words words;
  private final Reasons reasons;
  private final Clock clock;

  public UndeliveredListener(Outbox outbox, Initiatives initiatives, Words words, Clock clock) {
    this.outbox = outbox;
    this.initiatives = initiatives;
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
    return outbox
        .find(workspace, item.subject())
        .map(it -> rendered(workspace, new Addressed(it, "", null), ""))
        .orElseGet(() -> new Rendered.NotWanted(SETTLED));
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item, String recipient) {
    UserId viewer = new UserId(recipient);
    return outbox
        .find(workspace, viewer, item.subject())
        .map(it -> rendered(workspace, it, initiative(workspace, viewer, it.initiative())))
        .orElseGet(() -> new Rendered.NotWanted(SETTLED));
  }

  /** Its name, for those who take part in it; else empty. */
  private String initiative(WorkspaceId workspace, UserId viewer, @Nullable UUID initiative) {
    return initiative == null
        ? ""
        : initiatives
            .standing(workspace, viewer, initiative)
            .initiative()
            .map(Initiative::name)
            .orElse("");
  }

  private Rendered rendered(WorkspaceId workspace, Addressed it, String initiative) {
    OutboxState state = it.letter().state();
    return state == OutboxState.GIVEN_UP || state == OutboxState.UNKNOWN
        ? new Rendered.Wanted(message(it.letter(), it.name(), initiative))
        : new Rendered.NotWanted(SETTLED);
  }

  private Message message(Letter letter, String name, String initiative) {
    String id = letter.id().toString();
    boolean mail = letter.medium() == Outgoing.Medium.MAIL;
    String end = letter.state() == OutboxState.UNKNOWN ? "unknown" : "given-up";
    SafeString why = new SafeString(reasons.say(letter.why()));
    String sentence =
        mail
            ? words.say(
                "outbox." + end + "-mail",
                "why",
                why,
                "name",
                name,
                "initiative",
                initiative,
                "kind",
                letter.items().get(0).kind())
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

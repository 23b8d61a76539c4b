package dev.groundswell.slack.sponsor;

import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Rendering;
import dev.groundswell.sponsor.Subscriptions;
import dev.groundswell.sponsor.Subscriptions.News;
import java.util.Set;

/** Tells the owner of a sponsor what came of a mail to them. */
public final class SponsorPost implements Feature, Rendering {
  private final Subscriptions subscriptions;
  private final Words words;

  public SponsorPost(Subscriptions subscriptions, Words words) {
    this.subscriptions = subscriptions;
    this.words = words;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Subscriptions.CONFIRMED, Subscriptions.STOPPED, Subscriptions.BOUNCED);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    return subscriptions
        .news(workspace, item.subject())
        .<Rendered>map(it -> new Rendered.Wanted(Message.of(sentence(item.kind(), it))))
        .orElseGet(() -> new Rendered.NotWanted("the sponsor is not there any more"));
  }

  private String sentence(String kind, News news) {
    return words.say(
        kind,
        "name",
        news.sponsor().name(),
        "address",
        news.sponsor().address(),
        "initiative",
        news.initiative().name(),
        "why",
        news.why());
  }
}

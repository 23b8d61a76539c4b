package dev.groundswell.slack.sponsor;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import dev.groundswell.slack.Rendering;
import dev.groundswell.sponsor.Correspondence;
import dev.groundswell.sponsor.Correspondence.Letter;
import dev.groundswell.sponsor.Logged;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Subscriptions;
import dev.groundswell.sponsor.Subscriptions.News;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Tells the owner of a sponsor what came of a mail to them, and offers what they wrote back. */
public final class SponsorPost implements Feature, Rendering {
  private static final String LOG = "sponsor.reply-log";
  private static final String DROP = "sponsor.reply-drop";

  private final Subscriptions subscriptions;
  private final Correspondence correspondence;
  private final Words words;

  public SponsorPost(Subscriptions subscriptions, Correspondence correspondence, Words words) {
    this.subscriptions = subscriptions;
    this.correspondence = correspondence;
    this.words = words;
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        Subscriptions.CONFIRMED,
        Subscriptions.STOPPED,
        Subscriptions.BOUNCED,
        Correspondence.REPLY,
        Correspondence.REPLY_PATIENT,
        Correspondence.REPLY_OTHER);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    Optional<Message> message =
        item.kind().equals(Correspondence.REPLY)
            ? correspondence
                .letter(workspace, item.subject())
                .map(it -> letter(it, item.subject().toString()))
            : subscriptions
                .news(workspace, item.subject())
                .map(it -> told(sentence(item.kind(), it), it));
    return message
        .<Rendered>map(Rendered.Wanted::new)
        .orElseGet(() -> new Rendered.NotWanted("the sponsor is gone, or it was settled"));
  }

  private Message told(String sentence, News news) {
    return new Message(
        sentence, List.of(Blocks.section(sentence), why(news.sponsor(), news.initiative())));
  }

  private LayoutBlock why(Sponsor sponsor, Initiative initiative) {
    return Blocks.context(
        words.say("sponsor.news-why", "name", sponsor.name(), "initiative", initiative.name()));
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

  Message letter(Letter letter, String id) {
    String text =
        words.say(
            "sponsor.reply",
            "name",
            letter.sponsor().name(),
            "initiative",
            letter.initiative().name(),
            "words",
            letter.words());
    return new Message(
        text,
        List.of(
            Blocks.section(text),
            Blocks.actions(
                Blocks.primary(LOG, words.plain("sponsor.reply-log-button"), id),
                Blocks.button(DROP, words.plain("sponsor.reply-drop-button"), id)),
            why(letter.sponsor(), letter.initiative())));
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(LOG, this::log, DROP, this::drop);
  }

  private Reaction log(Click click) {
    Caller caller = click.caller();
    Logged logged =
        correspondence.log(caller.workspace(), caller.person(), UUID.fromString(click.value()));
    return logged instanceof Logged.NotRecorded
        ? new Reaction.Say(message(logged))
        : new Reaction.Replace(message(logged));
  }

  Message message(Logged logged) {
    if (logged instanceof Logged.Done done) {
      return Message.of(words.say("sponsor.reply-logged", "name", done.sponsor().name()));
    } else if (logged instanceof Logged.Gone) {
      return Message.of(words.say("sponsor.reply-gone"));
    } else if (logged instanceof Logged.NotRecorded not) {
      if (not.why() instanceof Recorded.PatientDetails details) {
        return PatientDetailsView.message(words, details.kind());
      } else if (not.why() instanceof Recorded.NotAllowed other) {
        return Message.of(
            words.say(
                "sponsor.reply-not-allowed",
                "initiative",
                other.initiative().name(),
                "lead",
                Mrkdwn.mention(other.initiative().lead())));
      }
      return Message.of(words.say("sponsor.reply-by-hand"));
    }
    throw new AssertionError(logged);
  }

  private Reaction drop(Click click) {
    boolean dropped =
        correspondence.drop(
            click.caller().workspace(), click.caller().user(), UUID.fromString(click.value()));
    return new Reaction.Replace(
        Message.of(words.say(dropped ? "sponsor.reply-dropped" : "sponsor.reply-gone")));
  }
}

package dev.groundswell.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.kernel.Ids;
import dev.groundswell.outbox.LookBack;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Pace;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.outbox.Sender;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Posts messages of the outbox to people and channels. Each carries its id in its metadata, an
 * opaque key and nothing else, by which it is found again when nobody knows how the call ended.
 */
public final class SlackSender implements Sender {
  private static final String EVENT = "groundswell_message";

  /** With buttons; the few that Slack allows besides hold a line for each of the rest. */
  private static final int MOST_BLOCKS = 36;

  /** Slack refuses somewhat more than 13,000 in all, which it does not say. */
  private static final int MOST_CHARACTERS = 9_000;

  private static final int MOST_CHARACTERS_OF_LINES = 3_500;
  private static final int LINES_A_BLOCK = 15;
  private static final int MOST_LINES = 10 * LINES_A_BLOCK;
  private static final int LONGEST_LINE = 180;
  private static final int AT_A_TIME = 64;
  private static final int PAGE = 200;
  private static final int MOST_PAGES = 10;
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration SLACK_FORGOT_TO_SAY = Duration.ofSeconds(30);

  /** After these nothing goes out or in until somebody installs the app anew. */
  private static final Set<String> SHUT_OUT =
      Set.of(
          "account_inactive",
          "invalid_auth",
          "missing_scope",
          "no_permission",
          "not_authed",
          "org_login_required",
          "team_access_not_granted",
          "token_expired",
          "token_revoked");

  /** After these the message can never arrive; a person has to act. */
  private static final Set<String> HOPELESS =
      Set.of(
          "cannot_dm_bot",
          "channel_not_found",
          "invalid_arguments",
          "invalid_blocks",
          "is_archived",
          "messages_tab_disabled",
          "msg_too_long",
          "not_in_channel",
          "restricted_action",
          "restricted_action_non_threadable_channel",
          "restricted_action_read_only_channel",
          "user_disabled",
          "user_not_found",
          "user_not_visible",
          "users_not_found");

  /** Slack says of these itself that some of it may have happened. */
  private static final Set<String> WHO_KNOWS = Set.of("fatal_error", "internal_error");

  private static final Set<String> TOO_FAST = Set.of("ratelimited", "rate_limited");

  private final SlackClients clients;
  private final Pace pace;
  private final Map<String, Rendering> renderings = new HashMap<>();

  /**
   * @param pace within Slack's limits
   * @throws IllegalStateException when two have words for the same kind
   */
  public SlackSender(SlackClients clients, Pace pace, List<Rendering> renderings) {
    this.clients = clients;
    this.pace = pace;
    for (Rendering rendering : renderings) {
      for (String kind : rendering.kinds()) {
        if (this.renderings.put(kind, rendering) != null) {
          throw new IllegalStateException("two have words for " + kind);
        }
      }
    }
  }

  @Override
  public Outgoing.Medium medium() {
    return Outgoing.Medium.SLACK;
  }

  @Override
  public int atATime() {
    return AT_A_TIME;
  }

  @Override
  public Pace pace() {
    return pace;
  }

  /** A call of twelve seconds, that begins within fifteen. */
  @Override
  public Duration longestCall() {
    return Duration.ofSeconds(30);
  }

  @Override
  public SendResult send(Outgoing message, BooleanSupplier stillOurs) {
    List<Message> parts = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (Item item : message.items()) {
      Rendering rendering = renderings.get(item.kind());
      if (rendering == null) {
        reasons.add("nobody has words for " + item.kind());
        continue;
      }
      Rendering.Rendered rendered =
          rendering.render(message.workspace(), item, message.recipient());
      if (rendered instanceof Rendering.Rendered.Wanted it) {
        parts.add(it.message());
      } else if (rendered instanceof Rendering.Rendered.NotWanted not) {
        reasons.add(not.why());
      } else {
        throw new AssertionError(rendered);
      }
    }
    return parts.isEmpty()
        ? new SendResult.Cancelled(String.join("; ", new LinkedHashSet<>(reasons)))
        : post(message, together(parts), stillOurs);
  }

  /**
   * Several things due at once are one message, each with its buttons; those for which there is no
   * room have a line each below.
   */
  private static Message together(List<Message> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    List<LayoutBlock> blocks = new ArrayList<>();
    int whole = 0;
    int characters = 0;
    for (Message part : parts) {
      characters += part.characters();
      boolean fits =
          blocks.size() + part.blocks().size() < MOST_BLOCKS
              && (whole == 0 || characters <= MOST_CHARACTERS);
      if (!fits) {
        break;
      }
      if (!blocks.isEmpty()) {
        blocks.add(Parts.between(whole));
      }
      blocks.addAll(part.blocks());
      whole++;
    }
    if (whole < parts.size()) {
      blocks.add(Parts.between(whole));
      blocks.addAll(inShort(parts.subList(whole, parts.size())));
    }
    return new Message(
        parts.stream().limit(MOST_LINES).map(SlackSender::line).collect(Collectors.joining("\n")),
        blocks);
  }

  private static String line(Message part) {
    return Blocks.cut(part.text().strip().replaceAll("\\s*\\R\\s*", " "), LONGEST_LINE);
  }

  private static List<LayoutBlock> inShort(List<Message> rest) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        Blocks.section(
            "*And this is due too.* Find it with `/buyin inputs`, `/buyin practices` or in the Home"
                + " tab:"));
    int shown = 0;
    int characters = 0;
    while (shown < Math.min(rest.size(), MOST_LINES) && characters < MOST_CHARACTERS_OF_LINES) {
      characters += line(rest.get(shown)).length() + 3;
      shown++;
    }
    for (int from = 0; from < shown; from += LINES_A_BLOCK) {
      blocks.add(
          Blocks.section(
              rest.subList(from, Math.min(shown, from + LINES_A_BLOCK)).stream()
                  .map(it -> "• " + line(it))
                  .collect(Collectors.joining("\n"))));
    }
    if (rest.size() > shown) {
      blocks.add(Blocks.context("… and " + (rest.size() - shown) + " more."));
    }
    return blocks;
  }

  /**
   * To a person by their id: Slack finds the conversation, which saves a call with its own limit.
   */
  private SendResult post(Outgoing outgoing, Message message, BooleanSupplier stillOurs) {
    try {
      ChatPostMessageResponse posted =
          clients.patientlyIf(
              stillOurs,
              slack ->
                  slack.chatPostMessage(
                      request ->
                          request
                              .channel(outgoing.recipient())
                              .text(message.text())
                              .blocks(message.blocks())
                              .unfurlLinks(false)
                              .metadata(key(outgoing))));
      return posted.isOk()
          ? new SendResult.Sent(posted.getChannel() + "/" + posted.getTs())
          : refused(outgoing, String.valueOf(posted.getError()));
    } catch (SlackApiException e) {
      // A 5xx says nothing about whether the message was posted before it.
      return e.getResponse().code() == 429
          ? new SendResult.TooFast(retryAfter(e))
          : new SendResult.Unknown("Slack answered " + e.getResponse().code());
    } catch (SlackClients.TooLate e) {
      return SendResult.tooLate();
    } catch (ConnectException | UnknownHostException e) {
      return new SendResult.TryAgain(PAUSE, "Slack can't be reached");
    } catch (IOException e) {
      return new SendResult.Unknown("the connection to Slack broke");
    } catch (RuntimeException e) {
      return new SendResult.Unknown("Slack's answer can't be read");
    }
  }

  private ConversationsOpenResponse open(Outgoing outgoing) throws IOException, SlackApiException {
    return clients
        .patient()
        .conversationsOpen(request -> request.users(List.of(outgoing.recipient())));
  }

  private static Metadata key(Outgoing outgoing) {
    return Metadata.builder()
        .eventType(EVENT)
        .eventPayload(Map.of("key", outgoing.id().toString()))
        .build();
  }

  private static SendResult refused(Outgoing outgoing, String error) {
    if (WHO_KNOWS.contains(error)) {
      return new SendResult.Unknown("Slack answered " + error);
    } else if (TOO_FAST.contains(error)) {
      return new SendResult.TooFast(SLACK_FORGOT_TO_SAY);
    } else if (SHUT_OUT.contains(error) && tellsOfAnother(outgoing)) {
      // Whoever is to hear that a message did not go out hears it when Slack lets us in again.
      return new SendResult.TryAgain(PAUSE, "Slack refused it: " + error);
    }
    return SHUT_OUT.contains(error) || HOPELESS.contains(error)
        ? new SendResult.GivenUp("Slack refused it: " + error)
        : new SendResult.TryAgain(PAUSE, "Slack answered " + error);
  }

  private static boolean tellsOfAnother(Outgoing outgoing) {
    return outgoing.items().stream().allMatch(it -> it.kind().equals(Outbox.UNDELIVERED));
  }

  private static Duration retryAfter(SlackApiException e) {
    String seconds = e.getResponse().header("Retry-After");
    return seconds != null && seconds.matches("\\d{1,5}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : SLACK_FORGOT_TO_SAY;
  }

  @Override
  public LookBack lookBack(Outgoing message) {
    try {
      String channel = message.recipient();
      if (channel.matches("[UW].*")) {
        ConversationsOpenResponse conversation = open(message);
        if (!conversation.isOk()) {
          return unreadable(conversation.getError());
        }
        channel = conversation.getChannel().getId();
      }
      return lookBack(message, channel);
    } catch (IOException | SlackApiException | RuntimeException e) {
      return new LookBack.NotNow("Slack can't be asked: " + e.getClass().getSimpleName());
    }
  }

  /** Reads back to when the message was made, since nobody can have posted it before. */
  private LookBack lookBack(Outgoing message, String channel)
      throws IOException, SlackApiException {
    String key = message.id().toString();
    Instant oldest = Ids.madeAt(message.id()).minus(CLOCKS_DIFFER);
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      String from = cursor;
      var history =
          clients
              .patient()
              .conversationsHistory(
                  (ConversationsHistoryRequest.ConversationsHistoryRequestBuilder request) ->
                      request
                          .channel(channel)
                          .includeAllMetadata(true)
                          .oldest(oldest.getEpochSecond() + ".000000")
                          .cursor(from)
                          .limit(PAGE));
      if (!history.isOk()) {
        return unreadable(history.getError());
      }
      for (var posted : history.getMessages()) {
        if (posted.getMetadata() != null
            && key.equals(posted.getMetadata().getEventPayload().get("key"))) {
          return new LookBack.Found(channel + "/" + posted.getTs());
        }
      }
      cursor = history.isHasMore() ? history.getResponseMetadata().getNextCursor() : "";
      if (cursor.isEmpty()) {
        return new LookBack.NotThere();
      }
    }
    return new LookBack.NeverTells("Too much was written there since to look through it");
  }

  private static LookBack unreadable(String error) {
    return SHUT_OUT.contains(error) || HOPELESS.contains(error)
        ? new LookBack.NeverTells("Slack refused to show the conversation: " + error)
        : new LookBack.NotNow("Slack answered " + error);
  }
}

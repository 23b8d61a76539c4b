package dev.groundswell.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsOpenResponse;
import com.slack.api.model.Message.Metadata;
import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.outbox.LookBack;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.outbox.Sender;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Posts messages of the outbox as direct messages. Each carries its id in its metadata, an opaque
 * key and nothing else, by which it is found again when nobody knows how the call ended.
 */
public final class SlackSender implements Sender {
  private static final String EVENT = "groundswell_message";
  private static final int MOST_BLOCKS = 45;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration SLACK_FORGOT_TO_SAY = Duration.ofSeconds(30);

  /** After these the message can never arrive; a person has to act. */
  private static final Set<String> HOPELESS =
      Set.of(
          "account_inactive",
          "cannot_dm_bot",
          "channel_not_found",
          "invalid_auth",
          "invalid_blocks",
          "is_archived",
          "missing_scope",
          "no_permission",
          "not_authed",
          "not_in_channel",
          "token_revoked",
          "user_disabled",
          "user_not_found",
          "user_not_visible",
          "users_not_found");

  private final SlackClients clients;
  private final Map<String, Rendering> renderings = new HashMap<>();

  /**
   * @throws IllegalStateException when two have words for the same kind
   */
  public SlackSender(SlackClients clients, List<Rendering> renderings) {
    this.clients = clients;
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

  /** Two calls, and what is read before them. */
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
      } else if (rendering.render(message.workspace(), item)
          instanceof Rendering.Rendered.Wanted it) {
        parts.add(it.message());
      } else {
        reasons.add("no longer wanted");
      }
    }
    return parts.isEmpty()
        ? new SendResult.Cancelled(String.join("; ", reasons))
        : post(message, together(parts), stillOurs);
  }

  /** Several things due at once are one message; what does not fit is announced. */
  private static Message together(List<Message> parts) {
    List<LayoutBlock> blocks = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Message part : parts) {
      if (blocks.size() + part.blocks().size() + 1 > MOST_BLOCKS) {
        break;
      }
      if (!blocks.isEmpty()) {
        blocks.add(Parts.between(texts.size()));
      }
      blocks.addAll(part.blocks());
      texts.add(part.text());
    }
    int left = parts.size() - texts.size();
    if (left > 0) {
      blocks.add(Blocks.context("… and " + left + " more: see `/buyin inputs`."));
    }
    return new Message(String.join("\n", texts), blocks);
  }

  private SendResult post(Outgoing outgoing, Message message, BooleanSupplier stillOurs) {
    try {
      ConversationsOpenResponse conversation = open(outgoing);
      if (!conversation.isOk()) {
        return refused(conversation.getError());
      }
      String channel = conversation.getChannel().getId();
      if (!stillOurs.getAsBoolean()) {
        return SendResult.tooLate();
      }
      try {
        ChatPostMessageResponse posted =
            clients
                .patient()
                .chatPostMessage(
                    request ->
                        request
                            .channel(channel)
                            .text(message.text())
                            .blocks(message.blocks())
                            .unfurlLinks(false)
                            .metadata(key(outgoing)));
        return posted.isOk()
            ? new SendResult.Sent(channel + "/" + posted.getTs())
            : refused(posted.getError());
      } catch (SlackApiException e) {
        // A 5xx says nothing about whether the message was posted before it.
        return e.getResponse().code() == 429
            ? new SendResult.TryAgain(retryAfter(e), "Slack asks for patience")
            : new SendResult.Unknown("Slack answered " + e.getResponse().code());
      } catch (ConnectException | UnknownHostException e) {
        return new SendResult.TryAgain(PAUSE, "Slack can't be reached");
      } catch (IOException e) {
        return new SendResult.Unknown("the connection to Slack broke");
      } catch (RuntimeException e) {
        return new SendResult.Unknown("Slack's answer can't be read");
      }
    } catch (SlackApiException e) {
      Duration pause = e.getResponse().code() == 429 ? retryAfter(e) : PAUSE;
      return new SendResult.TryAgain(pause, "Slack answered " + e.getResponse().code());
    } catch (IOException | RuntimeException e) {
      return new SendResult.TryAgain(PAUSE, "Slack can't be reached");
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

  private static SendResult refused(String error) {
    return HOPELESS.contains(error)
        ? new SendResult.GivenUp("Slack refused it: " + error)
        : new SendResult.TryAgain(PAUSE, "Slack answered " + error);
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
      ConversationsOpenResponse conversation = open(message);
      if (!conversation.isOk()) {
        return unreadable(conversation.getError());
      }
      String channel = conversation.getChannel().getId();
      var history =
          clients
              .patient()
              .conversationsHistory(
                  (ConversationsHistoryRequest.ConversationsHistoryRequestBuilder request) ->
                      request.channel(channel).includeAllMetadata(true).limit(100));
      if (!history.isOk()) {
        return unreadable(history.getError());
      }
      String key = message.id().toString();
      return history.getMessages().stream()
          .filter(posted -> posted.getMetadata() != null)
          .filter(posted -> key.equals(posted.getMetadata().getEventPayload().get("key")))
          .findFirst()
          .<LookBack>map(posted -> new LookBack.Found(channel + "/" + posted.getTs()))
          .orElseGet(LookBack.NotThere::new);
    } catch (IOException | SlackApiException | RuntimeException e) {
      return new LookBack.NotNow("Slack can't be asked: " + e.getClass().getSimpleName());
    }
  }

  private static LookBack unreadable(String error) {
    return HOPELESS.contains(error)
        ? new LookBack.NeverTells("Slack refused to show the conversation: " + error)
        : new LookBack.NotNow("Slack answered " + error);
  }
}

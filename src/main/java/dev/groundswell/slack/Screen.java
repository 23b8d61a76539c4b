package dev.groundswell.slack;

import com.slack.api.app_backend.interactive_components.response.ActionResponse;
import com.slack.api.bolt.context.Context;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.view.View;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Feature.Reply;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts things before people: forms, replies, their Home. */
final class Screen {
  private static final Logger LOG = LoggerFactory.getLogger(Screen.class);

  /** At the end of a response url: what replies to it replaces nothing. */
  private static final String BESIDES = "#besides";

  private final SlackClients clients;
  private final Replies replies;
  private final Words words;
  private final BiFunction<Caller, Optional<Message>, View> home;

  Screen(
      SlackClients clients,
      Replies replies,
      Words words,
      BiFunction<Caller, Optional<Message>, View> home) {
    this.clients = clients;
    this.replies = replies;
    this.words = words;
    this.home = home;
  }

  /** What is said when something of ours broke. */
  Message broken(Context context) {
    context.getAdditionalValues().put(SlackApp.OUTCOME, "failed");
    return Message.of(words.say("help.failed"));
  }

  Message notOpened() {
    return Message.of(words.say("help.not-opened"));
  }

  /** A form that says what happened instead of what was asked. */
  View notice(Message message) {
    return Blocks.notice(words.plain("help.title"), words.plain("help.close"), message.text());
  }

  void showHome(Caller caller) {
    showHome(caller, null);
  }

  /**
   * @param seen their Home as Slack has it, or null when that is not known
   */
  void showHome(Caller caller, @Nullable View seen) {
    replies.showHome(caller.user().value(), seen, () -> home.apply(caller, Optional.empty()));
  }

  /** What Slack sent along with a click, by which it can be answered. */
  record Clicked(Caller caller, String trigger, String responseUrl, @Nullable View in) {}

  void react(Reaction reaction, Clicked clicked) {
    Caller caller = clicked.caller();
    String responseUrl = clicked.responseUrl();
    if (reaction instanceof Reaction.Replace replace) {
      if (responseUrl.isEmpty()) {
        // On the Home there is no message to replace: what changed shows there.
        showHome(caller);
      } else {
        reply(new Reply(responseUrl, replace.message()));
      }
    } else if (reaction instanceof Reaction.Settle settle) {
      react(new Reaction.Replace(settle.message()), clicked);
    } else if (reaction instanceof Reaction.Answer answer) {
      if (responseUrl.isEmpty()) {
        replies.showHome(
            caller.user().value(), null, () -> home.apply(caller, Optional.of(answer.message())));
      } else {
        reply(new Reply(responseUrl, answer.message()));
      }
    } else if (reaction instanceof Reaction.Say say) {
      sayBesides(clicked, say.message());
    } else if (reaction instanceof Reaction.Share share) {
      share(responseUrl, share.message());
    } else if (reaction instanceof Reaction.Open open) {
      if (!opened(clicked.trigger(), open.modal(), caller)) {
        sayBesides(clicked, notOpened());
      }
    } else if (reaction instanceof Reaction.Push push) {
      if (!pushed(clicked.trigger(), push.modal(), caller)) {
        sayBesides(clicked, notOpened());
      }
    } else if (reaction instanceof Reaction.Update update) {
      update(clicked, update.modal());
    } else if (reaction instanceof Reaction.ShowHome show) {
      replies.showHome(caller.user().value(), null, show::home);
    } else {
      throw new AssertionError(reaction);
    }
  }

  boolean opened(String trigger, View modal, Caller caller) {
    View marked = Origin.mark(modal, caller.channel());
    return done(
        "views.open",
        () -> clients.quick().viewsOpen(open -> open.triggerId(trigger).view(marked)));
  }

  private boolean pushed(String trigger, View modal, Caller caller) {
    View marked = Origin.mark(modal, caller.channel());
    return done(
        "views.push",
        () -> clients.quick().viewsPush(push -> push.triggerId(trigger).view(marked)));
  }

  /** Without a form around the button there is nothing to update, and one opens. */
  private void update(Clicked clicked, View modal) {
    View in = clicked.in();
    if (in == null || !"modal".equals(in.getType())) {
      react(new Reaction.Open(modal), clicked);
      return;
    }
    View marked = Origin.mark(modal, clicked.caller().channel());
    done(
        "views.update",
        () ->
            clients
                .quick()
                .viewsUpdate(it -> it.viewId(in.getId()).hash(in.getHash()).view(marked)));
  }

  private interface Call {
    SlackApiTextResponse run() throws IOException, SlackApiException;
  }

  private static boolean done(String method, Call call) {
    try {
      SlackApiTextResponse answer = call.run();
      if (!answer.isOk()) {
        LOG.warn("{} answered {}", method, answer.getError());
      }
      return answer.isOk();
    } catch (IOException | SlackApiException e) {
      LOG.warn("{} failed: {}", method, e.getClass().getSimpleName());
      return false;
    }
  }

  /** The url of a message that says several things: what replies to it stands besides. */
  static String besides(String responseUrl) {
    return responseUrl + BESIDES;
  }

  void reply(Reply reply) {
    if (reply.responseUrl().endsWith(BESIDES)) {
      String url = reply.responseUrl();
      whisper(url.substring(0, url.length() - BESIDES.length()), reply.message());
      return;
    }
    replies.post(
        reply.responseUrl(),
        ActionResponse.builder()
            .replaceOriginal(true)
            .text(reply.message().text())
            .blocks(reply.message().blocks())
            .build());
  }

  private void share(String responseUrl, Message message) {
    replies.post(
        responseUrl,
        ActionResponse.builder()
            .responseType("in_channel")
            .replaceOriginal(false)
            .text(message.text())
            .blocks(message.blocks())
            .build());
  }

  /** On the Home, and in a form, there is no message beside which anything could be said. */
  private void sayBesides(Clicked clicked, Message message) {
    View in = clicked.in();
    if (clicked.responseUrl().isEmpty() && in != null && "modal".equals(in.getType())) {
      pushed(clicked.trigger(), notice(message), clicked.caller());
    } else if (clicked.responseUrl().isEmpty()) {
      replies.showHome(
          clicked.caller().user().value(),
          null,
          () -> home.apply(clicked.caller(), Optional.of(message)));
    } else {
      whisper(clicked.responseUrl(), message);
    }
  }

  private void whisper(String responseUrl, Message message) {
    replies.post(
        responseUrl,
        ActionResponse.builder()
            .responseType("ephemeral")
            .replaceOriginal(false)
            .text(message.text())
            .blocks(message.blocks())
            .build());
  }
}

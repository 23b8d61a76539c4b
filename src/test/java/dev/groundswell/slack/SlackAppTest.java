package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.slack.api.model.view.View;
import dev.groundswell.Team;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Feature.Submission;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bolt keeps two handlers for one word and picks by luck; here a second one stops the start. */
class SlackAppTest {
  private static final URI NOWHERE = URI.create("http://localhost:1/api/");

  private final Team team = Team.assembles();
  private final SlackClients clients = new SlackClients(NOWHERE, "xoxb-test");
  private final Replies replies = new Replies(clients, NOWHERE);

  @AfterEach
  void close() {
    replies.close();
    clients.close();
    team.close();
  }

  private SlackApp app(Feature... features) {
    Words words = Words.load(PromptFiles.packaged());
    List<Feature> all = new ArrayList<>(List.of(features));
    all.add(home());
    return new SlackApp("xoxb-test", clients, team.people, words, replies, all);
  }

  private static Feature home() {
    return new Feature() {
      @Override
      public Optional<BiFunction<Caller, Optional<Message>, View>> home() {
        return Optional.of((caller, answer) -> Blocks.notice("Home", "Close", "welcome"));
      }
    };
  }

  private static Feature verb(String name) {
    return new Feature() {
      @Override
      public List<Verb> verbs() {
        return List.of(Verb.named(name, asked -> Verb.say("done")));
      }
    };
  }

  private static Feature click(String id) {
    return new Feature() {
      @Override
      public Map<String, Function<Click, Reaction>> clicks() {
        return Map.of(id, click -> new Reaction.Say(Message.of("done")));
      }
    };
  }

  private static Feature form(String id) {
    return new Feature() {
      @Override
      public Map<String, Function<Submission, Ending>> submissions() {
        return Map.of(id, form -> new Ending.Close(Optional.empty()));
      }
    };
  }

  @Test
  void features_with_words_of_their_own_live_together() {
    assertThatCode(() -> app(verb("tips"), verb("input"), click("a.x"), click("a.y"), form("a.x")))
        .doesNotThrowAnyException();
  }

  @Test
  void a_verb_that_two_features_want_stops_the_start() {
    assertThatThrownBy(() -> app(verb("tips"), verb("tips")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("registered twice: /buyin tips");
  }

  @Test
  void a_button_that_two_features_want_stops_the_start() {
    assertThatThrownBy(() -> app(click("input.decide"), click("input.decide")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("registered twice: action input.decide");
  }

  @Test
  void a_form_that_two_features_want_stops_the_start() {
    assertThatThrownBy(() -> app(form("input.form"), form("input.form")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("registered twice: form input.form");
  }
}

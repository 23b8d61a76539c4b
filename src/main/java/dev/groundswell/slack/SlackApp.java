package dev.groundswell.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.model.view.View;
import dev.groundswell.people.People;
import dev.groundswell.prompt.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** The Bolt app: each command, button, form and shortcut is registered here, once. */
public final class SlackApp {
  /** Under this name a listener says in the context how it ended, unless well. */
  static final String OUTCOME = "outcome";

  private final App app;
  private final Menu menu;
  private final Map<Kind, Set<String>> taken = new TreeMap<>();

  /** The kinds of things that people can do. */
  public enum Kind {
    ACTION,
    FORM,
    SHORTCUT
  }

  /**
   * @throws IllegalStateException when two features want the same action id or callback id
   */
  public SlackApp(
      String botToken,
      SlackClients clients,
      People people,
      Words words,
      Replies replies,
      List<Feature> features) {
    AppConfig config =
        AppConfig.builder()
            .slack(clients.slack())
            .singleTeamBotToken(botToken)
            // The door has checked the signature over the raw bytes; Bolt's check is weaker.
            .requestVerificationEnabled(false)
            .allEventsApiAutoAckEnabled(true)
            .unmatchedRequestHandler(new Unmatched())
            .build();
    // Without Bolt's own middleware: it would ask auth.test before the first answer, and a bot
    // whose Slack is down for outgoing calls could not even say what it knows.
    app = new App(config, clients.slack(), List.of());
    menu =
        new Menu(
            words,
            features.stream().flatMap(it -> it.verbs().stream()).toList(),
            one(features.stream().flatMap(it -> it.footing().stream()).toList(), "footing")
                .orElse(caller -> Optional.empty()));
    Callers callers = new Callers(people, words);
    Screen screen = new Screen(clients, replies, words, home(features));
    Commands commands = new Commands(menu, callers, screen);
    app.command("/buyin", (request, context) -> commands.answer(request.getPayload(), context));
    Clicks clicks = new Clicks(callers, screen, new Permalinks(clients));
    Forms forms = new Forms(callers, screen);
    register(menu, clicks, forms);
    features.forEach(it -> register(it, clicks, forms));
    Events events = new Events(app, callers, screen, replies, people);
    events.listen();
    one(features.stream().flatMap(it -> it.conversation().stream()).toList(), "conversation")
        .ifPresent(events::converse);
  }

  private static BiFunction<Caller, Optional<Message>, View> home(List<Feature> features) {
    return one(features.stream().flatMap(it -> it.home().stream()).toList(), "Home")
        .orElseThrow(() -> new IllegalStateException("no feature has a Home"));
  }

  static <T> Optional<T> one(List<T> wanted, String what) {
    if (wanted.size() > 1) {
      throw new IllegalStateException("registered twice: " + what);
    }
    return wanted.stream().findFirst();
  }

  /** What {@link Intake} hands requests to. */
  App bolt() {
    return app;
  }

  /** The words that may stand behind {@code /buyin}. */
  public Set<String> verbs() {
    return menu.names();
  }

  /** The ids of everything else that people can do. */
  public Set<String> ids(Kind kind) {
    return Set.copyOf(taken.getOrDefault(kind, Set.of()));
  }

  private void register(Feature feature, Clicks clicks, Forms forms) {
    feature
        .clicks()
        .forEach(
            (id, handler) -> {
              takeOnce(Kind.ACTION, id);
              app.blockAction(
                  id, (request, context) -> clicks.click(handler, request.getPayload(), context));
            });
    feature
        .submissions()
        .forEach(
            (id, handler) -> {
              takeOnce(Kind.FORM, id);
              app.viewSubmission(
                  id, (request, context) -> forms.submit(handler, request.getPayload(), context));
            });
    feature
        .shortcuts()
        .forEach(
            (id, handler) -> {
              takeOnce(Kind.SHORTCUT, id);
              app.messageShortcut(
                  id,
                  (request, context) -> clicks.shortcut(handler, request.getPayload(), context));
            });
  }

  private void takeOnce(Kind kind, String id) {
    if (!taken.computeIfAbsent(kind, it -> new TreeSet<>()).add(id)) {
      throw new IllegalStateException(
          "registered twice: " + kind.name().toLowerCase(java.util.Locale.ROOT) + " " + id);
    }
  }
}

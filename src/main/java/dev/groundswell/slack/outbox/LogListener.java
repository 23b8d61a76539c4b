package dev.groundswell.slack.outbox;

import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Standing;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Verb;
import dev.groundswell.slack.outbox.LogView.Filter;
import dev.groundswell.slack.outbox.LogView.Part;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code /buyin log}: what was sent, when and to whom, or why not. */
public final class LogListener implements Feature {
  private final Outbox outbox;
  private final Initiatives initiatives;
  private final LogView view;

  public LogListener(Outbox outbox, Initiatives initiatives, Words words) {
    this.outbox = outbox;
    this.initiatives = initiatives;
    this.view = new LogView(words);
  }

  @Override
  public List<Verb> verbs() {
    return List.of(
        Verb.named(
            "log",
            asked ->
                Verb.say(
                    Filter.typed(asked.words())
                        .map(filter -> log(asked.caller(), filter))
                        .orElseGet(view::unknownState))));
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    Function<Click, Reaction> turn =
        click -> new Reaction.Replace(log(click.caller(), Part.of(click.value())));
    return Map.of(LogView.SHOW, turn, LogView.NEWER, turn, LogView.OLDER, turn);
  }

  private Message log(Caller caller, Filter filter) {
    Optional<Initiative> current =
        initiatives.current(caller.workspace(), caller.user(), caller.channel());
    return log(caller, new Part(filter, 0, current.map(Initiative::id).orElse(null)));
  }

  private Message log(Caller caller, Part part) {
    Optional<Initiative> seen = seen(caller, part.initiative());
    return view.of(
        part,
        outbox.log(
            caller.workspace(),
            caller.user(),
            seen.map(Initiative::id).orElse(null),
            part.filter().states(),
            part.page() * LogView.PAGE,
            LogView.PAGE + 1),
        seen,
        caller.person().zone());
  }

  /** That initiative, if they may see all that is sent for it. */
  private Optional<Initiative> seen(Caller caller, @Nullable UUID initiative) {
    return Optional.ofNullable(initiative)
        .map(it -> initiatives.standing(caller.workspace(), caller.user(), it))
        .filter(it -> it.may(Deed.SEE_LOG))
        .flatMap(Standing::initiative);
  }
}

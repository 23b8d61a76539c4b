package dev.groundswell.slack.feedback;

import dev.groundswell.feedback.InputList;
import dev.groundswell.feedback.InputLists;
import dev.groundswell.feedback.InputPage;
import dev.groundswell.feedback.ListWords;
import dev.groundswell.feedback.Round;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Replies;
import dev.groundswell.slack.SlackText;
import dev.groundswell.slack.Verb;
import dev.groundswell.slack.feedback.InputListView.Asked;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** {@code /buyin inputs}: who waits to hear back, who has, who can't be reached; and as a file. */
public final class InputListListener implements Feature {
  private final InputLists lists;
  private final Initiatives initiatives;
  private final InputListView view;
  private final Replies replies;
  private final Words words;
  private final Clock clock;

  public InputListListener(
      InputLists lists,
      Initiatives initiatives,
      InputListView view,
      Replies replies,
      Words words,
      Clock clock) {
    this.lists = lists;
    this.initiatives = initiatives;
    this.view = view;
    this.replies = replies;
    this.words = words;
    this.clock = clock;
  }

  @Override
  public List<Verb> verbs() {
    return List.of(Verb.named("inputs", this::list));
  }

  private Verb.Answer list(Verb.Asked asked) {
    Caller caller = asked.caller();
    Optional<Initiative> current =
        initiatives.current(caller.workspace(), caller.user(), caller.channel());
    if (current.isEmpty()) {
      return Verb.say(words.say("feedback.no-initiative-yet"));
    }
    ListWords typed = ListWords.read(SlackText.plain(asked.words()));
    if (!typed.unknown().isEmpty()) {
      return Verb.say(view.say("unknown-words", "words", String.join(" ", typed.unknown())));
    }
    InputList list = typed.list();
    if (typed.round().isPresent()) {
      Optional<Round> round =
          lists.round(caller.workspace(), current.get().id(), typed.round().get());
      if (round.isEmpty()) {
        return Verb.say(
            view.say(
                "no-such-round", "round", typed.round().get(), "initiative", current.get().name()));
      }
      list = list.round(round.get().id()).page(list.page());
    }
    return Verb.say(shown(caller, current.get().id(), list));
  }

  private Message shown(Caller caller, UUID initiative, InputList list) {
    Optional<InputPage> page = lists.page(caller.person(), caller.workspace(), initiative, list);
    return page.map(it -> view.of(it, caller.person().zone()))
        .orElseGet(() -> Message.of(words.say("feedback.no-initiative-yet")));
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        InputListView.TAB, this::turn,
        InputListView.FILTER, this::turn,
        InputListView.NEXT, this::turn,
        InputListView.BACK, this::turn,
        InputListView.EXPORT, this::export);
  }

  private Reaction turn(Click click) {
    Asked asked = Asked.read(click.value());
    return new Reaction.Replace(shown(click.caller(), asked.initiative(), asked.list()));
  }

  private Reaction export(Click click) {
    Caller caller = click.caller();
    Asked asked = Asked.read(click.value());
    Optional<Initiative> initiative =
        initiatives.standing(caller.workspace(), caller.user(), asked.initiative()).initiative();
    if (initiative.isEmpty()) {
      return new Reaction.Say(Message.of(words.say("feedback.no-initiative-yet")));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), caller.person().zone());
    replies.file(
        caller.user().value(),
        view.plain("csv-name") + "-" + today + ".csv",
        view.plain(
            "export-comment", "initiative", initiative.get().name(), "day", Days.inFull(today)),
        () -> lists.csv(caller.person(), caller.workspace(), asked.initiative(), asked.list()),
        why -> view.say("export-failed", "why", why));
    return new Reaction.Say(view.say("export-on-its-way"));
  }
}

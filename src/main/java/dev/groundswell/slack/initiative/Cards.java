package dev.groundswell.slack.initiative;

import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Member;
import dev.groundswell.initiative.Members;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Message;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody sees of the initiatives in which they take part. */
public final class Cards {
  private final Initiatives initiatives;
  private final Members members;
  private final InitiativeView view;
  private final Clock clock;

  public Cards(Initiatives initiatives, Members members, InitiativeView view, Clock clock) {
    this.initiatives = initiatives;
    this.members = members;
    this.view = view;
    this.clock = clock;
  }

  /** The one that their commands mean here, and the others to choose from. */
  Message overview(Caller caller) {
    ChannelId channel = caller.channel();
    Initiatives.Choice choice = initiatives.choice(caller.workspace(), caller.user(), channel);
    return view.overview(
        choice.current().flatMap(it -> card(caller, it)),
        others(choice.all(), choice.current().orElse(null)),
        archived(caller),
        members.leaderless(caller.workspace(), caller.user()));
  }

  /** Those that they may bring back. */
  private List<Initiative> archived(Caller caller) {
    return initiatives.archivedOf(caller.workspace(), caller.user()).stream()
        .filter(
            it ->
                initiatives.standing(caller.workspace(), caller.user(), it.id()).may(Deed.ARCHIVE))
        .toList();
  }

  private static List<Initiative> others(List<Initiative> all, @Nullable Initiative current) {
    return all.stream().filter(it -> current == null || !it.id().equals(current.id())).toList();
  }

  private Optional<InitiativeView.Card> card(Caller caller, Initiative initiative) {
    Optional<List<Member>> all = members.of(caller.workspace(), caller.user(), initiative.id());
    return all.map(
        it ->
            new InitiativeView.Card(
                initiative,
                it,
                initiatives.standing(caller.workspace(), caller.user(), initiative.id()),
                LocalDate.now(clock.withZone(initiative.zone()))));
  }
}

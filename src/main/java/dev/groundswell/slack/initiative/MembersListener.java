package dev.groundswell.slack.initiative;

import com.slack.api.model.view.View;
import dev.groundswell.initiative.Changed;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Members;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Opened;
import dev.groundswell.slack.Rendering;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Says who takes part in an initiative, and who leads it. */
public final class MembersListener implements Feature, Rendering {
  private final Initiatives initiatives;
  private final Members members;
  private final Cards cards;
  private final MembersView view;
  private final ChangedView changedView;

  public MembersListener(Initiatives initiatives, Members members, Cards cards, Words words) {
    this.initiatives = initiatives;
    this.members = members;
    this.cards = cards;
    this.view = new MembersView(words);
    this.changedView = new ChangedView(words);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        CardView.MEMBERS,
        click -> open(click, Deed.CHANGE_MEMBERS, this::membersForm),
        CardView.HAND_OVER,
        click -> open(click, Deed.HAND_OVER, it -> view.handOverForm(Opened.by(it).metadata())),
        CardView.LEAVE,
        click ->
            reaction(
                click,
                members.remove(
                    click.caller().workspace(),
                    click.caller().user(),
                    UUID.fromString(click.value()),
                    click.caller().user())),
        InitiativeView.TAKE_OVER,
        click ->
            reaction(
                click,
                members.takeOver(
                    click.caller().workspace(),
                    click.caller().user(),
                    UUID.fromString(click.value()))));
  }

  private View membersForm(Click click) {
    return view.form(
        members
            .of(click.caller().workspace(), click.caller().user(), UUID.fromString(click.value()))
            .orElse(List.of()),
        Opened.by(click).metadata());
  }

  private Reaction open(Click click, Deed deed, Function<Click, View> form) {
    Standing standing =
        initiatives.standing(
            click.caller().workspace(), click.caller().user(), UUID.fromString(click.value()));
    Optional<Initiative> seen = standing.initiative();
    if (seen.isEmpty()) {
      return new Reaction.Replace(changedView.refusal(new Changed.Gone()));
    }
    return standing.may(deed)
        ? new Reaction.Open(form.apply(click))
        : new Reaction.Say(changedView.refusal(new Changed.NotAllowed(seen.get())));
  }

  private Reaction reaction(Click click, Changed changed) {
    if (changed instanceof Changed.Done) {
      return new Reaction.Replace(cards.overview(click.caller()));
    }
    return changed instanceof Changed.Gone
        ? new Reaction.Replace(changedView.refusal(changed))
        : new Reaction.Say(changedView.refusal(changed));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(MembersView.FORM, this::set, MembersView.HAND_OVER_FORM, this::handOver);
  }

  private Ending set(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    Set<UserId> facilitators = new LinkedHashSet<>(form.users(MembersView.FACILITATORS));
    Set<UserId> viewers = new LinkedHashSet<>(form.users(MembersView.VIEWERS));
    Changed changed =
        members.set(caller.workspace(), caller.user(), from.subject(), facilitators, viewers);
    boolean viewer = changed instanceof Changed.CantTakePart cant && viewers.contains(cant.user());
    return ending(caller, from, viewer ? MembersView.VIEWERS : MembersView.FACILITATORS, changed);
  }

  private Ending handOver(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    Optional<UserId> to = form.user(MembersView.NEW_LEAD).map(UserId::new);
    return to.isEmpty()
        ? new Ending.Errors(Map.of(MembersView.NEW_LEAD, view.leadMissing()))
        : ending(
            caller,
            from,
            MembersView.NEW_LEAD,
            members.handOver(caller.workspace(), caller.user(), from.subject(), to.get()));
  }

  private Ending ending(Caller caller, Opened from, String field, Changed changed) {
    return changed instanceof Changed.Done
        ? new Ending.Close(from.reply(cards.overview(caller)))
        : new Ending.Errors(Map.of(field, changedView.plain(changed)));
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Members.TAKEN_OVER);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    return initiatives
        .find(workspace, item.subject())
        .<Rendered>map(it -> new Rendered.Wanted(view.takenOver(it)))
        .orElseGet(() -> new Rendered.NotWanted("the initiative is gone"));
  }
}

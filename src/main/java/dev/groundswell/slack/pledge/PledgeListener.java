package dev.groundswell.slack.pledge;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.people.Person;
import dev.groundswell.pledge.Groups;
import dev.groundswell.pledge.Pledge;
import dev.groundswell.pledge.PledgeWords;
import dev.groundswell.pledge.Pledges;
import dev.groundswell.pledge.Pledges.Which;
import dev.groundswell.pledge.Promised;
import dev.groundswell.pledge.Said;
import dev.groundswell.pledge.Settled;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.NextSteps;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.SlackText;
import dev.groundswell.slack.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** {@code /buyin pledge}, {@code /buyin pledges}, and the question on the day of a pledge. */
public final class PledgeListener implements Feature, Rendering, NextSteps {
  private static final String SETTLED = "the pledge was kept or released";

  private final Pledges pledges;
  private final Initiatives initiatives;
  private final PledgeView view;
  private final PledgeForms forms;

  public PledgeListener(Pledges pledges, Initiatives initiatives, Words words, Groups groups) {
    this.pledges = pledges;
    this.initiatives = initiatives;
    this.view = new PledgeView(words, groups);
    this.forms = new PledgeForms(words, groups, view);
  }

  @Override
  public List<Verb> verbs() {
    return List.of(Verb.named("pledge", this::pledge), Verb.named("pledges", this::list));
  }

  private Verb.Answer pledge(Verb.Asked asked) {
    if (asked.words().isEmpty()) {
      return Verb.say(view.intro());
    }
    Caller caller = asked.caller();
    Person by = caller.person();
    Said said = said(caller, PledgeWords.read(asked.words(), pledges.today(by)));
    Promised promised =
        pledges.promise(by, caller.workspace(), caller.channel(), said, asked.requestKey());
    // What is still missing is asked for in the form, where nothing has to be typed again.
    return isAskedBack(promised)
        ? new Verb.Answer.Open(forms.pledge(said, view.sentence(promised, by.id())))
        : Verb.say(view.of(promised, by.id()));
  }

  private static boolean isAskedBack(Promised promised) {
    return promised instanceof Promised.WhatWillTheyDo
        || promised instanceof Promised.Who
        || promised instanceof Promised.When;
  }

  private static Said said(Caller caller, PledgeWords typed) {
    Optional<UserId> account =
        typed.who().matches("(?i)i|we|me")
            ? Optional.of(caller.user())
            : SlackText.account(typed.who());
    return new Said(
        account,
        account.isPresent() ? "" : SlackText.plain(typed.who()),
        "",
        SlackText.plain(typed.deed()),
        typed.when());
  }

  private Verb.Answer list(Verb.Asked asked) {
    Caller caller = asked.caller();
    Person by = caller.person();
    return Verb.say(
        pledges
            .list(by, caller.workspace(), caller.channel(), PledgeView.MOST_LISTED + 1)
            .map(it -> view.list(it, pledges.today(by)))
            .orElseGet(view::noInitiativeYet));
  }

  @Override
  public List<List<LayoutBlock>> nextSteps(Caller caller, int most) {
    Person by = caller.person();
    return pledges.dueOf(by, caller.workspace(), most).stream()
        .map(it -> view.todo(it, pledges.today(by)))
        .toList();
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        PledgeView.GROUP_CHOSEN,
        this::groupChosen,
        PledgeView.KEPT,
        click -> ask(click, forms::kept),
        PledgeView.NOT_YET,
        click -> ask(click, forms::notYet),
        PledgeView.RELEASE,
        this::release,
        PledgeView.SHOW,
        this::show,
        PledgeView.MORE,
        this::show);
  }

  /** The value says which ones, how many come before them, and of which initiative. */
  private Reaction show(Click click) {
    Person by = click.caller().person();
    WorkspaceId workspace = click.caller().workspace();
    String[] wanted = click.value().split(" ", 3);
    UUID initiative = UUID.fromString(wanted[2]);
    int most = PledgeView.MOST_LISTED + 1;
    Optional<Message> shown =
        wanted[0].equals(PledgeView.TO_COME)
            ? pledges
                .listOf(by, workspace, initiative, most)
                .map(it -> view.list(it, pledges.today(by)))
            : pledges
                .page(
                    by,
                    workspace,
                    initiative,
                    Which.valueOf(wanted[0]),
                    Integer.parseInt(wanted[1]),
                    most)
                .map(it -> view.page(it, pledges.today(by), by.zone()));
    return new Reaction.Replace(shown.orElseGet(view::noInitiativeYet));
  }

  private Reaction groupChosen(Click click) {
    return new Reaction.Open(
        forms.pledge(new Said(Optional.empty(), "", click.value(), "", ""), ""));
  }

  private Reaction ask(Click click, Function<String, com.slack.api.model.view.View> form) {
    Caller caller = click.caller();
    Optional<Pledge> pledge =
        pledges.find(caller.workspace(), caller.user(), UUID.fromString(click.value()));
    if (pledge.isEmpty()) {
      return new Reaction.Replace(view.of(new Settled.Gone()));
    }
    return pledge.get().isOpen()
        ? new Reaction.Open(form.apply(click.value() + " " + click.responseUrl()))
        : new Reaction.Replace(view.of(new Settled.Already(pledge.get())));
  }

  private Reaction release(Click click) {
    Caller caller = click.caller();
    Settled settled =
        pledges.released(caller.person(), caller.workspace(), UUID.fromString(click.value()));
    return settled instanceof Settled.NotYours
        ? new Reaction.Say(view.of(settled))
        : new Reaction.Replace(view.of(settled));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(
        PledgeForms.FORM, this::noted,
        PledgeForms.KEPT_FORM, form -> settled(form, PledgeForms.EVIDENCE, pledges::kept),
        PledgeForms.NOT_YET_FORM, form -> settled(form, PledgeForms.WHEN, pledges::notYet));
  }

  private Ending noted(Submission form) {
    Caller caller = form.caller();
    Person by = caller.person();
    Promised promised =
        pledges.promise(
            by, caller.workspace(), caller.channel(), PledgeForms.read(form), form.requestKey());
    String sentence = view.sentence(promised, by.id());
    Optional<String> field =
        promised instanceof Promised.WhatWillTheyDo || promised instanceof Promised.TooLong
            ? Optional.of(PledgeForms.WORDS)
            : promised instanceof Promised.Who
                ? Optional.of(PledgeForms.NAME)
                : promised instanceof Promised.When
                    ? Optional.of(PledgeForms.WHEN)
                    : promised instanceof Promised.PatientDetails details
                        ? Optional.of(
                            details.part() == Promised.Part.WHO
                                ? PledgeForms.NAME
                                : PledgeForms.WORDS)
                        : Optional.empty();
    return field
        .<Ending>map(it -> new Ending.Errors(Map.of(it, unformatted(sentence))))
        .orElseGet(() -> new Ending.Show(forms.notice(sentence), Optional.empty()));
  }

  private static String unformatted(String sentence) {
    return sentence.replace("*", "").replace("`", "");
  }

  /** One of the use cases that settle a pledge with a few words. */
  private interface Settling {
    Settled settle(Person by, WorkspaceId workspace, UUID id, String words);
  }

  private Ending settled(Submission form, String field, Settling settling) {
    Caller caller = form.caller();
    String[] from = form.metadata().split(" ", 2);
    Settled settled =
        settling.settle(
            caller.person(), caller.workspace(), UUID.fromString(from[0]), form.text(field));
    Message message = view.of(settled);
    if (settled instanceof Settled.EvidenceMissing
        || settled instanceof Settled.When
        || settled instanceof Settled.PatientDetails) {
      return new Ending.Errors(Map.of(field, unformatted(message.text())));
    } else if (settled instanceof Settled.NotYours) {
      return new Ending.Show(forms.notice(message.text()), Optional.empty());
    }
    return from.length > 1 && !from[1].isEmpty()
        ? new Ending.Close(Optional.of(new Reply(from[1], message)))
        : new Ending.Show(forms.notice(message.text()), Optional.empty());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Pledges.DUE);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    return pledges
        .find(workspace, item.subject())
        .map(it -> render(workspace, item, it.owner().value()))
        .orElseGet(() -> new Rendered.NotWanted(SETTLED));
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item, String recipient) {
    UserId reader = new UserId(recipient);
    Optional<Pledge> pledge = pledges.find(workspace, item.subject()).filter(Pledge::isOpen);
    if (pledge.isEmpty()) {
      return new Rendered.NotWanted(SETTLED);
    }
    return initiatives
        .silence(workspace, pledge.get().initiative(), reader)
        .<Rendered>map(silence -> new Rendered.NotWanted(silence.why()))
        .orElseGet(() -> new Rendered.Wanted(view.reminder(pledge.get(), reader)));
  }
}

package dev.groundswell.slack.sponsor;

import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Silence;
import dev.groundswell.initiative.Standing;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.people.Person;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Rendering;
import dev.groundswell.slack.Verb;
import dev.groundswell.sponsor.Approved;
import dev.groundswell.sponsor.Changed;
import dev.groundswell.sponsor.Digest;
import dev.groundswell.sponsor.DigestLetters;
import dev.groundswell.sponsor.Digests;
import dev.groundswell.sponsor.Drafts;
import dev.groundswell.sponsor.Line;
import dev.groundswell.sponsor.Notices;
import dev.groundswell.sponsor.Papers;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Sponsors;
import dev.groundswell.sponsor.Watch;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * {@code /buyin digest}: look at it, edit it, approve it, send it; and the weekly word about it.
 */
public final class DigestListener implements Feature, Rendering {
  private final Drafts drafts;
  private final Digests digests;
  private final DigestLetters letters;
  private final Notices notices;
  private final Papers papers;
  private final Sponsors sponsors;
  private final Initiatives initiatives;
  private final DigestView view;
  private final SponsorView sponsorView;
  private final CardView cardView;
  private final Clock clock;

  public DigestListener(
      Drafts drafts,
      Digests digests,
      DigestLetters letters,
      Notices notices,
      Papers papers,
      Sponsors sponsors,
      Initiatives initiatives,
      DigestView view,
      SponsorView sponsorView,
      CardView cardView,
      Clock clock) {
    this.drafts = drafts;
    this.digests = digests;
    this.letters = letters;
    this.notices = notices;
    this.papers = papers;
    this.sponsors = sponsors;
    this.initiatives = initiatives;
    this.view = view;
    this.sponsorView = sponsorView;
    this.cardView = cardView;
    this.clock = clock;
  }

  @Override
  public List<Verb> verbs() {
    return List.of(Verb.named("digest", this::digest));
  }

  private Verb.Answer digest(Verb.Asked asked) {
    Caller caller = asked.caller();
    if (asked.words().equalsIgnoreCase("send")) {
      return Verb.say(
          sponsorView.of(digests.sendNow(caller.workspace(), caller.user(), caller.channel())));
    }
    return Verb.say(
        initiatives
            .current(caller.workspace(), caller.user(), caller.channel())
            .map(it -> shown(caller, it))
            .orElseGet(sponsorView::noInitiativeYet));
  }

  private Message shown(Caller caller, Initiative initiative) {
    Optional<List<Sponsor>> all = sponsors.of(caller.workspace(), caller.user(), initiative.id());
    if (all.isEmpty()) {
      return sponsorView.notForYou(initiative);
    }
    return switch (all.get().size()) {
      case 0 -> sponsorView.list(initiative, List.of());
      case 1 -> shown(caller, all.get().get(0).id());
      default -> view.choose(initiative, all.get());
    };
  }

  private Message shown(Caller caller, UUID sponsor) {
    return drafts
        .preview(caller.workspace(), caller.user(), sponsor)
        .map(this::preview)
        .orElseGet(() -> whyNone(caller, sponsor));
  }

  private Message whyNone(Caller caller, UUID id) {
    Optional<Sponsor> sponsor = sponsors.find(caller.workspace(), id);
    if (sponsor.isEmpty()) {
      return view.gone();
    }
    Standing standing =
        initiatives.standing(caller.workspace(), caller.user(), sponsor.get().initiative());
    return standing.may(Deed.CHANGE_SPONSORS, sponsor.get().owner())
        ? view.left(sponsor.get())
        : standing.initiative().map(sponsorView::notForYou).orElseGet(view::gone);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        DigestView.SHOW, this::show,
        DigestView.APPROVE, click -> settle(click, digests::approve, false),
        DigestView.SEND, click -> settle(click, digests::sendNow, false),
        DigestView.SKIP, click -> settle(click, digests::skip, true),
        DigestView.EDIT, click -> open(click, view::editForm),
        DigestView.TEST, click -> open(click, view::testForm),
        CardView.PAPER, this::paper);
  }

  private Message preview(Digest digest) {
    return view.preview(digest, clock.instant());
  }

  private Reaction show(Click click) {
    return new Reaction.Replace(shown(click.caller(), UUID.fromString(click.value())));
  }

  /** A use case that settles a digest. */
  private interface Settling {
    Approved settle(Person by, WorkspaceId workspace, UUID digest);
  }

  private Reaction settle(Click click, Settling settling, boolean skip) {
    Caller caller = click.caller();
    Approved approved =
        settling.settle(caller.person(), caller.workspace(), UUID.fromString(click.value()));
    Message message = view.of(approved, skip, clock.instant());
    return approved instanceof Approved.NotAllowed
            || approved instanceof Approved.NoMail
            || approved instanceof Approved.NotConfirmed
            || approved instanceof Approved.HadOne
        ? new Reaction.Say(message)
        : new Reaction.Replace(message);
  }

  private Optional<Digest> digest(Caller caller, String id) {
    return drafts.preview(caller.user(), caller.workspace(), UUID.fromString(id));
  }

  private Reaction open(
      Click click, BiFunction<Digest, String, com.slack.api.model.view.View> form) {
    return digest(click.caller(), click.value())
        .filter(it -> it.state() == Digest.State.DRAFT)
        .<Reaction>map(
            it -> new Reaction.Open(form.apply(it, click.value() + " " + click.responseUrl())))
        .orElseGet(() -> new Reaction.Replace(view.gone()));
  }

  private Reaction paper(Click click) {
    Caller caller = click.caller();
    return papers
        .paper(caller.workspace(), caller.user(), UUID.fromString(click.value()))
        .<Reaction>map(it -> new Reaction.Open(view.paper(it)))
        .orElseGet(() -> new Reaction.Replace(view.gone()));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(DigestView.EDIT_FORM, this::edited, DigestView.TEST_FORM, this::tested);
  }

  private Ending edited(Submission form) {
    Caller caller = form.caller();
    String[] from = form.metadata().split(" ", 2);
    Optional<Digest> before = digest(caller, from[0]);
    if (before.isEmpty()) {
      return new Ending.Show(
          view.notice("digest.edit-title", view.gone().text()), Optional.empty());
    }
    Map<String, String> wrong = new HashMap<>();
    for (Line line : before.get().lines()) {
      String words = form.text(DigestView.field(line));
      if (!words.strip().equals(line.words())) {
        Changed changed =
            drafts.edit(
                caller.person(), caller.workspace(), before.get().id(), line.place(), words);
        if (!(changed instanceof Changed.Done)) {
          wrong.put(DigestView.field(line), cardView.sentence(changed));
        }
      }
    }
    if (!wrong.isEmpty()) {
      return new Ending.Errors(wrong);
    }
    Message after = digest(caller, from[0]).map(this::preview).orElseGet(view::gone);
    return new Ending.Close(
        from.length > 1 && !from[1].isEmpty()
            ? Optional.of(new Reply(from[1], after))
            : Optional.empty());
  }

  private Ending tested(Submission form) {
    Caller caller = form.caller();
    String id = form.metadata().split(" ", 2)[0];
    Changed changed =
        letters.test(
            caller.person(),
            caller.workspace(),
            UUID.fromString(id),
            form.text(DigestView.ADDRESS));
    if (changed instanceof Changed.Wrong) {
      return new Ending.Errors(Map.of(DigestView.ADDRESS, cardView.sentence(changed)));
    }
    Message message =
        changed instanceof Changed.Done done ? view.tested(done.sponsor()) : view.gone();
    return new Ending.Show(view.notice("digest.test-title", message.text()), Optional.empty());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Watch.WEEKLY, DigestLetters.NOT_AGAIN);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    return new Rendered.NotWanted("nobody in particular reads it");
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item, String recipient) {
    // A weekly word may come to the lead, or to whoever took the reminder over.
    UserId reader = new UserId(recipient);
    return item.kind().equals(DigestLetters.NOT_AGAIN)
        ? notAgain(workspace, item.subject(), reader)
        : weekly(workspace, item.subject(), reader);
  }

  private Rendered weekly(WorkspaceId workspace, UUID id, UserId reader) {
    Optional<Sponsor> sponsor = sponsors.find(workspace, id);
    if (sponsor.isEmpty()) {
      return new Rendered.NotWanted("the sponsor is not there any more");
    }
    UUID initiative = sponsor.get().initiative();
    Optional<String> silence = silence(workspace, initiative, reader);
    if (silence.isPresent()) {
      return new Rendered.NotWanted(silence.get());
    }
    String name =
        initiatives
            .standing(workspace, reader, initiative)
            .initiative()
            .map(Initiative::name)
            .orElse("");
    return notices
        .notice(workspace, id, reader)
        .<Rendered>map(it -> new Rendered.Wanted(view.notice(it, name, clock.instant())))
        .orElseGet(() -> new Rendered.NotWanted("there is nothing to look at this week"));
  }

  private Rendered notAgain(WorkspaceId workspace, UUID digest, UserId reader) {
    Optional<DigestLetters.NotAgain> found = letters.notAgain(workspace, digest);
    if (found.isEmpty()) {
      return new Rendered.NotWanted("nothing stands in its way any more");
    }
    return silence(workspace, found.get().digest().initiative().id(), reader)
        .<Rendered>map(Rendered.NotWanted::new)
        .orElseGet(() -> new Rendered.Wanted(view.notAgain(found.get())));
  }

  /** Why nothing about the sponsors of an initiative is said to somebody. */
  private Optional<String> silence(WorkspaceId workspace, UUID initiative, UserId reader) {
    return initiatives
        .silence(workspace, initiative, reader)
        .map(Silence::why)
        .or(
            () ->
                initiatives.standing(workspace, reader, initiative).may(Deed.SEE_SPONSORS)
                    ? Optional.empty()
                    : Optional.of("the recipient does not see the sponsors of the initiative"));
  }
}

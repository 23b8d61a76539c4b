package dev.groundswell.slack.sponsor;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.Silence;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.NextSteps;
import dev.groundswell.slack.Opened;
import dev.groundswell.slack.Rendering;
import dev.groundswell.sponsor.Blockage;
import dev.groundswell.sponsor.Blockages;
import dev.groundswell.sponsor.Changed;
import dev.groundswell.sponsor.Interest;
import dev.groundswell.sponsor.Objective;
import dev.groundswell.sponsor.Profile;
import dev.groundswell.sponsor.Profiles;
import dev.groundswell.sponsor.Profiles.Card;
import dev.groundswell.sponsor.Rhythm;
import dev.groundswell.sponsor.Signs;
import dev.groundswell.sponsor.SponsorDeed;
import dev.groundswell.sponsor.Sponsors;
import dev.groundswell.sponsor.Topic;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** A sponsor's card: what is known of them, what was asked and done, and the one request. */
public final class CardListener implements Feature, Rendering, NextSteps {
  static final String WIN = "sponsor.win";
  static final String COUNT = "sponsor.count";

  private static final String SETTLED = "the request is settled";

  private final Sponsors sponsors;
  private final Profiles profiles;
  private final Blockages blockages;
  private final Signs signs;
  private final Initiatives initiatives;
  private final CardView view;
  private final CardForms forms;
  private final Words words;
  private final Clock clock;

  public CardListener(
      Sponsors sponsors,
      Profiles profiles,
      Blockages blockages,
      Signs signs,
      Initiatives initiatives,
      Words words,
      Clock clock) {
    this.sponsors = sponsors;
    this.profiles = profiles;
    this.blockages = blockages;
    this.signs = signs;
    this.initiatives = initiatives;
    this.view = new CardView(words);
    this.forms = new CardForms(words);
    this.words = words;
    this.clock = clock;
  }

  @Override
  public List<List<LayoutBlock>> nextSteps(Caller caller, int most) {
    return blockages.dueOf(caller.person(), caller.workspace(), most).stream()
        .map(view::todo)
        .toList();
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.ofEntries(
        Map.entry(CardView.OPEN, click -> shown(click.caller(), UUID.fromString(click.value()))),
        Map.entry(CardView.PROFILE, this::profileForm),
        Map.entry(
            CardView.ADD_OBJECTIVE, click -> opened(click, forms.objective(Opened.by(click)))),
        Map.entry(CardView.REMOVE_OBJECTIVE, this::removeObjective),
        Map.entry(CardView.STILL_HOLD, this::stillHold),
        Map.entry(CardView.NOTE, click -> opened(click, forms.note(Opened.by(click)))),
        Map.entry(CardView.ASK, click -> opened(click, forms.ask(Opened.by(click)))),
        Map.entry(CardView.SOLVED, click -> settle(click, true)),
        Map.entry(CardView.DROP, click -> settle(click, false)),
        Map.entry(CardView.READDRESS, this::addressForm),
        Map.entry(CardView.ASK_AGAIN, this::askAgain),
        Map.entry(CardView.LEFT, this::left),
        Map.entry(WIN, click -> new Reaction.Open(forms.win())),
        Map.entry(COUNT, click -> new Reaction.Open(forms.count())));
  }

  private Optional<Card> card(Caller caller, UUID sponsor) {
    return profiles.card(caller.workspace(), caller.user(), sponsor);
  }

  private LocalDate today(Caller caller) {
    return LocalDate.now(clock.withZone(caller.person().zone()));
  }

  private Reaction shown(Caller caller, UUID sponsor) {
    return new Reaction.Replace(
        card(caller, sponsor)
            .map(it -> view.card(it, caller.user(), today(caller)))
            .orElseGet(() -> view.of(new Changed.Gone())));
  }

  private Reaction profileForm(Click click) {
    return card(click.caller(), UUID.fromString(click.value()))
        .<Reaction>map(it -> new Reaction.Open(forms.profile(it, Opened.by(click))))
        .orElseGet(() -> new Reaction.Replace(view.of(new Changed.Gone())));
  }

  private Reaction addressForm(Click click) {
    return card(click.caller(), UUID.fromString(click.value()))
        .<Reaction>map(it -> new Reaction.Open(forms.address(it, Opened.by(click))))
        .orElseGet(() -> new Reaction.Replace(view.of(new Changed.Gone())));
  }

  private Reaction opened(Click click, View form) {
    return card(click.caller(), UUID.fromString(click.value())).isPresent()
        ? new Reaction.Open(form)
        : new Reaction.Replace(view.of(new Changed.Gone()));
  }

  private Reaction removeObjective(Click click) {
    Caller caller = click.caller();
    String[] ids = click.value().split(" ", 2);
    UUID sponsor = UUID.fromString(ids[0]);
    Changed changed =
        profiles.removeObjective(
            caller.person(), caller.workspace(), sponsor, UUID.fromString(ids[1]));
    return changed instanceof Changed.Done
        ? shown(caller, sponsor)
        : new Reaction.Say(view.of(changed));
  }

  private Reaction stillHold(Click click) {
    Caller caller = click.caller();
    UUID sponsor = UUID.fromString(click.value());
    Changed changed = profiles.stillHold(caller.person(), caller.workspace(), sponsor);
    return changed instanceof Changed.Done
        ? shown(caller, sponsor)
        : new Reaction.Say(view.of(changed));
  }

  private Reaction settle(Click click, boolean solved) {
    Caller caller = click.caller();
    Changed changed =
        blockages.settle(
            caller.person(), caller.workspace(), UUID.fromString(click.value()), solved);
    return changed instanceof Changed.NotAllowed
        ? new Reaction.Say(view.of(changed))
        : new Reaction.Replace(view.of(changed));
  }

  private Reaction askAgain(Click click) {
    Caller caller = click.caller();
    UUID sponsor = UUID.fromString(click.value());
    Changed changed = sponsors.askAgain(caller.user(), caller.workspace(), sponsor);
    return changed instanceof Changed.Done
        ? shown(caller, sponsor)
        : new Reaction.Say(view.of(changed));
  }

  private Reaction left(Click click) {
    Caller caller = click.caller();
    Changed changed =
        profiles.left(caller.person(), caller.workspace(), UUID.fromString(click.value()));
    return changed instanceof Changed.Done done
        ? new Reaction.Replace(view.left(done.sponsor()))
        : new Reaction.Say(view.of(changed));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(
        CardForms.PROFILE_FORM, this::changeProfile,
        CardForms.OBJECTIVE_FORM, this::addObjective,
        CardForms.NOTE_FORM, this::note,
        CardForms.ASK_FORM, this::ask,
        CardForms.WIN_FORM, this::win,
        CardForms.COUNT_FORM, this::count,
        CardForms.ADDRESS_FORM, this::readdress);
  }

  private Ending readdress(Submission form) {
    Opened from = Opened.of(form.metadata());
    Changed changed =
        sponsors.readdress(
            form.caller().user(),
            form.caller().workspace(),
            from.subject(),
            form.text(CardForms.ADDRESS));
    String sentence = view.readdressed(changed);
    return changed instanceof Changed.Wrong
        ? new Ending.Errors(Map.of(CardForms.ADDRESS, sentence))
        : ended(form.caller(), from, changed, sentence);
  }

  private Ending changeProfile(Submission form) {
    Caller caller = form.caller();
    Opened from = Opened.of(form.metadata());
    return ended(
        caller,
        from,
        profiles.change(
            caller.person(),
            caller.workspace(),
            from.subject(),
            new Profiles.Wanted(
                form.text(CardForms.TITLE),
                form.text(CardForms.WORDS),
                form.text(CardForms.REACH),
                Rhythm.valueOf(form.choice(CardForms.RHYTHM).orElse(Rhythm.MONTHLY.name())),
                DayOfWeek.valueOf(form.choice(CardForms.DAY).orElse(DayOfWeek.MONDAY.name())),
                form.text(CardForms.AT),
                form.text(CardForms.ZONE),
                Profile.WhenStill.valueOf(form.choice(CardForms.STILL).orElse("SHORT")),
                form.isTicked(CardForms.UNAPPROVED),
                form.text(CardForms.SILENT),
                form.text(CardForms.WHEN))));
  }

  private Ending addObjective(Submission form) {
    Caller caller = form.caller();
    Set<Topic> topics = EnumSet.noneOf(Topic.class);
    form.choices(CardForms.TOPICS).forEach(it -> topics.add(Topic.valueOf(it)));
    Opened from = Opened.of(form.metadata());
    return ended(
        caller,
        from,
        profiles.addObjective(
            caller.person(),
            caller.workspace(),
            from.subject(),
            Objective.Kind.valueOf(
                form.choice(CardForms.KIND).orElse(Objective.Kind.STRATEGIC.name())),
            form.text(CardForms.WORDS),
            topics));
  }

  private Ending note(Submission form) {
    Caller caller = form.caller();
    Opened from = Opened.of(form.metadata());
    Optional<String> kind = form.choice(CardForms.KIND);
    return kind.isEmpty()
        ? new Ending.Errors(Map.of(CardForms.KIND, words.plain("sponsor.wrong-missing")))
        : ended(
            caller,
            from,
            profiles.note(
                caller.person(),
                caller.workspace(),
                from.subject(),
                SponsorDeed.Kind.valueOf(kind.get()),
                form.text(CardForms.WORDS),
                form.text(CardForms.WHEN),
                form.requestKey()));
  }

  private Ending ask(Submission form) {
    Caller caller = form.caller();
    Opened from = Opened.of(form.metadata());
    return ended(
        caller,
        from,
        blockages.ask(
            caller.person(),
            caller.workspace(),
            from.subject(),
            form.text(CardForms.WORDS),
            form.text(CardForms.SINCE),
            form.text(CardForms.HELP),
            form.text(CardForms.WHEN),
            form.requestKey()));
  }

  private Ending win(Submission form) {
    Caller caller = form.caller();
    return ended(
        signs.win(
            caller.person(),
            caller.workspace(),
            caller.channel(),
            form.text(CardForms.WORDS),
            form.text(CardForms.SOURCE),
            form.text(CardForms.WHEN),
            form.isTicked(CardForms.PROVEN)));
  }

  private Ending count(Submission form) {
    Caller caller = form.caller();
    Optional<String> kind = form.choice(CardForms.KIND);
    return kind.isEmpty()
        ? new Ending.Errors(Map.of(CardForms.KIND, words.plain("sponsor.wrong-missing")))
        : ended(
            signs.count(
                caller.person(),
                caller.workspace(),
                caller.channel(),
                Interest.Kind.valueOf(kind.get()),
                form.text(CardForms.TOTAL),
                form.text(CardForms.SOURCE),
                form.text(CardForms.WHEN)));
  }

  private Ending ended(Signs.Noted noted) {
    return noted instanceof Signs.Noted.Refused refused
        ? wrong(refused.flaw()).orElseGet(() -> notice(view.sentence(refused.flaw())))
        : notice(view.sentence(noted));
  }

  private Ending ended(Caller caller, Opened from, Changed changed) {
    return wrong(changed).orElseGet(() -> ended(caller, from, changed, view.sentence(changed)));
  }

  /** The form closes, and the card that it was opened from shows what is so now. */
  private Ending ended(Caller caller, Opened from, Changed changed, String sentence) {
    return changed instanceof Changed.Done
        ? card(caller, from.subject())
            .flatMap(it -> from.reply(view.card(it, caller.user(), today(caller)).below(sentence)))
            .<Ending>map(it -> new Ending.Close(Optional.of(it)))
            .orElseGet(() -> notice(sentence))
        : notice(sentence);
  }

  private Optional<Ending> wrong(Changed changed) {
    Optional<Changed.Field> field =
        changed instanceof Changed.Wrong wrong
            ? Optional.of(wrong.field())
            : changed instanceof Changed.PatientDetails details
                ? Optional.of(details.field())
                : Optional.empty();
    return field.map(
        it ->
            new Ending.Errors(
                Map.of(
                    CardForms.FIELDS.getOrDefault(it, CardForms.WORDS), view.sentence(changed))));
  }

  private Ending notice(String sentence) {
    return new Ending.Show(
        Blocks.notice(words.plain("help.title"), words.plain("help.close"), sentence),
        Optional.empty());
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Blockages.FOLLOW_UP);
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item) {
    return blockages
        .find(workspace, item.subject())
        .map(it -> render(workspace, item, it.askedBy().value()))
        .orElseGet(() -> new Rendered.NotWanted(SETTLED));
  }

  @Override
  public Rendered render(WorkspaceId workspace, Item item, String recipient) {
    UserId reader = new UserId(recipient);
    Optional<Blockage> ask =
        blockages.find(workspace, item.subject()).filter(it -> it.state() == Blockage.State.OPEN);
    if (ask.isEmpty()) {
      return new Rendered.NotWanted(SETTLED);
    }
    Optional<Silence> silence = initiatives.silence(workspace, ask.get().initiative(), reader);
    if (silence.isPresent()) {
      return new Rendered.NotWanted(silence.get().why());
    }
    return blockages
        .find(workspace, reader, item.subject())
        .<Rendered>map(it -> new Rendered.Wanted(view.followUp(it, reader)))
        .orElseGet(() -> new Rendered.NotWanted("the recipient may not see the sponsor"));
  }
}

package dev.groundswell.slack.practice;

import dev.groundswell.kernel.UserId;
import dev.groundswell.practice.CheckIns;
import dev.groundswell.practice.KickOffs;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Wins;
import dev.groundswell.practice.Wins.Totals;
import dev.groundswell.practice.Wins.Win;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;

/** Practices at work: the kick-off, wins, how tired they seem, and the facilitator's week. */
public final class WorkListener implements Feature {
  static final String WEEK = "practice.week";
  static final String WEEK_OF = "practice.week-of";
  static final String KICK_OFF = "practice.kick-off";

  private final Practices practices;
  private final CheckIns checkIns;
  private final KickOffs kickOffs;
  private final Wins wins;
  private final Words words;
  private final WorkForms forms;
  private final IdeaForms ideaForms;
  private final Refusals refusals;

  public WorkListener(
      Practices practices, CheckIns checkIns, KickOffs kickOffs, Wins wins, Words words) {
    this.practices = practices;
    this.checkIns = checkIns;
    this.kickOffs = kickOffs;
    this.wins = wins;
    this.words = words;
    this.forms = new WorkForms(words, new Fields(words));
    this.ideaForms = new IdeaForms(words);
    this.refusals = new Refusals(words);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        WEEK,
        this::week,
        WEEK_OF,
        this::weekOf,
        KICK_OFF,
        click -> kickOff(click, UUID.fromString(click.value())));
  }

  private Reaction week(Click click) {
    Caller caller = click.caller();
    return new Reaction.Say(
        kickOffs
            .week(caller.workspace(), caller.user(), Carried.of(caller, click.value()).meant())
            .either(forms::week, refusals::message));
  }

  /** The menu's value is a person; its block carries the initiative. */
  private Reaction weekOf(Click click) {
    Caller caller = click.caller();
    return kickOffs
        .week(
            caller.workspace(),
            caller.user(),
            Carried.of(caller, click.blockId()).meant(),
            new UserId(click.value()))
        .<Reaction>either(
            shown -> new Reaction.Replace(forms.week(shown)),
            refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  /** Opens the form of the kick-off. */
  Reaction kickOff(Click click, UUID engagement) {
    Caller caller = click.caller();
    Opened from = new Opened(engagement, click.responseUrl());
    return practices
        .card(caller.workspace(), caller.user(), engagement)
        .either(
            card ->
                card.practice().isLeftAlone()
                    ? new Reaction.Say(Message.of(words.say("practice.standing-left-alone")))
                    : kickOffs
                        .find(caller.user(), caller.workspace(), engagement)
                        .<Reaction>either(
                            known -> new Reaction.Open(forms.kickOff(card, from, known)),
                            refusal -> new Reaction.Say(refusals.message(refusal))),
            refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(
        WorkForms.KICK_OFF_FORM, this::saveKickOff,
        WorkForms.WIN_FORM, this::win,
        WorkForms.READY_FORM, this::ready);
  }

  private Ending saveKickOff(Submission form) {
    Opened from = Opened.of(form.metadata());
    Map<String, String> lacking = forms.lacking(form);
    if (!lacking.isEmpty()) {
      return new Ending.Errors(lacking);
    }
    return kickOffs
        .save(
            form.caller().user(),
            form.caller().workspace(),
            from.subject(),
            WorkForms.kickOff(form),
            WorkForms.idea(form))
        .either(
            it ->
                new Ending.Show(
                    ideaForms.list(forms.kickOff(it), from.subject(), it), Optional.empty()),
            refusals::ending);
  }

  private Ending notice(Message message) {
    return new Ending.Show(
        Blocks.notice(words.plain("help.title"), words.plain("practice.close"), message.text()),
        Optional.empty());
  }

  private Ending win(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    LocalDate today =
        practices
            .card(caller.workspace(), caller.user(), from.subject())
            .either(card -> card.today(), refusal -> LocalDate.MAX);
    Optional<Integer> tired = form.choice(WorkForms.TIRED).map(Integer::valueOf);
    String what = Fields.text(form, Field.TITLE);
    Outcome<Totals> outcome =
        what.isEmpty() && tired.isPresent()
            ? wins.pulse(caller.user(), caller.workspace(), from.subject(), tired.get())
            : wins.note(
                caller.user(),
                caller.workspace(),
                from.subject(),
                new Win(
                    Fields.day(form, Field.DAY).orElse(today),
                    what,
                    Fields.text(form, Field.NOTE)));
    if (!what.isEmpty() && tired.isPresent() && outcome instanceof Outcome.Done) {
      outcome = wins.pulse(caller.user(), caller.workspace(), from.subject(), tired.get());
    }
    return outcome.either(it -> notice(Message.of(totals(it))), refusals::ending);
  }

  private String totals(Totals totals) {
    OptionalDouble tired = totals.tiredness();
    return tired.isPresent()
        ? words.say(
            "practice.win-totals-tired",
            "wins",
            totals.wins(),
            "tired",
            Scale.number(tired.getAsDouble()),
            "asked",
            totals.asked())
        : words.say("practice.win-totals", "wins", totals.wins());
  }

  private Ending ready(Submission form) {
    Opened from = Opened.of(form.metadata());
    return checkIns
        .ready(
            form.caller().person(),
            form.caller().workspace(),
            from.subject(),
            Fields.text(form, Field.REASON))
        .either(card -> new Ending.Close(from.reply(forms.ready(card))), refusals::ending);
  }
}

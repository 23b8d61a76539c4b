package dev.groundswell.slack.practice;

import com.slack.api.model.view.View;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.CheckIns;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.Refusal;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Rhythms;
import dev.groundswell.practice.StageMove;
import dev.groundswell.practice.Touch;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What happens between a practice and its facilitator: not now, in touch, ready, another stage. */
public final class CourseListener implements Feature {
  static final String NOT_NOW = "practice.not-now";
  static final String READY = "practice.ready";
  static final String TOUCH = "practice.touch";
  static final String LEAVE_ALONE = "practice.leave-alone";

  private final CheckIns checkIns;
  private final Rhythms rhythms;
  private final Words words;
  private final PracticeScreen screen;
  private final CardView cards;
  private final Refusals refusals;
  private final CourseForms forms;
  private final WorkForms workForms;
  private final OverloadView overload;
  private final StandingTips tips;

  public CourseListener(
      Practices practices, CheckIns checkIns, Rhythms rhythms, Words words, TipLibrary library) {
    this.checkIns = checkIns;
    this.rhythms = rhythms;
    this.words = words;
    this.screen = new PracticeScreen(practices, words, library);
    this.cards = new CardView(words, library);
    this.refusals = new Refusals(words);
    Fields fields = new Fields(words);
    this.forms = new CourseForms(words, library, fields);
    this.workForms = new WorkForms(words, fields);
    this.overload = new OverloadView(words, fields);
    this.tips = new StandingTips(words, library);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(
        NOT_NOW,
        click -> plan(click, UUID.fromString(click.value())),
        READY,
        this::ready,
        TOUCH,
        click -> screen.form(click, forms::touch),
        LEAVE_ALONE,
        this::leaveAlone,
        OverloadView.PAUSE,
        this::pause);
  }

  /** Opens the form of the plan for a practice that said "not now". */
  Reaction plan(Click click, UUID engagement) {
    return plan(click, new Opened(engagement, click.responseUrl()), Reaction.Open::new);
  }

  /** On top of the form in which it was asked what could pause. */
  private Reaction pause(Click click) {
    return plan(click, new Opened(UUID.fromString(click.value()), ""), Reaction.Push::new);
  }

  private Reaction plan(Click click, Opened from, Function<View, Reaction> open) {
    Caller caller = click.caller();
    return screen
        .card(caller, from.subject())
        .either(
            card ->
                rhythms
                    .of(caller.user(), caller.workspace(), card.initiative().id())
                    .either(
                        cadence -> open.apply(forms.plan(card, from, cadence)),
                        refusal -> new Reaction.Say(refusals.message(refusal))),
            refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  private Reaction ready(Click click) {
    Caller caller = click.caller();
    UUID engagement = UUID.fromString(click.value());
    return checkIns
        .ready(caller.person(), caller.workspace(), engagement, "")
        .either(
            card -> new Reaction.Replace(afterReady(card)),
            refusal ->
                refusal.why() == Refusal.Why.OVERLOADED
                    ? muchAlready(caller, new Opened(engagement, click.responseUrl()))
                    : new Reaction.Say(refusals.message(refusal)));
  }

  private Reaction muchAlready(Caller caller, Opened from) {
    return checkIns
        .load(caller.workspace(), caller.user(), from.subject())
        .<Reaction>either(
            load -> new Reaction.Open(overload.ready(from, load)),
            refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  private Message afterReady(Card card) {
    String sentence = words.say("practice.ready", "name", card.practice().name());
    return card.practice().isLeftAlone()
        ? screen.with(sentence, card)
        : screen.with(sentence, workForms.kickOffButton(card), card);
  }

  private Reaction leaveAlone(Click click) {
    Caller caller = click.caller();
    return screen.replaced(
        checkIns.leaveAlone(caller.person(), caller.workspace(), UUID.fromString(click.value())),
        card ->
            screen.with(words.say("practice.left-alone", "name", card.practice().name()), card));
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(
        CourseForms.PLAN_FORM, this::plan,
        CourseForms.TOUCH_FORM, this::touch,
        CourseForms.CONTACT_AGAIN_FORM, this::contactAgain,
        CourseForms.STAGE_FORM, this::stage);
  }

  private Ending plan(Submission form) {
    Opened from = Opened.of(form.metadata());
    return screen.ending(
        from,
        checkIns.notNow(
            form.caller().person(),
            form.caller().workspace(),
            from.subject(),
            Fields.text(form, Field.NOTE),
            Fields.number(form, Field.WEEKS).orElse(null),
            CourseForms.kinds(form)),
        card -> from.responseUrl().isEmpty() ? paused(card) : cards.of(card));
  }

  /** For the sake of another initiative: the form in which it was asked stands below. */
  private Message paused(Card card) {
    return Message.of(
        words.say(
            "practice.paused",
            "name",
            card.practice().name(),
            "initiative",
            card.initiative().name()));
  }

  private Ending touch(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    return screen.ending(
        from,
        checkIns.touched(
            caller.person(),
            caller.workspace(),
            from.subject(),
            CourseForms.way(form),
            Fields.day(form, Field.DAY).orElseGet(() -> screen.today(caller, from.subject())),
            null,
            Fields.text(form, Field.NOTE),
            form.requestKey()),
        card -> afterTouch(card, CourseForms.way(form)));
  }

  /** The plan ends only when somebody says that they are ready; a reply may also be a "no". */
  private Message afterTouch(Card card, Touch.Way way) {
    return way.mayMeanReady() && card.engagement().course().mayBegin()
        ? screen.with(
            words.say("practice.touched-maybe-ready"),
            Blocks.primary(
                READY, words.plain("practice.ready-button"), card.engagement().id().toString()),
            card)
        : cards.of(card);
  }

  private Ending contactAgain(Submission form) {
    Opened from = Opened.of(form.metadata());
    return screen.ending(
        from,
        checkIns.mayContactAgain(
            form.caller().person(),
            form.caller().workspace(),
            from.subject(),
            Fields.text(form, Field.REASON)),
        cards::of);
  }

  private Ending stage(Submission form) {
    Opened from = Opened.of(form.metadata());
    Optional<Stage> stage = CourseForms.stage(form);
    if (stage.isEmpty()) {
      return new Ending.Errors(Map.of(CourseForms.STAGE, words.plain("practice.refused-blank")));
    }
    Outcome<Card> outcome =
        checkIns.moved(
            form.caller().person(),
            form.caller().workspace(),
            from.subject(),
            stage.get(),
            Fields.text(form, Field.NOTE),
            Fields.text(form, Field.REASON));
    boolean wasAsked = form.state().getValues().containsKey(Fields.id(Field.REASON));
    if (!wasAsked && refusesForLoad(outcome)) {
      return muchAlready(form, from, stage.get());
    }
    return screen.ending(from, outcome, this::afterMove);
  }

  private static boolean refusesForLoad(Outcome<Card> outcome) {
    return outcome.either(card -> false, it -> it.why() == Refusal.Why.OVERLOADED);
  }

  /** The same form, with what was chosen and with a field for the reason. */
  private Ending muchAlready(Submission form, Opened from, Stage stage) {
    Caller caller = form.caller();
    return screen
        .card(caller, from.subject())
        .either(
            card ->
                checkIns
                    .load(caller.workspace(), caller.user(), from.subject())
                    .<Ending>either(
                        load ->
                            new Ending.Show(
                                forms.stage(
                                    card,
                                    from,
                                    stage,
                                    Fields.text(form, Field.NOTE),
                                    overload.blocks(load)),
                                Optional.empty()),
                        refusals::ending),
            refusals::ending);
  }

  private Message afterMove(Card card) {
    List<StageMove> moves = card.moves();
    if (moves.isEmpty()) {
      return cards.of(card);
    }
    StageMove last = moves.get(moves.size() - 1);
    return last.isBack()
        ? screen.with(tips.wayBack(last.to()), card)
        : last.isJump() ? screen.with(words.say("practice.stage-jump"), card) : cards.of(card);
  }
}

package dev.groundswell.slack.practice;

import com.slack.api.model.view.View;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Assessments;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.CheckIns;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.Refusal;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.StageMove;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.SlackText;
import dev.groundswell.slack.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@code /buyin practice} and {@code /buyin practices}: the card, the list, and their forms. */
public final class PracticeListener implements Feature {
  static final String ADD = "practice.add";
  static final String NEAR = "practice.near-";
  static final String OPEN = "practice.open";
  static final String NEXT = "practice.next";
  static final String BEFORE = "practice.before";
  static final String NEW = "practice.new";
  static final String ASSESS = "practice.assess";
  static final String NOT_NOW = "practice.not-now";
  static final String READY = "practice.ready";
  static final String TOUCH = "practice.touch";
  static final String MORE = "practice.more";
  static final String LEAVE_ALONE = "practice.leave-alone";
  static final String SENT = "practice.sent";
  static final String SPOKE = "practice.spoke";
  static final String USED = "practice.used";
  private static final int MOST_NEAR = 3;

  private final Practices practices;
  private final CheckIns checkIns;
  private final Assessments assessments;
  private final Words words;
  private final CardView cards;
  private final ListView list;
  private final Refusals refusals;
  private final RatingForm ratingForm;
  private final CourseForms forms;
  private final RegisterForms registerForms;
  private final WorkForms workForms;
  private final WorkListener work;
  private final FeedbackCard feedback;
  private final StandingTips tips;

  public PracticeListener(
      Practices practices,
      CheckIns checkIns,
      Assessments assessments,
      WorkListener work,
      Words words,
      TipLibrary library) {
    this.practices = practices;
    this.checkIns = checkIns;
    this.assessments = assessments;
    this.words = words;
    this.cards = new CardView(words, library);
    this.refusals = new Refusals(words);
    this.list = new ListView(words, cards, refusals);
    Fields fields = new Fields(words);
    this.ratingForm = new RatingForm(words, fields);
    this.forms = new CourseForms(words, library, fields);
    this.registerForms = new RegisterForms(words, fields);
    this.workForms = new WorkForms(words, fields);
    this.work = work;
    this.feedback = new FeedbackCard(words, library);
    this.tips = new StandingTips(words, library);
  }

  @Override
  public List<Verb> verbs() {
    return List.of(Verb.named("practice", this::practice), Verb.named("practices", this::list));
  }

  private Verb.Answer practice(Verb.Asked asked) {
    if (asked.words().isEmpty()) {
      return new Verb.Answer.Open(forms.fresh());
    }
    return Verb.say(look(asked.caller(), SlackText.plain(asked.words())));
  }

  private Message look(Caller caller, String typed) {
    String name = typed.strip().replaceFirst("^[\"“”]+", "").replaceFirst("[\"“”]+$", "");
    return list.of(practices.look(caller.workspace(), caller.user(), caller.channel(), name));
  }

  private Verb.Answer list(Verb.Asked asked) {
    Caller caller = asked.caller();
    return Verb.say(
        practices
            .page(caller.workspace(), caller.user(), caller.channel(), 0)
            .either(list::of, refusals::message));
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    Map<String, Function<Click, Reaction>> clicks = new LinkedHashMap<>();
    clicks.put(ADD, this::add);
    for (int i = 0; i < MOST_NEAR; i++) {
      clicks.put(NEAR + i, click -> new Reaction.Replace(look(click.caller(), click.value())));
    }
    clicks.put(OPEN, this::open);
    clicks.put(NEXT, this::turn);
    clicks.put(BEFORE, this::turn);
    clicks.put(NEW, click -> new Reaction.Open(forms.fresh()));
    clicks.put(ASSESS, click -> form(click, ratingForm::of));
    clicks.put(NOT_NOW, this::planForm);
    clicks.put(READY, this::ready);
    clicks.put(TOUCH, click -> form(click, forms::touch));
    clicks.put(LEAVE_ALONE, this::leaveAlone);
    clicks.put(MORE, this::more);
    return clicks;
  }

  private Reaction add(Click click) {
    Caller caller = click.caller();
    return new Reaction.Replace(
        practices
            .add(caller.person(), caller.workspace(), caller.channel(), click.value())
            .either(cards::of, refusals::message));
  }

  private Outcome<Card> card(Caller caller, UUID engagement) {
    return practices.card(caller.workspace(), caller.user(), engagement);
  }

  private Reaction open(Click click) {
    return new Reaction.Say(
        card(click.caller(), UUID.fromString(click.value())).either(cards::of, refusals::message));
  }

  private Reaction turn(Click click) {
    String[] parts = click.value().split(" ", 2);
    Caller caller = click.caller();
    return new Reaction.Replace(
        practices
            .pageOf(
                caller.workspace(),
                caller.user(),
                UUID.fromString(parts[0]),
                Integer.parseInt(parts[1]))
            .either(list::of, refusals::message));
  }

  /** Opens a form about the practice of a button. */
  private Reaction form(Click click, BiFunction<Card, Opened, View> form) {
    return form(click, UUID.fromString(click.value()), form);
  }

  private Reaction form(Click click, UUID engagement, BiFunction<Card, Opened, View> form) {
    return card(click.caller(), engagement)
        .either(
            card ->
                new Reaction.Open(form.apply(card, new Opened(engagement, click.responseUrl()))),
            refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  private Reaction planForm(Click click) {
    return planForm(click, UUID.fromString(click.value()));
  }

  private Reaction planForm(Click click, UUID engagement) {
    Caller caller = click.caller();
    return card(caller, engagement)
        .either(
            card ->
                checkIns
                    .cadence(caller.user(), caller.workspace(), card.initiative().id())
                    .either(
                        cadence ->
                            (Reaction)
                                new Reaction.Open(
                                    forms.plan(
                                        card,
                                        new Opened(engagement, click.responseUrl()),
                                        cadence)),
                        refusal -> new Reaction.Say(refusals.message(refusal))),
            refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  private Reaction ready(Click click) {
    Caller caller = click.caller();
    UUID engagement = UUID.fromString(click.value());
    return checkIns
        .ready(caller.person(), caller.workspace(), engagement, "")
        .either(
            card ->
                new Reaction.Replace(
                    with(words.say("practice.ready", "name", card.practice().name()), card)),
            refusal ->
                refusal.why() == Refusal.Why.OVERLOADED
                    ? new Reaction.Open(
                        workForms.ready(
                            new Opened(engagement, click.responseUrl()), refusal.name()))
                    : new Reaction.Say(refusals.message(refusal)));
  }

  private Reaction leaveAlone(Click click) {
    Caller caller = click.caller();
    return checkIns
        .leaveAlone(caller.person(), caller.workspace(), UUID.fromString(click.value()))
        .either(
            card ->
                new Reaction.Replace(
                    with(words.say("practice.left-alone", "name", card.practice().name()), card)),
            refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  /** The card, with a sentence on top. */
  private Message with(String sentence, Card card) {
    Message message = cards.of(card);
    List<com.slack.api.model.block.LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(sentence));
    blocks.addAll(message.blocks());
    return new Message(sentence + " " + message.text(), blocks);
  }

  private Reaction more(Click click) {
    String[] parts = click.value().split(" ", 2);
    UUID engagement = UUID.fromString(parts[1]);
    Caller caller = click.caller();
    return switch (MoreMenu.of(parts[0]).orElse(MoreMenu.TIPS)) {
      case STAGE -> form(click, engagement, forms::stage);
      case PLAN -> planForm(click, engagement);
      case DETAILS -> form(click, engagement, forms::details);
      case DEMANDS -> form(click, engagement, registerForms::demand);
      case REGISTER -> form(click, engagement, registerForms::register);
      case WIN -> form(click, engagement, workForms::win);
      case KICK_OFF -> work.kickOff(click, engagement);
      case FEEDBACK ->
          new Reaction.Say(card(caller, engagement).either(feedback::of, refusals::message));
      case CONTACT_AGAIN ->
          checkIns
              .mayContactAgain(caller.person(), caller.workspace(), engagement)
              .either(
                  card -> new Reaction.Replace(cards.of(card)),
                  refusal -> new Reaction.Say(refusals.message(refusal)));
      case TIPS -> new Reaction.Say(card(caller, engagement).either(tips::of, refusals::message));
    };
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(
        RatingForm.FORM, this::assess,
        CourseForms.PLAN_FORM, this::plan,
        CourseForms.TOUCH_FORM, this::touch,
        CourseForms.STAGE_FORM, this::stage,
        CourseForms.NEW_FORM, this::addForm,
        CourseForms.DETAILS_FORM, this::details);
  }

  private Ending assess(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    java.time.LocalDate today =
        card(caller, from.subject()).either(Card::today, refusal -> java.time.LocalDate.MAX);
    return ending(
        from,
        assessments.assess(
            caller.person(),
            caller.workspace(),
            from.subject(),
            ratingForm.read(form, today),
            form.requestKey()),
        card -> with(words.say("practice.assessed"), card));
  }

  private Ending plan(Submission form) {
    Opened from = Opened.of(form.metadata());
    return ending(
        from,
        checkIns.notNow(
            form.caller().person(),
            form.caller().workspace(),
            from.subject(),
            Fields.text(form, Field.NOTE),
            Fields.number(form, Field.WEEKS).orElse(null),
            CourseForms.kinds(form)),
        cards::of);
  }

  private Ending touch(Submission form) {
    Opened from = Opened.of(form.metadata());
    Caller caller = form.caller();
    java.time.LocalDate today =
        card(caller, from.subject()).either(Card::today, refusal -> java.time.LocalDate.MAX);
    return ending(
        from,
        checkIns.touched(
            caller.person(),
            caller.workspace(),
            from.subject(),
            CourseForms.way(form),
            Fields.day(form, Field.DAY).orElse(today),
            null,
            Fields.text(form, Field.NOTE),
            form.requestKey()),
        cards::of);
  }

  private Ending stage(Submission form) {
    Opened from = Opened.of(form.metadata());
    Optional<Stage> stage = CourseForms.stage(form);
    if (stage.isEmpty()) {
      return new Ending.Errors(Map.of(CourseForms.STAGE, words.plain("practice.refused-blank")));
    }
    return ending(
        from,
        checkIns.moved(
            form.caller().person(),
            form.caller().workspace(),
            from.subject(),
            stage.get(),
            Fields.text(form, Field.NOTE)),
        this::afterMove);
  }

  private Message afterMove(Card card) {
    List<StageMove> moves = card.moves();
    if (moves.isEmpty()) {
      return cards.of(card);
    }
    StageMove last = moves.get(moves.size() - 1);
    return last.isBack()
        ? with(tips.wayBack(last.to()), card)
        : last.isJump() ? with(words.say("practice.stage-jump"), card) : cards.of(card);
  }

  private Ending addForm(Submission form) {
    Caller caller = form.caller();
    return practices
        .add(
            caller.person(),
            caller.workspace(),
            null,
            Fields.text(form, Field.NAME),
            CourseForms.details(form))
        .either(
            card -> new Ending.Show(notice(cards.of(card)), Optional.empty()), refusals::ending);
  }

  private Ending details(Submission form) {
    Opened from = Opened.of(form.metadata());
    return ending(
        from,
        practices.change(
            form.caller().user(),
            form.caller().workspace(),
            from.subject(),
            CourseForms.details(form)),
        cards::of);
  }

  /** The form closes, and the card that it was opened from shows what is so now. */
  private Ending ending(Opened from, Outcome<Card> outcome, Function<Card, Message> then) {
    return outcome.either(
        card -> {
          Message message = then.apply(card);
          return from.responseUrl().isEmpty()
              ? new Ending.Show(notice(message), Optional.empty())
              : new Ending.Close(from.reply(message));
        },
        refusals::ending);
  }

  private View notice(Message message) {
    View notice =
        Blocks.notice(words.plain("help.title"), words.plain("practice.close"), message.text());
    notice.setBlocks(message.blocks());
    return notice;
  }
}

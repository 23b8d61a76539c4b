package dev.groundswell.slack.practice;

import com.slack.api.model.view.View;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Benchmarks;
import dev.groundswell.practice.Meant;
import dev.groundswell.practice.Practice;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import dev.groundswell.slack.SlackText;
import dev.groundswell.slack.Verb;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** {@code /buyin practice} and {@code /buyin practices}: the card, the list, and their forms. */
public final class PracticeListener implements Feature {
  static final String ADD = "practice.add";
  static final String NEAR = "practice.near-";
  static final String OPEN = "practice.open";
  static final String NEXT = "practice.next";
  static final String BEFORE = "practice.before";
  static final String NEW = "practice.new";
  static final String MORE = "practice.more";
  private static final int MOST_NEAR = 3;

  private final Practices practices;
  private final Benchmarks benchmarks;
  private final Words words;
  private final CardView cards;
  private final ListView list;
  private final Refusals refusals;
  private final PracticeScreen screen;
  private final ScoresForm scoresForm;
  private final CourseForms forms;
  private final RegisterForms registerForms;
  private final PeopleForm peopleForm;
  private final WorkForms workForms;
  private final CourseListener course;
  private final WorkListener work;
  private final FeedbackCard feedback;
  private final HistoryView history;
  private final StandingTips tips;

  public PracticeListener(
      Practices practices,
      Benchmarks benchmarks,
      CourseListener course,
      WorkListener work,
      Words words,
      TipLibrary library) {
    this.practices = practices;
    this.words = words;
    this.benchmarks = benchmarks;
    this.cards = new CardView(words, library);
    this.refusals = new Refusals(words);
    this.list = new ListView(words, cards, refusals);
    Fields fields = new Fields(words);
    this.screen = new PracticeScreen(practices, words, library);
    this.scoresForm = new ScoresForm(words, fields);
    this.forms = new CourseForms(words, library, fields);
    this.registerForms = new RegisterForms(words, fields);
    this.peopleForm = new PeopleForm(words);
    this.workForms = new WorkForms(words, fields);
    this.course = course;
    this.work = work;
    this.feedback = new FeedbackCard(words);
    this.history = new HistoryView(words, cards);
    this.tips = new StandingTips(words, library);
  }

  @Override
  public List<Verb> verbs() {
    return List.of(Verb.named("practice", this::practice), Verb.named("practices", this::list));
  }

  private Verb.Answer practice(Verb.Asked asked) {
    if (asked.words().isEmpty()) {
      return practices
          .adding(
              asked.caller().workspace(), asked.caller().user(), Meant.in(asked.caller().channel()))
          .<Verb.Answer>either(
              it -> new Verb.Answer.Open(fresh(it)), it -> Verb.say(refusals.message(it)));
    }
    return Verb.say(
        look(asked.caller(), Meant.in(asked.caller().channel()), SlackText.plain(asked.words())));
  }

  private View fresh(Initiative initiative) {
    View form = forms.fresh();
    form.setPrivateMetadata(initiative.id().toString());
    return form;
  }

  private Reaction fresh(Click click) {
    Caller caller = click.caller();
    return practices
        .adding(caller.workspace(), caller.user(), Carried.of(caller, click.value()).meant())
        .<Reaction>either(
            it -> new Reaction.Open(fresh(it)), it -> new Reaction.Say(refusals.message(it)));
  }

  private Message look(Caller caller, Meant meant, String typed) {
    String name = typed.strip().replaceFirst("^[\"“”]+", "").replaceFirst("[\"“”]+$", "");
    return list.of(practices.lookIn(caller.workspace(), caller.user(), meant, name));
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
      clicks.put(NEAR + i, this::near);
    }
    clicks.put(OPEN, this::open);
    clicks.put(NEXT, this::turn);
    clicks.put(BEFORE, this::turn);
    clicks.put(NEW, this::fresh);
    clicks.put(MORE, this::more);
    clicks.put(HistoryView.NEWER, this::turnHistory);
    clicks.put(HistoryView.OLDER, this::turnHistory);
    return clicks;
  }

  private Reaction near(Click click) {
    Carried carried = Carried.of(click.caller(), click.value());
    return new Reaction.Replace(look(click.caller(), carried.meant(), carried.rest()));
  }

  private Reaction add(Click click) {
    Caller caller = click.caller();
    Carried carried = Carried.of(caller, click.value());
    return new Reaction.Replace(
        practices
            .addTo(
                carried.meant(),
                caller.person(),
                caller.workspace(),
                carried.rest(),
                Practice.Details.NONE)
            .either(cards::of, refusals::message));
  }

  private Reaction open(Click click) {
    return new Reaction.Say(
        screen
            .card(click.caller(), UUID.fromString(click.value()))
            .either(cards::of, refusals::message));
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

  private Reaction turnHistory(Click click) {
    String[] parts = click.value().split(" ", 2);
    return new Reaction.Replace(
        history(click, UUID.fromString(parts[0]), Integer.parseInt(parts[1])));
  }

  private Message history(Click click, UUID engagement, int page) {
    return practices
        .history(click.caller().workspace(), click.caller().user(), engagement, page)
        .either(history::of, refusals::message);
  }

  private Reaction more(Click click) {
    String[] parts = click.value().split(" ", 2);
    UUID engagement = UUID.fromString(parts[1]);
    MoreMenu chosen = MoreMenu.of(parts[0]).orElse(MoreMenu.TIPS);
    return screen
        .card(click.caller(), engagement)
        .either(
            card ->
                MoreMenu.of(card).contains(chosen)
                    ? more(click, engagement, chosen)
                    : new Reaction.Replace(screen.with(words.say("practice.more-over"), card)),
            refusal -> new Reaction.Say(refusals.message(refusal)));
  }

  private Reaction more(Click click, UUID engagement, MoreMenu chosen) {
    Caller caller = click.caller();
    return switch (chosen) {
      case HISTORY -> new Reaction.Say(history(click, engagement, 0));
      case SCORES -> screen.form(click, engagement, scoresForm::of);
      case STAGE -> screen.form(click, engagement, forms::stage);
      case PLAN -> course.plan(click, engagement);
      case DETAILS -> screen.form(click, engagement, forms::details);
      case DEMANDS -> screen.form(click, engagement, registerForms::demand);
      case PEOPLE -> screen.form(click, engagement, peopleForm::of);
      case REGISTER -> screen.form(click, engagement, registerForms::register);
      case WIN -> screen.form(click, engagement, workForms::win);
      case KICK_OFF -> work.kickOff(click, engagement);
      case FEEDBACK ->
          new Reaction.Say(
              benchmarks
                  .of(caller.workspace(), caller.user(), engagement)
                  .either(feedback::of, refusals::message));
      case CONTACT_AGAIN -> screen.form(click, engagement, forms::contactAgain);
      case TIPS ->
          new Reaction.Say(screen.card(caller, engagement).either(tips::of, refusals::message));
    };
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(CourseForms.NEW_FORM, this::addForm, CourseForms.DETAILS_FORM, this::details);
  }

  private Ending addForm(Submission form) {
    Caller caller = form.caller();
    return practices
        .addTo(
            Carried.of(caller, form.metadata()).meant(),
            caller.person(),
            caller.workspace(),
            Fields.text(form, Field.NAME),
            CourseForms.details(form))
        .either(
            card -> new Ending.Show(screen.notice(cards.of(card)), Optional.empty()),
            refusals::ending);
  }

  private Ending details(Submission form) {
    Opened from = Opened.of(form.metadata());
    return screen.ending(
        from,
        practices.change(
            form.caller().user(),
            form.caller().workspace(),
            from.subject(),
            CourseForms.details(form)),
        cards::of);
  }
}

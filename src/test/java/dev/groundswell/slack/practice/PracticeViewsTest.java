package dev.groundswell.slack.practice;

import static dev.groundswell.slack.Extremes.LAKESIDE;
import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.hostile;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Assessments.Use;
import dev.groundswell.practice.Benchmarks.Beside;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.ContactPeople;
import dev.groundswell.practice.ContactPerson;
import dev.groundswell.practice.Engagement;
import dev.groundswell.practice.History;
import dev.groundswell.practice.Imports;
import dev.groundswell.practice.Imports.Count;
import dev.groundswell.practice.KickOff;
import dev.groundswell.practice.KickOffs;
import dev.groundswell.practice.Lifted;
import dev.groundswell.practice.Listed;
import dev.groundswell.practice.Practice;
import dev.groundswell.practice.Practices.Looked;
import dev.groundswell.practice.Practices.Page;
import dev.groundswell.practice.Refusal;
import dev.groundswell.practice.StageMove;
import dev.groundswell.practice.Touch;
import dev.groundswell.practice.checkin.Agenda;
import dev.groundswell.practice.checkin.Cadence;
import dev.groundswell.practice.checkin.Course;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.practice.checkin.Item;
import dev.groundswell.practice.checkin.ItemKind;
import dev.groundswell.practice.checkin.Load;
import dev.groundswell.practice.checkin.Plan;
import dev.groundswell.practice.checkin.Start;
import dev.groundswell.practice.checkin.Week;
import dev.groundswell.practice.imports.PracticeList;
import dev.groundswell.practice.imports.PracticeList.Column;
import dev.groundswell.practice.imports.Problem;
import dev.groundswell.practice.readiness.Assessment;
import dev.groundswell.practice.readiness.Benchmark;
import dev.groundswell.practice.readiness.Benchmark.Standing;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.practice.readiness.Corner;
import dev.groundswell.practice.readiness.Dimension;
import dev.groundswell.practice.readiness.NamedScores;
import dev.groundswell.practice.readiness.Readiness;
import dev.groundswell.practice.readiness.Score;
import dev.groundswell.practice.readiness.Trajectory;
import dev.groundswell.privacy.Finding;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.slack.Downloads;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Filled.Attached;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Opened;
import dev.groundswell.slack.Replies;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.SlackClients;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All that is said about practices, at its least and at its most, within Slack's limits. */
class PracticeViewsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
  private static final Opened FROM = new Opened(new UUID(7, 9), "https://hooks.slack.com/x");
  private static final UserId BEN = new UserId("U0BEN");

  private final Words words = Words.load(PromptFiles.packaged());
  private final TipLibrary library = TipLibrary.load(PromptFiles.packaged());
  private final CardView cards = new CardView(words, library);
  private final CheckInView checkIns = new CheckInView(words, cards);
  private final Refusals refusals = new Refusals(words);
  private final ListView list = new ListView(words, cards, refusals);
  private final Fields fields = new Fields(words);
  private final CourseForms forms = new CourseForms(words, library, fields);

  private static Card bare() {
    return card(shortest(), "X", Practice.Details.NONE, null, List.of());
  }

  private static Card full(int rating) {
    String text = hostile(Practice.Details.LONGEST);
    return card(
        longest(),
        hostile(Practice.LONGEST_NAME),
        new Practice.Details(100_000, text, text, text, text, text, text),
        new Plan(DAY, 52, EnumSet.allOf(ItemKind.class)),
        List.of(
            rated(BEN, DAY.minusDays(30), 6 - rating),
            rated(MAYA, DAY.minusDays(20), rating),
            rated(MAYA, DAY, rating)));
  }

  private static Assessment rated(UserId by, LocalDate on, int rating) {
    Map<Component, Integer> ratings = new EnumMap<>(Component.class);
    for (Component component : Component.values()) {
      ratings.put(component, rating);
    }
    return new Assessment(
        LAKESIDE,
        new UUID(on.toEpochDay(), rating),
        new UUID(7, 5),
        new UUID(7, 2),
        hostile(Assessment.LONGEST),
        ratings,
        hostile(Assessment.LONGEST),
        by,
        on,
        "",
        "",
        null,
        null);
  }

  private static Card card(
      Initiative initiative,
      String name,
      Practice.Details details,
      @Nullable Plan plan,
      List<Assessment> assessments) {
    boolean most = plan != null;
    return new Card(
        new Practice(LAKESIDE, new UUID(7, 5), name, details, null, null),
        new Engagement(
            LAKESIDE,
            new UUID(7, 6),
            new UUID(7, 5),
            initiative.id(),
            MAYA,
            new Course(Stage.PRECONTEMPLATION, plan, most ? DAY : null, false),
            DAY,
            Readiness.UNKNOWN,
            null,
            most ? hostile(1000) : "",
            most && !plan.stopped() ? Instant.parse("2027-02-01T14:00:00Z") : null,
            DAY),
        initiative,
        new Trajectory(assessments),
        most ? List.of(scored(DAY.minusDays(200)), scored(DAY)) : List.of(),
        most
            ? Collections.nCopies(
                20,
                new Demand(
                    new UUID(1, 1), Demand.Kind.AUDIT, hostile(Demand.LONGEST_NAME), DAY, null))
            : List.of(),
        most
            ? Collections.nCopies(
                8,
                new Touch(
                    LAKESIDE,
                    new UUID(1, 1),
                    new UUID(7, 5),
                    DAY,
                    Touch.Way.SENT,
                    null,
                    hostile(1000),
                    MAYA))
            : List.of(),
        most
            ? List.of(new StageMove(Stage.ACTION, Stage.PRECONTEMPLATION, DAY, "", MAYA))
            : List.of(),
        most ? everybody() : List.of(),
        most ? new Lifted(MAYA, Instant.EPOCH, BEN, Instant.EPOCH, hostile(1000)) : null,
        most
            ? new Start(
                DAY,
                new Demand(
                    new UUID(1, 1), Demand.Kind.AUDIT, hostile(Demand.LONGEST_NAME), DAY, DAY))
            : null,
        DAY);
  }

  private static Assessment scored(LocalDate on) {
    return new Assessment(
        LAKESIDE,
        new UUID(on.toEpochDay(), 1),
        new UUID(7, 5),
        new UUID(7, 2),
        hostile(Assessment.LONGEST),
        Map.of(),
        "",
        MAYA,
        on,
        "",
        "",
        null,
        new NamedScores(
            hostile(NamedScores.LONGEST_NAME),
            Collections.nCopies(
                NamedScores.MOST,
                new Score(
                    hostile(Score.LONGEST_NAME),
                    new BigDecimal("999999.9999"),
                    new BigDecimal("999999.9999"))),
            hostile(NamedScores.LONGEST_CITATION)));
  }

  private static List<ContactPerson> everybody() {
    String text = hostile(ContactPerson.LONGEST);
    return IntStream.range(0, ContactPeople.MOST)
        .mapToObj(
            i ->
                new ContactPerson(
                    new UUID(3, i),
                    i < 15 ? ContactPerson.Part.LISTENED_TO : ContactPerson.Part.DECIDES,
                    text,
                    text,
                    text,
                    i < 15 ? null : DAY))
        .toList();
  }

  private static Item item(ItemKind kind) {
    return new Item(
        new UUID(2, 2),
        kind,
        hostile(300),
        hostile(120),
        "",
        "https://example.org/" + "a".repeat(900),
        DAY,
        "",
        false,
        null);
  }

  @Test
  void a_card_fits_whatever_is_known() {
    Shown.fits(cards.of(bare()));
    for (int rating = 1; rating <= 5; rating++) {
      Shown.fits(cards.of(full(rating)));
    }
    Shown.fits(cards.of(leftAlone(full(5))));
  }

  private static Card leftAlone(Card card) {
    return new Card(
        new Practice(LAKESIDE, new UUID(7, 5), "X", Practice.Details.NONE, MAYA, Instant.EPOCH),
        card.engagement(),
        card.initiative(),
        card.trajectory(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        card.lifted(),
        null,
        DAY);
  }

  @Test
  void whoever_is_to_be_left_alone_is_offered_nothing() {
    assertThat(MoreMenu.of(full(5)))
        .contains(MoreMenu.PLAN, MoreMenu.KICK_OFF, MoreMenu.FEEDBACK)
        .doesNotContain(MoreMenu.CONTACT_AGAIN);
    assertThat(MoreMenu.of(leftAlone(full(5))))
        .contains(MoreMenu.CONTACT_AGAIN)
        .doesNotContain(MoreMenu.PLAN, MoreMenu.KICK_OFF, MoreMenu.FEEDBACK);
  }

  @Test
  void a_wish_that_is_over_stays_on_the_card() {
    assertThat(cards.of(full(5)).blocks().toString())
        .contains("It had asked not to be contacted (<@U0MAYA>", "<@U0BEN>");
    assertThat(cards.of(leftAlone(full(5))).blocks().toString()).doesNotContain("It had asked");
  }

  @Test
  void a_card_says_that_its_reminders_were_stopped() {
    Course course = full(2).engagement().course();
    Card stopped = card(shortest(), "X", Practice.Details.NONE, course.stopped().plan(), List.of());

    assertThat(cards.of(stopped).blocks().toString()).contains("its reminders were stopped");
  }

  @Test
  void raters_who_agree_are_not_told_to_talk() {
    Assessment bens = rated(BEN, DAY.minusDays(2), 4);
    Assessment first = rated(MAYA, DAY.minusDays(90), 4);
    Assessment mayas = rated(MAYA, DAY, 4);
    String same =
        cards
            .of(card(shortest(), "X", Practice.Details.NONE, null, List.of(first, bens, mayas)))
            .blocks()
            .toString();
    assertThat(same).doesNotContain("saw it otherwise", "Since ", "0.0");

    String other =
        cards
            .of(
                card(
                    shortest(),
                    "X",
                    Practice.Details.NONE,
                    null,
                    List.of(first, rated(BEN, DAY.minusDays(2), 3), mayas)))
            .blocks()
            .toString();
    assertThat(other).contains("saw it otherwise", "-1.0").doesNotContain("0.0");
  }

  @Test
  void each_scale_is_shown_as_it_was_last_seen() {
    Assessment full = rated(MAYA, DAY.minusDays(1), 5);
    Map<Component, Integer> willingness = new EnumMap<>(Component.class);
    Component.of(Dimension.WILLINGNESS).forEach(it -> willingness.put(it, 2));
    Assessment half =
        new Assessment(
            LAKESIDE,
            new UUID(1, 9),
            new UUID(7, 5),
            new UUID(7, 2),
            "To begin",
            willingness,
            "",
            BEN,
            DAY,
            "",
            "",
            null,
            null);

    Message message =
        cards.of(card(shortest(), "X", Practice.Details.NONE, null, List.of(full, half)));

    Shown.fits(message);
    assertThat(message.blocks().toString())
        .contains("*2.0* of 5, on 2 November 2026 by <@U0BEN>", "*5.0* of 5, on 1 November 2026 by")
        .doesNotContain("too little was rated");
  }

  @Test
  void a_card_tells_the_programmes_and_networks() {
    Practice.Details details =
        new Practice.Details(null, "", "", "", "Heart health", "", "Lakes network");

    assertThat(cards.of(card(shortest(), "X", details, null, List.of())).blocks().toString())
        .contains("takes part in Heart health · belongs to Lakes network");
  }

  @Test
  void a_change_that_would_not_be_seen_is_none() {
    assertThat(Scale.change(-0.04)).isEmpty();
    assertThat(Scale.change(0)).isEmpty();
    assertThat(Scale.change(-0.25)).contains("-0.3");
    assertThat(Scale.change(10)).contains("+10.0");
  }

  @Test
  void near_the_middle_all_sides_have_their_say() {
    String text = cards.of(full(3)).blocks().toString();

    assertThat(text).contains("either way").contains("3.0");
    for (var quadrant : library.readiness().quadrants()) {
      assertThat(text).contains(quadrant.advice());
    }
    for (Corner corner : Corner.values()) {
      assertThat(text).contains("*" + words.plain("practice.corner-" + corner.id()) + ":*");
    }
  }

  @Test
  void a_practice_that_said_not_now_is_not_told_to_begin() {
    String held = cards.of(full(5)).blocks().toString();

    assertThat(held)
        .contains("for now light contact", "To keep in mind for later")
        .doesNotContain("What to do here");
  }

  @Test
  void scores_of_another_instrument_stand_with_their_day_and_source() {
    String text = cards.of(full(5)).blocks().toString();

    assertThat(text)
        .contains(":bar_chart:", "on 2 November 2026, by", "(source: ")
        .doesNotContain("16 April");
  }

  @Test
  void a_rating_that_is_old_comes_with_the_button_for_the_next_one() {
    Assessment old = rated(MAYA, DAY.minusDays(85), 4);
    Card stale = card(shortest(), "X", Practice.Details.NONE, null, List.of(old));
    Assessment recent = rated(MAYA, DAY.minusDays(84), 4);
    Card fresh = card(shortest(), "X", Practice.Details.NONE, null, List.of(recent));

    Shown.fits(cards.of(stale));
    assertThat(cards.of(stale).blocks().toString())
        .contains("Assess again")
        .containsOnlyOnce(AssessmentListener.ASSESS);
    assertThat(cards.of(fresh).blocks().toString()).doesNotContain("Assess again");
    Plan plan = new Plan(DAY, 52, EnumSet.allOf(ItemKind.class));
    Card held = card(longest(), "X", Practice.Details.NONE, plan, List.of(old));
    assertThat(cards.of(held).blocks().toString()).doesNotContain("Assess again");
  }

  private static Card on(LocalDate today, Card card) {
    return new Card(
        card.practice(),
        card.engagement(),
        card.initiative(),
        card.trajectory(),
        card.named(),
        card.demands(),
        card.touches(),
        card.moves(),
        card.people(),
        card.lifted(),
        card.start(),
        today);
  }

  @Test
  void who_stays_long_in_one_stage_is_asked_about_unless_it_said_not_now() {
    LocalDate halfAYearOn = DAY.plusMonths(6);

    Shown.fits(cards.of(on(halfAYearOn, bare())));
    assertThat(cards.of(on(halfAYearOn, bare())).blocks().toString())
        .contains("In this stage for half a year");
    assertThat(cards.of(on(halfAYearOn.minusDays(1), bare())).blocks().toString())
        .doesNotContain("In this stage for half a year");
    assertThat(cards.of(on(halfAYearOn, full(5))).blocks().toString())
        .doesNotContain("In this stage for half a year");
  }

  private static Card heard(String rhythm, ContactPerson... people) {
    Card card = bare();
    Practice.Details details = new Practice.Details(null, "", "", "", "", rhythm, "");
    return new Card(
        new Practice(LAKESIDE, new UUID(7, 5), "Eastgate", details, null, null),
        card.engagement(),
        card.initiative(),
        card.trajectory(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(people),
        null,
        null,
        DAY);
  }

  @Test
  void a_check_in_tells_how_and_whom_to_reach() {
    ContactPerson nurse =
        new ContactPerson(
            new UUID(3, 1), ContactPerson.Part.LISTENED_TO, "Nina", "head nurse", "", null);
    ContactPerson owner =
        new ContactPerson(new UUID(3, 2), ContactPerson.Part.DECIDES, "Omar", "", "by mail", null);
    ContactPerson gone =
        new ContactPerson(new UUID(3, 3), ContactPerson.Part.DECIDES, "Olga", "", "", DAY);

    assertThat(checkIns.checkIn(heard("a call at noon"), null).blocks().toString())
        .contains("They prefer a call at noon")
        .doesNotContain("Speak with");
    assertThat(checkIns.checkIn(heard("", nurse, owner, gone), null).blocks().toString())
        .contains("Speak with *Omar*", "by mail")
        .doesNotContain("They prefer", "Olga");
    assertThat(checkIns.checkIn(heard("", nurse, gone), null).blocks().toString())
        .contains("Speak with *Nina*", "head nurse", "Olga");
  }

  @Test
  void nothing_that_somebody_typed_calls_a_channel() {
    for (Message message :
        List.of(cards.of(full(2)), checkIns.checkIn(full(2), item(ItemKind.HELP)))) {
      // Buttons are plain text, where nothing is acted on.
      assertThat(message.blocks())
          .filteredOn(it -> !it.getType().equals("actions"))
          .allSatisfy(it -> assertThat(it.toString()).doesNotContain("<!channel>", "<javascript:"));
      assertThat(message.text()).doesNotContain("<!channel>", "<javascript:");
    }
  }

  @Test
  void a_position_is_never_worded_as_a_verdict() {
    for (int rating = 1; rating <= 5; rating++) {
      assertThat(cards.of(full(rating)).blocks().toString().toLowerCase(java.util.Locale.ROOT))
          .doesNotContain("fail", "bad ", "poor", "not ready", "unready", "grade", "verdict");
    }
  }

  @ParameterizedTest
  @EnumSource(ItemKind.class)
  void a_check_in_fits_with_each_kind_and_with_nothing(ItemKind kind) {
    Shown.fits(checkIns.checkIn(full(2), item(kind)));
    Shown.fits(checkIns.checkIn(bare(), null));
    assertThat(checkIns.checkIn(bare(), null).blocks().toString())
        .contains("nothing new to send")
        .doesNotContain("Sent it");
  }

  @Test
  void the_list_fits_with_none_with_few_and_in_the_middle_of_many() {
    Shown.fits(list.of(new Page(shortest(), List.of(), 0, 0, DAY)));
    List<Listed> lines =
        IntStream.range(0, Page.SIZE)
            .mapToObj(i -> new Listed(hostile(Practice.LONGEST_NAME), full(2).engagement()))
            .toList();
    Shown.fits(list.of(new Page(longest(), lines, 3, 5000, DAY)));
    Shown.fits(list.of(new Page(shortest(), lines.subList(0, 1), 0, 1, DAY)));
  }

  @Test
  void what_a_name_led_to_fits() {
    String name = hostile(Practice.LONGEST_NAME);
    Shown.fits(list.of(new Looked.Unknown(name, List.of(name, "B", "C"), longest())));
    Shown.fits(list.of(new Looked.Unknown("x".repeat(3000), List.of(), longest())));
    Shown.fits(list.of(new Looked.NotEngaged(full(2).practice(), longest())));
    Shown.fits(list.of(new Looked.Known(full(4))));
    Shown.fits(list.of(new Looked.Refused(refusal(Refusal.Why.NOT_MEMBER, null))));
  }

  @Test
  void every_form_fits() {
    Opened from = new Opened(new UUID(7, 9), "https://hooks.slack.com/" + "x".repeat(500));
    for (Card card : List.of(bare(), full(2))) {
      Shown.fits(new RatingForm(words, fields).of(card, from, MAYA));
      Shown.fits(new ScoresForm(words, fields).of(card, from));
      Shown.fits(forms.plan(card, from, Cadence.USUAL));
      Shown.fits(forms.touch(card, from));
      Shown.fits(forms.contactAgain(card, from));
      Shown.fits(forms.stage(card, from));
      Shown.fits(forms.details(card, from));
      Shown.fits(new StandingTips(words, library).of(card));
    }
    Shown.fits(forms.fresh());
    Shown.fits(forms.rhythm(new UUID(1, 1).toString(), Cadence.USUAL));
    Shown.fits(forms.used(FROM, hostile(1000)));
    Shown.fits(checkIns.used(new Use(rated(MAYA, DAY, 3), full(3))));
  }

  @Test
  void whoever_changes_a_plan_finds_what_the_practice_said() {
    Card held = full(2);

    assertThat(forms.plan(held, FROM, Cadence.USUAL).toString())
        .contains("initialValue=" + held.engagement().planWhy().substring(0, 200));
  }

  @ParameterizedTest
  @EnumSource(Refusal.Why.class)
  void every_refusal_has_a_sentence_that_fits(Refusal.Why why) {
    List<Refusal> all =
        why == Refusal.Why.PATIENT_DETAILS
            ? Arrays.stream(Finding.Kind.values()).map(it -> refusal(why, it)).toList()
            : List.of(refusal(why, null));
    for (Refusal refusal : all) {
      Shown.fits(refusals.message(refusal));
      Ending ending = refusals.ending(refusal);
      if (ending instanceof Ending.Show show) {
        Shown.fits(show.modal());
      } else if (ending instanceof Ending.Errors errors) {
        assertThat(errors.byField().values()).allSatisfy(it -> assertThat(it).isNotBlank());
      }
    }
  }

  private static Refusal refusal(Refusal.Why why, Finding.@Nullable Kind kind) {
    return new Refusal(why, Refusal.Field.RATINGS, kind, MAYA, DAY, hostile(120));
  }

  @Test
  void what_belongs_to_work_fits() {
    WorkForms work = new WorkForms(words, fields);
    RegisterForms register = new RegisterForms(words, fields);
    FeedbackCard feedback = new FeedbackCard(words);
    String text = hostile(1000);
    KickOff most =
        new KickOff(
            EnumSet.of(KickOff.Step.STAFF_AGREE),
            text,
            text,
            "",
            KickOff.Chooser.FACILITATOR,
            Collections.nCopies(9, new KickOff.Idea(hostile(200), 3, 52, true)));
    KickOff least =
        new KickOff(
            EnumSet.allOf(KickOff.Step.class), "", "", "", KickOff.Chooser.NOBODY_YET, List.of());
    for (Card card : List.of(bare(), full(2), full(5))) {
      Shown.fits(work.kickOff(card, FROM, most));
      Shown.fits(work.kickOff(card, FROM, least));
      Shown.fits(work.win(card, FROM));
      Shown.fits(register.register(card, FROM));
      Shown.fits(register.demand(card, FROM));
      Shown.fits(new PeopleForm(words).of(card, FROM));
      Shown.fits(feedback.of(alone(card)));
    }
    Load.Other known = new Load.Other(hostile(60), new UserId("U0LEAD"), FROM.subject());
    Load.Other hidden = new Load.Other("", new UserId("U0LEAD"), null);
    List<Load.Other> carried = new ArrayList<>(Collections.nCopies(40, known));
    carried.add(hidden);
    Shown.fits(new OverloadView(words, fields).ready(FROM, new Load(carried, 0)));
    Shown.fits(work.ready(full(5)));
    HistoryView history = new HistoryView(words, cards);
    UserId author = new UserId("U0AUTHOR");
    for (History.What what :
        List.of(
            new History.What.Assessed(text, text, text),
            new History.What.InTouch(Touch.Way.SPOKE, hostile(300)),
            new History.What.Had(hostile(300)),
            new History.What.Moved(Stage.ACTION, Stage.PREPARATION),
            new History.What.WentOn(History.Despite.CONTACT_AGAIN))) {
      History.Line line = new History.Line(DAY, author, what, text);
      Shown.fits(
          history.of(
              new History(
                  full(5).practice(), FROM.subject(), Collections.nCopies(15, line), 1, 99)));
    }
    Shown.fits(history.of(new History(full(5).practice(), FROM.subject(), List.of(), 0, 0)));
    IdeaForms ideas = new IdeaForms(words);
    Shown.fits(ideas.list(work.kickOff(most), FROM.subject(), most));
    Shown.fits(ideas.list(work.kickOff(least), FROM.subject(), least));
    for (KickOff.State state : KickOff.State.values()) {
      KickOff.Idea idea =
          new KickOff.Idea(new UUID(1, 1), hostile(200), 3, 52, true, state, hostile(1000));
      KickOff all =
          new KickOff(Set.of(), "", "", "", KickOff.Chooser.TEAM, Collections.nCopies(12, idea));
      Shown.fits(ideas.after("Noted.", FROM.subject(), all));
      IdeaForms.About about = new IdeaForms.About(new UUID(7, 9), new UUID(1, 1));
      Shown.fits(ideas.worked(about, idea, DAY));
      Shown.fits(ideas.learned(about, idea));
    }
    LibraryForms shelf = new LibraryForms(words, fields);
    Shown.fits(shelf.item(FROM.subject().toString()));
    Shown.fits(shelf.library(List.of(), ""));
    Shown.fits(shelf.library(Collections.nCopies(40, item(ItemKind.NEIGHBOURS)), ""));
    Item dead = item(ItemKind.ARTICLE).deadSince(Instant.EPOCH);
    Shown.fits(shelf.library(Collections.nCopies(40, dead), ""));
    String first = shelf.library(Collections.nCopies(40, dead), "").toString();
    String last = shelf.library(Collections.nCopies(40, dead), "", 99).toString();
    assertThat(first).contains(LibraryListener.NEXT).doesNotContain(LibraryListener.BEFORE);
    assertThat(last).contains(LibraryListener.BEFORE).doesNotContain(LibraryListener.NEXT);
    assertThat(last.split(LibraryListener.MEND, -1)).as("40 are 3 pages of 12 and 4").hasSize(5);
    Shown.fits(shelf.dead(dead));
    Shown.fits(shelf.mend(dead, FROM));
    Shown.fits(shelf.mended());
    List<Week.Stop> stops =
        Collections.nCopies(
            40,
            new Week.Stop(hostile(120), DAY.minusWeeks(3), true, DAY.minusWeeks(9), true, 3, true));
    Shown.fits(work.week(week(stops)));
    Shown.fits(work.week(week(List.of())));
  }

  private static KickOffs.Shown week(List<Week.Stop> stops) {
    Agenda agenda = new Agenda(Team.NEW_YORK, WorkingTime.USUAL, Set.of(), List.of());
    return new KickOffs.Shown(Week.of(stops, agenda, DAY), new UUID(7, 2), MAYA, true);
  }

  @Test
  void a_week_names_five_that_do_not_fit_and_counts_the_rest() {
    WorkForms work = new WorkForms(words, fields);
    List<Week.Stop> stops =
        IntStream.range(10, 37)
            .mapToObj(i -> new Week.Stop("P" + i, DAY, false, DAY, false, 3, false))
            .toList();

    assertThat(work.week(week(stops)).toString())
        .contains("left over: P30, P31, P32, P33, P34, and 2 more.");
    assertThat(work.week(week(stops.subList(0, 22))).toString()).contains("left over: P30, P31.");
  }

  private static Beside alone(Card card) {
    return new Beside(card, new Benchmark(Map.of()));
  }

  @Test
  void how_it_stands_beside_others_is_said_in_words_and_after_its_strengths() {
    FeedbackCard feedback = new FeedbackCard(words);
    for (Standing standing : Standing.values()) {
      Benchmark benchmark =
          new Benchmark(Map.of(Dimension.WILLINGNESS, standing, Dimension.STABILITY, standing));
      Message message = feedback.of(new Beside(full(5), benchmark));
      Shown.fits(message);
      String text = message.blocks().get(1).toString();
      assertThat(text).doesNotContainPattern("\\d[.]\\d");
      assertThat(text.indexOf("What stands out"))
          .isBetween(0, text.indexOf("In wanting to improve"));
      assertThat(text).contains("In what it takes to carry a change");
    }
    assertThat(feedback.of(alone(full(5))).blocks().toString()).doesNotContain("that we work with");
  }

  @Test
  void a_text_for_the_practice_begins_with_strengths_and_names_no_figure() {
    String text = new FeedbackCard(words).of(alone(full(5))).blocks().get(1).toString();

    assertThat(text).contains("What stands out with you", "What would you like to tackle next");
    assertThat(text).doesNotContainPattern("\\d[.]\\d");
    assertThat(new FeedbackCard(words).of(alone(full(2))).text()).contains("no strength");
  }

  @Test
  void a_list_that_was_looked_through_fits() {
    ImportListener listener = imports();
    Shown.fits(listener.form(new UUID(7, 2).toString()));
    PracticeList most =
        new PracticeList(
            Collections.nCopies(
                5000, new PracticeList.Line(2, hostile(120), 3, new EnumMap<>(Column.class))),
            Collections.nCopies(5000, new Problem(99_999, Problem.Kind.TWICE, 2)),
            Collections.nCopies(300, hostile(100)));
    PracticeList none = new PracticeList(List.of(), List.of(), List.of());
    Attached file = new Attached("F0123456789", hostile(300), "text/csv", "", 3);
    for (PracticeList list : List.of(most, none)) {
      Shown.fits(listener.preview(file, list, new Count(longest(), 5000, 3)));
      Shown.fits(listener.done(new Count(longest(), 5000, 3), list));
    }
    for (Problem.Kind kind : Problem.Kind.values()) {
      PracticeList one = new PracticeList(List.of(), List.of(new Problem(3, kind, 2)), List.of());
      Shown.fits(listener.done(new Count(longest(), 0, 0), one));
    }
    for (PracticeList.Read.Why why : PracticeList.Read.Why.values()) {
      assertThat(
              words.plain(
                  "practice.import-"
                      + why.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')))
          .isNotBlank();
    }
  }

  private ImportListener imports() {
    URI api = URI.create("http://127.0.0.1:1/api/");
    try (SlackClients clients = new SlackClients(api, "xoxb-test");
        Team team = Team.assembles();
        Replies replies = new Replies(clients, api)) {
      return new ImportListener(
          new Imports(team.database, team.initiatives, team.ids, team.clock),
          new Downloads(clients, api),
          replies,
          words);
    }
  }

  @Test
  void every_component_has_its_question_and_anchors() {
    String form = new RatingForm(words, fields).of(bare(), FROM, MAYA).toString();

    assertThat(Arrays.stream(Component.values()))
        .allSatisfy(it -> assertThat(form).contains(words.plain("practice." + it.id() + "-5")));
  }

  @Test
  void a_scale_is_drawn_where_the_score_is() {
    assertThat(Scale.drawn(1)).isEqualTo("1 o------------ 5");
    assertThat(Scale.drawn(3)).isEqualTo("1 ------o------ 5");
    assertThat(Scale.drawn(5)).isEqualTo("1 ------------o 5");
  }
}

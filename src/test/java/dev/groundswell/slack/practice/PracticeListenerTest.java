package dev.groundswell.slack.practice;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.view.View;
import dev.groundswell.Team;
import dev.groundswell.initiative.Channels;
import dev.groundswell.initiative.Charter;
import dev.groundswell.initiative.Charters;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Benchmarks;
import dev.groundswell.practice.DeadLinks;
import dev.groundswell.practice.KickOffs;
import dev.groundswell.practice.Meant;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.Practice;
import dev.groundswell.practice.Practices.Looked;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Touch;
import dev.groundswell.practice.Wins;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Verb;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which initiative is meant, in its home channel and by what carries its id. */
class PracticeListenerTest {
  private static final ChannelId AT_SCHOOL = new ChannelId("C0SCHOOL");
  private static final Person STRANGER =
      new Person(new UserId("U0STRANGER"), "Sam", Team.NEW_YORK, true);

  private final Team team = Team.assembles();
  private final TipLibrary tips = TipLibrary.load(PromptFiles.packaged());
  private final Initiative outreach = team.starts(MAYA, "Diabetes outreach");
  private final Initiative school = team.starts(MAYA, "Asthma at school");
  private final PracticeListener listener;
  private final LibraryListener library =
      new LibraryListener(
          team.library,
          new DeadLinks(team.database, team.reminders, link -> DeadLinks.Seen.ALIVE, team.clock),
          WORDS);

  PracticeListenerTest() {
    KickOffs kickOffs = new KickOffs(team.database, team.initiatives, team.ids, team.clock);
    Wins wins = new Wins(team.database, team.initiatives, team.ids, team.clock);
    listener =
        new PracticeListener(
            team.practices,
            new Benchmarks(team.database, team.initiatives, team.reminders, team.vault, team.clock),
            new CourseListener(team.practices, team.checkIns, team.rhythms, WORDS, tips),
            new WorkListener(team.practices, team.checkIns, kickOffs, wins, WORDS),
            WORDS,
            tips);
    new Charters(team.database, (workspace, channel) -> Channels.State.OPEN)
        .change(
            HERE,
            MAYA.id(),
            school.id(),
            new Charter(school.name(), "", AT_SCHOOL, "New York", Initiative.MONDAY_TO_FRIDAY, ""));
    for (Person each : List.of(MAYA, ANN)) {
      team.initiatives.workOn(HERE, each.id(), outreach.id());
    }
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Caller caller(Person who, ChannelId channel) {
    return new Caller(HERE, who.id(), channel, "", team.people);
  }

  private Caller elsewhere(Person who) {
    return new Caller(HERE, who.id(), null, "", team.people);
  }

  private Verb.Answer types(Caller caller, String words) {
    return listener.verbs().get(0).answer(new Verb.Asked(caller, words, "command/1"));
  }

  private static Reaction clicks(Feature feature, Caller caller, String id, String value) {
    return Objects.requireNonNull(feature.clicks().get(id))
        .apply(new Click(caller, value, "b", "https://hooks.slack.com/x"));
  }

  private static Ending sends(Feature feature, String id, Form form, Caller caller) {
    return Objects.requireNonNull(feature.submissions().get(id)).apply(form.sentBy(caller));
  }

  private static View opened(Reaction reaction) {
    return ((Reaction.Open) reaction).modal();
  }

  private boolean has(Initiative initiative, String practice) {
    return team.practices.lookIn(HERE, MAYA.id(), Meant.by(initiative.id()), practice)
        instanceof Looked.Known;
  }

  @Test
  void a_form_from_the_home_channel_adds_to_the_initiative_that_is_at_home_there() {
    View form = ((Verb.Answer.Open) types(caller(MAYA, AT_SCHOOL), "")).modal();

    sends(
        listener,
        CourseForms.NEW_FORM,
        Form.with(form.getPrivateMetadata()).types(Field.NAME, "Eastgate"),
        elsewhere(MAYA));

    assertThat(has(school, "Eastgate")).isTrue();
    assertThat(has(outreach, "Eastgate")).isFalse();
  }

  @Test
  void buttons_carry_the_initiative_that_was_looked_in() {
    Message unknown = ((Verb.Answer.Say) types(caller(MAYA, AT_SCHOOL), "Eastgate")).message();
    String value = Carried.by(school.id(), "Eastgate");
    assertThat(unknown.blocks().toString()).contains(value);

    clicks(listener, elsewhere(MAYA), PracticeListener.ADD, value);

    assertThat(has(school, "Eastgate")).isTrue();
    Reaction near =
        clicks(
            listener,
            elsewhere(MAYA),
            PracticeListener.NEAR + 0,
            Carried.by(outreach.id(), "Eastgate"));
    assertThat(((Reaction.Replace) near).message().text()).contains("Diabetes outreach");
    assertThat(
            opened(clicks(listener, elsewhere(MAYA), PracticeListener.NEW, school.id().toString()))
                .getPrivateMetadata())
        .isEqualTo(school.id().toString());
  }

  @Test
  void a_button_of_before_means_the_channel() {
    clicks(listener, caller(MAYA, AT_SCHOOL), PracticeListener.ADD, "Eastgate");

    assertThat(has(school, "Eastgate")).isTrue();
  }

  @Test
  void what_carries_an_initiative_gives_nobody_a_right_in_it() {
    Ending ending =
        sends(
            listener,
            CourseForms.NEW_FORM,
            Form.with(school.id().toString()).types(Field.NAME, "Eastgate"),
            elsewhere(STRANGER));

    assertThat(((Ending.Show) ending).modal().toString()).contains("You take no part in this here");
    assertThat(team.rows("practice")).isZero();
    assertThat(clicks(listener, elsewhere(STRANGER), PracticeListener.NEW, school.id().toString()))
        .isInstanceOf(Reaction.Say.class);
  }

  @Test
  void the_library_asks_the_initiative_of_its_button() {
    Initiative quiet = team.starts(PRIYA, "Quiet work");
    team.members.remove(HERE, PRIYA.id(), quiet.id(), ANN.id());
    String there = quiet.id().toString();

    Reaction said = clicks(library, elsewhere(ANN), LibraryListener.OPEN, there);
    assertThat(((Reaction.Say) said).message().text()).contains("You take no part in this here");
    Reaction shelf = clicks(library, elsewhere(PRIYA), LibraryListener.OPEN, there);
    assertThat(((Reaction.Say) shelf).message().blocks().toString()).contains(there);
    View form = opened(clicks(library, elsewhere(PRIYA), LibraryListener.ADD, there));
    assertThat(form.getPrivateMetadata()).isEqualTo(there);
    Ending refused =
        sends(
            library,
            LibraryForms.ITEM_FORM,
            Form.with(there).types(Field.TITLE, "Calls after four"),
            elsewhere(ANN));
    assertThat(refused.toString()).contains("You take no part in this here");
    assertThat(team.rows("library_item")).isZero();
  }

  @Test
  void a_week_is_that_of_the_initiative_that_is_meant() {
    KickOffs kickOffs = new KickOffs(team.database, team.initiatives, team.ids, team.clock);
    var eastgate =
        team.practices
            .addTo(Meant.by(school.id()), MAYA, HERE, "Eastgate", Practice.Details.NONE)
            .either(it -> it.engagement().id(), it -> null);
    team.checkIns.notNow(MAYA, HERE, Objects.requireNonNull(eastgate), "", 1, Set.of());

    team.clock.set("2026-11-09T14:00:00Z");
    var meant = Meant.in(AT_SCHOOL);
    assertThat(((Outcome.Done<?>) kickOffs.week(HERE, MAYA.id(), meant)).result().toString())
        .contains("Eastgate");
    assertThat(
            ((Outcome.Done<?>) kickOffs.week(HERE, MAYA.id(), Meant.in(null))).result().toString())
        .doesNotContain("Eastgate");
    assertThat(said(clicks(listenerOfWork(kickOffs), elsewhere(MAYA), WorkListener.WEEK, school)))
        .contains("Eastgate");
  }

  @Test
  void a_lead_looks_at_the_week_of_somebody_else_and_others_do_not() {
    KickOffs kickOffs = new KickOffs(team.database, team.initiatives, team.ids, team.clock);
    WorkListener work = listenerOfWork(kickOffs);
    var eastgate =
        team.practices
            .addTo(Meant.by(school.id()), ANN, HERE, "Eastgate", Practice.Details.NONE)
            .either(it -> it.engagement().id(), it -> null);
    team.checkIns.notNow(ANN, HERE, Objects.requireNonNull(eastgate), "", 1, Set.of());
    team.clock.set("2026-11-09T14:00:00Z");

    assertThat(said(clicks(work, elsewhere(MAYA), WorkListener.WEEK, school)))
        .contains(WorkListener.WEEK_OF)
        .doesNotContain("Eastgate");
    assertThat(said(clicks(work, elsewhere(ANN), WorkListener.WEEK, school)))
        .contains("Eastgate")
        .doesNotContain(WorkListener.WEEK_OF);
    assertThat(said(picks(work, elsewhere(MAYA), ANN))).contains("Eastgate");
    assertThat(said(picks(work, elsewhere(PRIYA), ANN)))
        .contains("whoever leads this")
        .doesNotContain("Eastgate");
    assertThat(said(picks(work, elsewhere(STRANGER), ANN))).contains("You take no part");
    assertThat(said(picks(work, elsewhere(MAYA), STRANGER))).contains("takes no part in this");
  }

  private WorkListener listenerOfWork(KickOffs kickOffs) {
    return new WorkListener(
        team.practices,
        team.checkIns,
        kickOffs,
        new Wins(team.database, team.initiatives, team.ids, team.clock),
        WORDS);
  }

  private static Reaction clicks(Feature feature, Caller caller, String id, Initiative in) {
    return clicks(feature, caller, id, in.id().toString());
  }

  private Reaction picks(WorkListener work, Caller caller, Person whose) {
    return Objects.requireNonNull(work.clicks().get(WorkListener.WEEK_OF))
        .apply(
            new Click(
                caller, whose.id().value(), school.id().toString(), "https://hooks.slack.com/x"));
  }

  private static String said(Reaction reaction) {
    return (reaction instanceof Reaction.Replace replace
            ? replace.message()
            : ((Reaction.Say) reaction).message())
        .toString();
  }

  @Test
  void the_history_is_a_choice_of_the_menu_and_is_turned_page_by_page() {
    UUID eastgate = team.engages(MAYA, "Eastgate").engagement().id();
    for (int i = 0; i < 16; i++) {
      team.checkIns.touched(
          MAYA,
          HERE,
          eastgate,
          Touch.Way.SPOKE,
          LocalDate.of(2026, 11, 2).minusDays(i),
          null,
          "Call number " + i + ".",
          "form/" + i);
    }

    Reaction first = clicks(listener, elsewhere(ANN), PracticeListener.MORE, "history " + eastgate);
    assertThat(((Reaction.Say) first).message().blocks().toString())
        .contains("“Call number 0.”", HistoryView.OLDER, eastgate + " 1")
        .doesNotContain("Call number 15.", HistoryView.NEWER);
    Reaction older = clicks(listener, elsewhere(ANN), HistoryView.OLDER, eastgate + " 1");
    assertThat(((Reaction.Replace) older).message().blocks().toString())
        .contains("Call number 15.", HistoryView.NEWER)
        .doesNotContain(HistoryView.OLDER);
    assertThat(clicks(listener, elsewhere(STRANGER), HistoryView.OLDER, eastgate + " 1").toString())
        .contains("You take no part in this here")
        .doesNotContain("Call number");
  }
}

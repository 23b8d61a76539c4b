package dev.groundswell.slack.reminder;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import com.slack.api.util.json.GsonFactory;
import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.reminder.Coming;
import dev.groundswell.reminder.OwnHours;
import dev.groundswell.reminder.ReminderHoldings;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature.Click;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Feature.Reaction;
import dev.groundswell.slack.Feature.Submission;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Shown;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each person says when they may be written to, and every reminder keeps to it. */
@OnBothDatabases
class HoursListenerTest {
  private static final Instant LATER = Instant.parse("2027-11-02T00:00:00Z");

  private final Team team;
  private final OwnHours hours;
  private final HoursListener listener;
  private final HoursView view = new HoursView(WORDS);

  HoursListenerTest(Engine engine) {
    team = Team.on(engine);
    hours = new OwnHours(team.database);
    listener = new HoursListener(hours, view, team.clock);
  }

  @BeforeEach
  void everybody_is_known() {
    team.people.get(HERE, ANN.id());
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Caller ann() {
    return new Caller(HERE, ANN.id(), null, "", team.people);
  }

  private Ending sends(String from, String until, String... days) {
    return sends(Map.of(), from, until, days);
  }

  private Ending sends(Map<String, Object> besides, String from, String until, String... days) {
    Map<String, Object> values = new HashMap<>(besides);
    values.put(HoursView.FROM, Map.of(HoursView.FROM, Map.of("selected_time", from)));
    values.put(HoursView.UNTIL, Map.of(HoursView.UNTIL, Map.of("selected_time", until)));
    List<Map<String, String>> ticked = Arrays.stream(days).map(it -> Map.of("value", it)).toList();
    values.put(HoursView.DAYS, Map.of(HoursView.DAYS, Map.of("selected_options", ticked)));
    var gson = GsonFactory.createSnakeCase();
    ViewState state = gson.fromJson(gson.toJson(Map.of("values", values)), ViewState.class);
    return Objects.requireNonNull(listener.submissions().get(HoursView.FORM))
        .apply(new Submission(ann(), "", "form/1", state));
  }

  private View opens() {
    Reaction reaction =
        Objects.requireNonNull(listener.clicks().get(HoursView.OPEN))
            .apply(new Click(ann(), "hours", "b", ""));
    View form = ((Reaction.Open) reaction).modal();
    Shown.fits(form);
    return form;
  }

  private Instant comes() {
    List<Coming> coming = team.reminders.upcoming(HERE, ANN.id(), LATER, 1);
    return coming.get(0).at();
  }

  private String line() {
    List<LayoutBlock> blocks = view.line(hours.of(HERE, ANN.id()), ANN.zone());
    Shown.fits(new Message("x", blocks));
    return blocks.toString();
  }

  @Test
  void without_a_choice_it_is_the_usual_working_day() {
    assertThat(hours.of(HERE, ANN.id())).isEqualTo(WorkingTime.USUAL);
    assertThat(line())
        .contains("come from Monday to Friday between 09:00 and 17:00, New York time");
    assertThat(opens().toString()).contains("initialTime=09:00", "initialTime=17:00");
  }

  @Test
  void what_is_planned_already_comes_within_the_new_hours() {
    team.starts(ANN, "Diabetes outreach");
    team.records(ANN, Team.from(MAYA), "Calls come too early");
    assertThat(comes()).hasToString("2026-11-16T14:00:00Z");

    Ending kept = sends("13:00", "19:30", "TUESDAY", "WEDNESDAY");

    assertThat(kept.toString())
        .contains("on Tuesday and Wednesday between 13:00 and 19:30, New York time");
    assertThat(comes()).as("Tuesday, one in the afternoon").hasToString("2026-11-17T18:00:00Z");
    team.clock.set("2026-11-17T17:59:00Z");
    assertThat(team.reminders.fireDue()).isZero();
    team.clock.set("2026-11-17T18:00:00Z");
    assertThat(team.reminders.fireDue()).isEqualTo(1);
  }

  @Test
  void a_night_lasts_past_midnight() {
    sends("22:00", "06:00", "MONDAY");

    assertThat(line()).contains("on Monday between 22:00 and 06:00 the next morning");
    team.starts(ANN, "Diabetes outreach");
    team.records(ANN, Team.from(MAYA), "Calls come too early");
    assertThat(comes()).as("Monday night, by New York").hasToString("2026-11-17T03:00:00Z");
  }

  @Test
  void an_initiative_adds_no_day_that_somebody_chose_to_be_off() {
    Initiative outreach = team.starts(ANN, "Diabetes outreach");
    worksFromSundayToThursday(outreach);
    team.records(ANN, Team.from(MAYA), "Calls come too early");

    sends("09:00", "17:00", "THURSDAY", "FRIDAY");
    assertThat(comes()).as("Thursday, the day both work").hasToString("2026-11-19T14:00:00Z");

    sends("09:00", "17:00", "SATURDAY");
    assertThat(comes()).as("no day in common: their own").hasToString("2026-11-21T14:00:00Z");
  }

  private void worksFromSundayToThursday(Initiative outreach) {
    team.database.transact(
        tx ->
            tx.update(
                    """
                    update initiative set working_days = 'SUNDAY,MONDAY,TUESDAY,WEDNESDAY,THURSDAY'
                    where workspace_id = :workspace and id = :id
                    """)
                .bind("workspace", HERE)
                .bind("id", outreach.id())
                .execute());
  }

  @Test
  void a_day_that_ends_as_it_begins_and_no_day_at_all_are_asked_about_again() {
    assertThat(sends("09:00", "09:00", "MONDAY"))
        .isEqualTo(new Ending.Errors(Map.of(HoursView.UNTIL, WORDS.plain("hours.no-time"))));
    assertThat(sends("09:00", "17:00"))
        .isEqualTo(new Ending.Errors(Map.of(HoursView.DAYS, WORDS.plain("hours.no-day"))));
    assertThat(sends("25:00", "17:00", "MONDAY"))
        .isEqualTo(new Ending.Errors(Map.of(HoursView.FROM, WORDS.plain("hours.no-such-time"))));
    assertThat(hours.of(HERE, ANN.id())).isEqualTo(WorkingTime.USUAL);
  }

  @Test
  void the_days_are_said_as_people_say_them() {
    assertThat(said(EnumSet.allOf(DayOfWeek.class))).contains("come every day between");
    assertThat(said(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY)))
        .contains("come on Monday, Wednesday and Friday between");
  }

  private String said(Set<DayOfWeek> days) {
    return view.kept(new WorkingTime(LocalTime.of(9, 0), LocalTime.MIDNIGHT, days), ANN.zone());
  }

  @Test
  void a_choice_holds_in_one_workspace_and_goes_with_the_person() {
    sends("10:00", "12:00", "MONDAY");
    assertThat(hours.of(HERE, ANN.id()).from()).isEqualTo(LocalTime.of(10, 0));
    assertThat(hours.of(ELSEWHERE, ANN.id())).isEqualTo(WorkingTime.USUAL);
    assertThat(hours.of(HERE, MAYA.id())).isEqualTo(WorkingTime.USUAL);

    team.database.transact(
        tx -> new ReminderHoldings().erase(tx, HERE, new Somebody.Account(ANN.id())));
    assertThat(hours.of(HERE, ANN.id())).isEqualTo(WorkingTime.USUAL);
  }

  private Ending isBackOn(String day) {
    return sends(
        Map.of(HoursView.BACK, Map.of(HoursView.BACK, Map.of("selected_date", day))),
        "09:00",
        "17:00",
        "MONDAY",
        "TUESDAY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-02", "2026-10-30", "2026-02-31", "soon"})
  void a_leave_that_is_over_or_never_ends_is_asked_back(String day) {
    assertThat(isBackOn("2026-11-09")).isInstanceOf(Ending.Show.class);

    assertThat(isBackOn(day))
        .isEqualTo(new Ending.Errors(Map.of(HoursView.BACK, WORDS.plain("hours.back-is-past"))));
    assertThat(hours.backOn(HERE, ANN.id(), LocalDate.parse("2026-11-02")))
        .hasValue(LocalDate.parse("2026-11-09"));
  }

  private String toldTo() {
    team.reminders.fireDue();
    return team.database.query(
        tx ->
            tx.query("select coalesce(min(recipient), '') from outbox where state = 'WAITING'")
                .mapTo(String.class)
                .one());
  }

  @Test
  void while_somebody_is_on_leave_the_lead_hears_what_falls_due_for_them() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    team.members.put(HERE, MAYA.id(), outreach.id(), ANN.id(), Role.FACILITATOR);
    team.records(ANN, Team.from(MAYA), "Calls come too early");
    team.clock.set("2026-11-16T16:00:00Z");

    assertThat(isBackOn("2026-11-17").toString()).contains("You are away until", "17 November");
    assertThat(opens().toString()).contains("initialDate=2026-11-17");
    assertThat(toldTo()).isEqualTo(MAYA.id().value());
  }

  @Test
  void whoever_is_back_is_written_to_again() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    team.members.put(HERE, MAYA.id(), outreach.id(), ANN.id(), Role.FACILITATOR);
    team.records(ANN, Team.from(MAYA), "Calls come too early");
    isBackOn("2026-11-17");
    team.clock.set("2026-11-17T16:00:00Z");

    assertThat(toldTo()).isEqualTo(ANN.id().value());
    assertThat(opens().toString()).doesNotContain("initialDate=2026");
  }

  @Test
  void a_day_back_that_is_over_means_that_nobody_is_away() {
    team.clock.set("2026-11-16T16:00:00Z");
    assertThat(isBackOn("2026-11-16").toString()).doesNotContain("away");
    assertThat(hours.backOn(HERE, ANN.id(), LocalDate.parse("2026-11-15"))).isEmpty();
  }
}

package dev.groundswell.initiative;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Flaw.Field;
import dev.groundswell.initiative.Flaw.Why;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnBothDatabases
class ChartersTest {
  private static final ChannelId HOME = new ChannelId("C0HOME");
  private static final Set<DayOfWeek> WEEK = Initiative.MONDAY_TO_FRIDAY;

  private final Team team;
  private final Initiative outreach;
  private Channels.State state = Channels.State.OPEN;
  private final Charters charters;

  ChartersTest(Engine engine) {
    team = Team.on(engine);
    charters = new Charters(team.database, (workspace, channel) -> state);
    outreach = team.starts(MAYA, "Diabetes outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Changed change(UserId by, Charter wish) {
    return charters.change(HERE, by, outreach.id(), wish);
  }

  private static Charter at(@Nullable ChannelId home) {
    return new Charter("Diabetes outreach", "", home, "New York", WEEK, "");
  }

  private static Charter with(String name, String purpose, String zone, String holidays) {
    return new Charter(name, purpose, null, zone, WEEK, holidays);
  }

  private Initiative now() {
    return team.initiatives.find(HERE, outreach.id()).orElseThrow();
  }

  @Test
  void everything_that_was_filled_in_is_kept() {
    Charter wish =
        new Charter(
            " Diabetes  outreach 2 ",
            "Everybody gets a call\nin their own language",
            HOME,
            "berlin",
            Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
            "1 Jan 2027, 25 Dec 2026");

    assertThat(change(MAYA.id(), wish)).isEqualTo(new Changed.Done(now()));

    assertThat(now().name()).isEqualTo("Diabetes outreach 2");
    assertThat(now().purpose()).isEqualTo("Everybody gets a call\nin their own language");
    assertThat(now().home()).isEqualTo(HOME);
    assertThat(now().zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(now().workingDays()).containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    assertThat(now().holidays())
        .containsExactly(LocalDate.of(2026, 12, 25), LocalDate.of(2027, 1, 1));
  }

  @Test
  void only_the_lead_changes_it_and_others_learn_nothing() {
    Charter wish = with("Mine", "", "UTC", "");

    assertThat(change(ANN.id(), wish)).isEqualTo(new Changed.NotAllowed(outreach));
    assertThat(change(new UserId("U0STRANGER"), wish)).isEqualTo(new Changed.Gone());
    assertThat(charters.change(ELSEWHERE, MAYA.id(), outreach.id(), wish))
        .isEqualTo(new Changed.Gone());
    assertThat(now()).isEqualTo(outreach);
  }

  @Test
  void several_flaws_are_named_at_once_and_nothing_is_changed() {
    Charter wish = new Charter("  ", "x".repeat(501), null, "Atlantis", Set.of(), "31 Feb 2027");

    assertThat(((Changed.Unfit) change(MAYA.id(), wish)).flaws())
        .containsExactlyInAnyOrder(
            new Flaw(Field.NAME, Why.BLANK, ""),
            new Flaw(Field.PURPOSE, Why.TOO_LONG, "500"),
            new Flaw(Field.ZONE, Why.NOT_A_ZONE, "Atlantis"),
            new Flaw(Field.WORKING_DAYS, Why.BLANK, ""),
            new Flaw(Field.HOLIDAYS, Why.NOT_A_DATE, "31 Feb 2027"));
    assertThat(now()).isEqualTo(outreach);
  }

  @Test
  void details_of_patients_are_kept_nowhere_and_not_said_again() {
    Charter wish =
        with(
            "For patient John Smith",
            "patient John Smith, MRN 12345678",
            "patient John Smith",
            "patient John Smith");

    Changed.Unfit unfit = (Changed.Unfit) change(MAYA.id(), wish);

    assertThat(unfit.flaws()).hasSize(4).allMatch(it -> it.why() == Why.PATIENT_DETAILS);
    assertThat(unfit.toString()).doesNotContain("John", "Smith", "12345678");
    assertThat(now()).isEqualTo(outreach);
  }

  @Test
  void a_name_that_another_one_has_is_taken_and_its_own_is_not() {
    team.starts(ANN, "Asthma at school");

    assertThat(change(MAYA.id(), with("ASTHMA at school", "", "UTC", "")))
        .isEqualTo(unfit(Field.NAME, Why.TAKEN));
    assertThat(change(MAYA.id(), with("DIABETES outreach", "", "UTC", "")))
        .isInstanceOf(Changed.Done.class);
    assertThat(change(MAYA.id(), with("x".repeat(61), "", "UTC", "")))
        .isEqualTo(new Changed.Unfit(java.util.List.of(new Flaw(Field.NAME, Why.TOO_LONG, "60"))));
  }

  private static Changed.Unfit unfit(Field field, Why why) {
    return new Changed.Unfit(java.util.List.of(new Flaw(field, why, "")));
  }

  @ParameterizedTest
  @CsvSource({"GONE,CHANNEL_GONE", "DIRECT,CHANNEL_GONE", "BOT_NOT_IN,BOT_NOT_IN", "SHARED,SHARED"})
  void a_channel_that_can_not_be_a_home_is_none(Channels.State channel, Why why) {
    state = channel;

    assertThat(change(MAYA.id(), at(HOME))).isEqualTo(unfit(Field.HOME, why));
    assertThat(now().home()).isNull();
  }

  @Test
  void while_slack_can_not_be_asked_the_channel_is_taken_as_chosen() {
    state = Channels.State.UNKNOWN;

    assertThat(change(MAYA.id(), at(HOME))).isInstanceOf(Changed.Done.class);
  }

  @Test
  void a_home_that_has_gone_since_does_not_keep_the_rest_from_changing() {
    change(MAYA.id(), at(HOME));
    state = Channels.State.GONE;

    assertThat(change(MAYA.id(), at(HOME))).isInstanceOf(Changed.Done.class);
  }

  @Test
  void a_channel_is_the_home_of_one_initiative_until_that_one_rests() {
    Initiative asthma = team.starts(ANN, "Asthma at school");
    change(MAYA.id(), at(HOME));
    Charter wish = new Charter("Asthma at school", "", HOME, "UTC", WEEK, "");

    assertThat(charters.change(HERE, ANN.id(), asthma.id(), wish))
        .isEqualTo(unfit(Field.HOME, Why.HOME_OF_ANOTHER));
    team.pauses.archive(HERE, MAYA.id(), outreach.id());
    assertThat(charters.change(HERE, ANN.id(), asthma.id(), wish)).isInstanceOf(Changed.Done.class);
  }

  @Test
  void in_its_home_commands_mean_it_and_elsewhere_what_a_person_chose() {
    team.clock.advance(Duration.ofMinutes(1));
    Initiative asthma = team.starts(MAYA, "Asthma at school");
    change(MAYA.id(), at(HOME));

    assertThat(team.initiatives.current(HERE, MAYA.id(), HOME)).contains(now());
    assertThat(team.initiatives.current(HERE, MAYA.id(), new ChannelId("C0OTHER")))
        .contains(asthma);
    assertThat(team.initiatives.current(HERE, MAYA.id())).contains(asthma);
    team.members.remove(HERE, MAYA.id(), outreach.id(), PRIYA.id());
    assertThat(team.initiatives.current(HERE, PRIYA.id(), HOME)).contains(asthma);
  }
}

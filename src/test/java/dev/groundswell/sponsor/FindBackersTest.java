package dev.groundswell.sponsor;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.config.Settings;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.people.Person;
import dev.groundswell.sponsor.Backers.Scale;
import dev.groundswell.sponsor.FindBackers.Answer;
import dev.groundswell.sponsor.Objective.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who should back the work. */
@OnBothDatabases
class FindBackersTest {
  private static final String AIMS = "Shorter waiting times in the diabetes clinics";

  private final Team team;
  private final FindBackers findBackers;

  FindBackersTest(Engine engine) {
    team = Team.on(engine);
    findBackers =
        new FindBackers(
            team.database, team.initiatives, team.vault, Settings.USUAL_GRANT_LIMIT, team.clock);
    team.starts(MAYA, "Diabetes outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Sponsor sponsor(String name, String address) {
    return ((Added.Done) team.sponsors.add(HERE, MAYA.id(), name, address)).sponsor();
  }

  private void wants(Sponsor sponsor, Kind kind, String words) {
    assertThat(team.profiles.addObjective(MAYA, HERE, sponsor.id(), kind, words, Set.of()))
        .isInstanceOf(Changed.Done.class);
  }

  private Backers backers(Person by, String grant) {
    return ((Answer.Found) findBackers.whoFor(by, HERE, AIMS, grant)).backers();
  }

  private Scale scale(String grant) {
    return backers(MAYA, grant).scale();
  }

  @Test
  void whoever_wants_the_same_comes_first() {
    Sponsor tom = sponsor("Tom Becker", "tom@example.org");
    wants(tom, Kind.STRATEGIC, "Fewer readmissions");
    Sponsor ada = sponsor("Ada Finch", "ada@example.org");
    wants(ada, Kind.STRATEGIC, "No patient waits longer than six weeks");
    Sponsor eve = sponsor("Eve Stone", "eve@example.org");
    wants(eve, Kind.STRATEGIC, "Waiting lists of the clinics are halved");

    assertThat(backers(MAYA, "").fitting())
        .extracting(it -> it.sponsor().name())
        .containsExactly("Eve Stone", "Ada Finch");
  }

  @Test
  void a_personal_objective_and_one_of_last_year_are_not_held_against_the_aims() {
    Sponsor tom = sponsor("Tom Becker", "tom@example.org");
    wants(tom, Kind.PERSONAL, "Be known for short waiting times");
    assertThat(backers(MAYA, ""))
        .satisfies(it -> assertThat(it.fitting()).isEmpty())
        .satisfies(it -> assertThat(it.objectivesKnown()).isFalse());
    wants(tom, Kind.STRATEGIC, "Short waiting times");
    assertThat(backers(MAYA, "").fitting()).hasSize(1);

    team.clock.advance(Duration.ofDays(90));

    assertThat(backers(MAYA, "").fitting()).isEmpty();
  }

  @Test
  void one_who_left_is_named_as_such_and_one_with_many_initiatives_too() {
    Sponsor tom = sponsor("Tom Becker", "tom@example.org");
    wants(tom, Kind.STRATEGIC, "Short waiting times");
    Sponsor ada = sponsor("Ada Finch", "ada@example.org");
    wants(ada, Kind.STRATEGIC, "Clinics that run on time");
    team.profiles.left(MAYA, HERE, tom.id());
    for (String other : List.of("Quiet wards", "Evening hours")) {
      team.starts(MAYA, other);
      sponsor("Ada Finch", "Ada@example.org");
    }

    Backers found = backers(MAYA, "");

    assertThat(found.gone()).extracting(Sponsor::name).containsExactly("Tom Becker");
    assertThat(found.fitting()).singleElement().satisfies(it -> assertThat(it.hasMany()).isTrue());
  }

  @Test
  void sponsors_of_other_peoples_initiatives_are_not_shown() {
    wants(sponsor("Tom Becker", "tom@example.org"), Kind.STRATEGIC, "Short waiting times");
    Person outsider =
        new Person(new dev.groundswell.kernel.UserId("U0OUT"), "Out", MAYA.zone(), true);

    assertThat(backers(outsider, "").fitting()).isEmpty();
  }

  @Test
  void the_limit_itself_concerns_the_whole_team() {
    assertThat(scale("249,999.99 GBP")).isEqualTo(Scale.BELOW);
    assertThat(scale("£250,000")).isEqualTo(Scale.WHOLE_TEAM);
    assertThat(scale("250k pounds")).isEqualTo(Scale.WHOLE_TEAM);
    assertThat(scale("300,000 EUR")).isEqualTo(Scale.OTHER_CURRENCY);
    assertThat(scale("300,000")).isEqualTo(Scale.OTHER_CURRENCY);
    assertThat(scale("not known yet")).isEqualTo(Scale.UNKNOWN_SUM);
    assertThat(scale("")).isEqualTo(Scale.NO_GRANT);
  }

  @Test
  void what_cannot_be_read_is_said() {
    assertThat(findBackers.whoFor(MAYA, HERE, " ", "")).isInstanceOf(Answer.AimsMissing.class);
    assertThat(findBackers.whoFor(MAYA, HERE, AIMS, "a lot")).isInstanceOf(Answer.SumNotRead.class);
    assertThat(findBackers.whoFor(MAYA, HERE, "x".repeat(1001), ""))
        .isInstanceOf(Answer.TooLong.class);
    assertThat(findBackers.whoFor(MAYA, HERE, "For patient John Smith", ""))
        .isInstanceOf(Answer.PatientDetails.class);
  }
}

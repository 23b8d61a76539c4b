package dev.groundswell;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Input;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.privacy.Erasure;
import dev.groundswell.privacy.Holdings;
import dev.groundswell.privacy.Holdings.Erased;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.sponsor.DigestLetter;
import dev.groundswell.sponsor.DigestLetters;
import dev.groundswell.sponsor.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnBothDatabases
class UpkeepTest {
  private final Team team;
  private final Erasure erasure;

  UpkeepTest(Engine engine) {
    team = Team.on(engine);
    erasure = Upkeep.erasure(team.database, team.vault, team.reminders);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private List<String> erases(Somebody who) {
    return erasure.erase(HERE, who).stream().map(it -> it.count() + " " + it.what()).toList();
  }

  /** All that stands in a column, of every workspace. */
  private List<String> column(String table, String column) {
    return team.database.inTransaction(
        tx -> tx.query("select " + column + " from " + table).mapTo(String.class).list());
  }

  @Test
  void what_a_named_contributor_said_goes_and_the_count_stays() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    Input said = team.records(MAYA, Team.from("Ben Ode"), "Calls come too early");
    team.records(MAYA, Team.from("Sue"), "Keep the evenings");
    String sealed =
        team.database.inTransaction(
            tx -> {
              var id =
                  tx.query("select id from contributor where name = 'Ben Ode'")
                      .mapTo(java.util.UUID.class)
                      .one();
              return team.vault.seal(tx, HERE, id, "ben@example.org") + "|" + id;
            });

    assertThat(erases(new Somebody.Named(" ben  ODE ")))
        .containsExactly(
            "1 contributors: name blanked, key destroyed",
            "1 inputs: words blanked",
            "1 report-backs closed, since nobody is left to tell");

    assertThat(column("contributor", "name")).containsExactlyInAnyOrder(Holdings.NOBODY, "Sue");
    assertThat(column("contributor", "name_key")).doesNotContain("ben ode");
    assertThat(column("input", "words"))
        .containsExactlyInAnyOrder(Holdings.NOTHING, "Keep the evenings");
    assertThat(team.inputs.find(HERE, said.id()).orElseThrow().words()).isEqualTo("[erased]");
    String[] parts = sealed.split("\\|");
    assertThat(
            team.database.<Optional<String>>inTransaction(
                tx -> team.vault.open(tx, HERE, java.util.UUID.fromString(parts[1]), parts[0])))
        .isEmpty();
    assertThat(team.reportBacks.open(HERE, outreach.id(), 10))
        .extracting(Input::words)
        .containsExactly("Keep the evenings");
  }

  @Test
  void nobody_is_reminded_to_tell_somebody_who_was_erased() {
    team.starts(MAYA, "Diabetes outreach");
    team.records(MAYA, Team.from("Ben"), "Calls come too early");

    erases(new Somebody.Named("Ben"));
    team.clock.advance(Duration.ofDays(60));

    assertThat(team.reminders.fireDue()).isZero();
  }

  @Test
  void two_contributors_of_one_initiative_can_be_erased() {
    team.starts(MAYA, "Diabetes outreach");
    team.records(MAYA, Team.from("Ben"), "Calls come too early");
    team.records(MAYA, Team.from("Sue"), "Keep the evenings");

    assertThat(erases(new Somebody.Named("Ben"))).isNotEmpty();
    assertThat(erases(new Somebody.Named("Sue"))).isNotEmpty();
    assertThat(erases(new Somebody.Named("Sue"))).isEmpty();
    assertThat(erases(new Somebody.Named(Holdings.NOBODY))).isEmpty();
  }

  @Test
  void an_account_goes_with_its_profile_and_what_it_said() {
    team.starts(MAYA, "Diabetes outreach");
    team.people.get(HERE, PRIYA.id());
    team.records(MAYA, Team.from(PRIYA), "The forms are too long");
    team.records(MAYA, Team.from(ANN), "Keep the evenings");

    assertThat(erases(new Somebody.Account(PRIYA.id())))
        .contains("1 profiles taken away", "1 inputs: words blanked");

    assertThat(column("person", "name")).doesNotContain("Priya");
    assertThat(column("contributor", "name")).doesNotContain("Priya").contains("Ann");
    assertThat(column("contributor", "user_id")).doesNotContain(PRIYA.id().value());
    assertThat(column("input", "words")).doesNotContain("The forms are too long");
  }

  @Test
  void an_erased_sponsor_gets_no_digest_and_may_come_back() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org");
    team.records(MAYA, Team.from("Ben"), "Calls come too early");

    assertThat(erases(new Somebody.Named("tom becker")))
        .containsExactly("1 sponsors: name blanked, the key of the address destroyed");

    assertThat(team.sponsors.of(HERE, outreach.id())).isEmpty();
    assertThat(team.digests.sendNow(HERE, MAYA.id())).isInstanceOf(Sent.NoSponsor.class);
    assertThat(team.rows("row_key")).isZero();
    team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org");
    assertThat(team.sponsors.of(HERE, outreach.id())).hasSize(1);
  }

  @Test
  void a_digest_that_waits_does_not_reach_an_erased_sponsor() {
    Initiative outreach = team.starts(MAYA, "Diabetes outreach");
    team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org");
    team.confirms(team.sponsors.of(HERE, outreach.id()).get(0));
    team.records(MAYA, Team.from("Ben"), "Calls come too early");
    team.digests.sendNow(HERE, MAYA.id());
    var digest =
        team.database.inTransaction(
            tx -> tx.query("select id from digest").mapTo(java.util.UUID.class).one());

    erases(new Somebody.Named("Tom Becker"));

    assertThat(
            team.digestLetters.letter(HERE, new Outgoing.Item("x", DigestLetters.DIGEST, digest)))
        .isInstanceOf(DigestLetter.NotWanted.class);
  }

  @Test
  void another_workspace_keeps_its_own() {
    team.starts(MAYA, "Diabetes outreach");
    team.records(MAYA, Team.from("Ben"), "Calls come too early");

    assertThat(erasure.erase(ELSEWHERE, new Somebody.Named("Ben"))).isEmpty();

    assertThat(column("input", "words")).containsExactly("Calls come too early");
  }

  @Test
  void a_rehearsal_says_the_same_and_changes_nothing() {
    team.starts(MAYA, "Diabetes outreach");
    team.records(MAYA, Team.from("Ben"), "Calls come too early");
    Somebody ben = new Somebody.Named("Ben");

    List<Erased> rehearsed = erasure.rehearse(HERE, ben);

    assertThat(column("input", "words")).containsExactly("Calls come too early");
    assertThat(erasure.erase(HERE, ben)).isEqualTo(rehearsed);
  }

  @Test
  void somebody_unknown_is_nothing() {
    assertThat(erases(new Somebody.Account(new UserId("U0NOBODY")))).isEmpty();
    assertThat(erasure.erase(new WorkspaceId("T0NOWHERE"), new Somebody.Named("Ben"))).isEmpty();
  }

  private void promises(Optional<dev.groundswell.kernel.UserId> account, String name, String key) {
    assertThat(
            team.pledges.promise(
                MAYA,
                HERE,
                null,
                new dev.groundswell.pledge.Said(account, name, "", "free two nurses", "friday"),
                key))
        .isInstanceOf(dev.groundswell.pledge.Promised.Noted.class);
  }

  @Test
  void what_a_person_pledged_goes_and_the_count_stays() {
    team.starts(MAYA, "Diabetes outreach");
    promises(Optional.empty(), "Dr  Lee", "p1");
    promises(Optional.empty(), "3 patients", "p2");
    promises(Optional.of(PRIYA.id()), "", "p3");

    assertThat(erases(new Somebody.Named("dr lee")))
        .containsExactly(
            "1 pledges: name and words blanked",
            "1 open pledges released, since nobody is left to keep them");
    assertThat(erases(new Somebody.Account(PRIYA.id())))
        .contains("1 pledges: name and words blanked");
    assertThat(erases(new Somebody.Named("Dr Lee"))).isEmpty();

    assertThat(column("pledge", "name"))
        .containsExactlyInAnyOrder(Holdings.NOBODY, "", Holdings.NOBODY);
    assertThat(column("pledge", "name_key")).containsOnly("");
    assertThat(column("pledge", "user_id")).containsOnlyNulls();
    assertThat(column("pledge", "words"))
        .containsExactlyInAnyOrder(Holdings.NOTHING, "free two nurses", Holdings.NOTHING);
    team.clock.advance(Duration.ofDays(30));
    assertThat(team.reminders.fireDue()).as("of the patients alone").isEqualTo(1);
  }

  @Test
  void a_practice_that_goes_by_the_name_of_a_person_loses_it() {
    team.starts(MAYA, "Diabetes outreach");
    team.engages(MAYA, "Dr Ann Lee");
    team.engages(MAYA, "Eastgate");

    assertThat(erases(new Somebody.Named("dr ann lee")))
        .containsExactly("1 practices: name and notes blanked");
    assertThat(erases(new Somebody.Named("Dr Ann Lee"))).isEmpty();

    assertThat(column("practice", "name"))
        .contains("Eastgate")
        .anyMatch(it -> it.startsWith(Holdings.NOBODY))
        .noneMatch(it -> it.contains("Lee"));
    assertThat(column("practice", "name_key")).noneMatch(it -> it.contains("lee"));
  }
}

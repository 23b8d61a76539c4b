package dev.groundswell.slack.reminder;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.RoundChanged;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.people.Person;
import dev.groundswell.pledge.Promised;
import dev.groundswell.pledge.Said;
import dev.groundswell.practice.Card;
import dev.groundswell.reminder.Coming;
import dev.groundswell.reminder.Coming.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two reminders of a kind are told apart by what they are about. */
@OnBothDatabases
class WhatIsComingTest {
  private static final Instant LATER = Instant.parse("2027-11-02T00:00:00Z");

  private final Team team;
  private final Initiative outreach;
  private final UpcomingView view = new UpcomingView(WORDS);

  WhatIsComingTest(Engine engine) {
    team = Team.on(engine);
    outreach = team.starts(MAYA, "Diabetes outreach");
  }

  @AfterEach
  void close() {
    team.close();
  }

  private List<String> coming(Person viewer, Initiative... led) {
    Set<UUID> ids = Set.copyOf(Arrays.stream(led).map(Initiative::id).toList());
    List<Coming> coming = team.reminders.upcoming(HERE, viewer.id(), ids, Place.FIRST, LATER, 20);
    return coming.stream().map(it -> view.line(it, viewer.id(), viewer.zone())).toList();
  }

  @Test
  void each_says_whose_input_which_practice_which_sponsor_which_promise() {
    team.records(ANN, Team.from(PRIYA), "The calls come\ntoo early");
    team.records(ANN, Team.from("Parents' group"), "Ask us *before* you print it");
    RoundChanged round =
        team.rounds.open(ANN, HERE, null, "Spring survey", LocalDate.parse("2026-12-01"), null);
    assertThat(round).isInstanceOf(RoundChanged.Opened.class);
    Card eastgate = team.engages(ANN, "Eastgate Family Medicine");
    team.checkIns.notNow(ANN, HERE, eastgate.engagement().id(), "New records", null, Set.of());
    Promised promised =
        team.pledges.promise(
            ANN,
            HERE,
            null,
            new Said(Optional.empty(), "Dr Lee", "", "free two nurses", "friday"),
            "key");
    assertThat(promised).isInstanceOf(Promised.Noted.class);
    team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org");

    assertThat(String.join("\n", coming(ANN)))
        .contains(
            "what became of their input (<@"
                + PRIYA.id().value()
                + ">: “The calls come too early”)",
            "what became of their input (Parents' group: “Ask us",
            "that a round ends (Spring survey)",
            "contact with a practice (Eastgate Family Medicine)",
            "(Dr Lee: “free two nurses”)");
    assertThat(String.join("\n", coming(MAYA))).contains("(Tom Becker)");
    assertThat(coming(ANN)).doesNotHaveDuplicates();
  }

  @Test
  void the_lead_sees_what_it_is_about_and_somebody_who_left_does_not() {
    team.records(ANN, Team.from(PRIYA), "The calls come too early");

    assertThat(coming(MAYA, outreach))
        .singleElement()
        .asString()
        .contains("to <@" + ANN.id().value() + ">", "“The calls come too early”");

    team.database.transact(
        tx ->
            tx.update("delete from member where workspace_id = :workspace and user_id = :user")
                .bind("workspace", HERE)
                .bind("user", ANN.id())
                .execute());
    assertThat(coming(ANN))
        .singleElement()
        .asString()
        .doesNotContain("too early", PRIYA.id().value());
  }
}

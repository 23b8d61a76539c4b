package dev.groundswell.sponsor;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.Wins;
import dev.groundswell.practice.readiness.Component;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a digest tells of practices: totals, and none of them by name. */
@OnBothDatabases
class PracticesInDigestTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  private final Team team;
  private final Wins wins;
  private final Sponsor tom;
  private int engaged;

  PracticesInDigestTest(Engine engine) {
    team = Team.on(engine);
    wins = new Wins(team.database, team.initiatives, team.ids, team.clock);
    team.starts(MAYA, "Diabetes outreach");
    tom =
        ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom.becker@example.org"))
            .sponsor();
    team.confirms(tom);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private void assessed(int practices, int rating) {
    Map<Component, Integer> ratings = new HashMap<>();
    for (Component each : Component.values()) {
      ratings.put(each, rating);
    }
    for (int i = 0; i < practices; i++) {
      engaged++;
      UUID engagement = team.engages(MAYA, "Practice " + engaged).engagement().id();
      assertThat(
              team.assessments
                  .assess(
                      MAYA,
                      HERE,
                      engagement,
                      new Sheet("Whether to start", ratings, "", MONDAY, ""),
                      "form/" + engaged)
                  .either(done -> "", Object::toString))
          .isEmpty();
    }
  }

  private UUID eastgate() {
    return team.engages(MAYA, "Eastgate").engagement().id();
  }

  private void won(UUID engagement, String what, String meaning) {
    assertThat(
            wins.note(MAYA.id(), HERE, engagement, new Wins.Win(MONDAY, what, meaning))
                .either(done -> "", Object::toString))
        .isEmpty();
  }

  private List<String> lines(Topic topic) {
    return team.drafts.preview(HERE, MAYA.id(), tom.id()).orElseThrow().lines().stream()
        .filter(it -> it.topic() == topic)
        .map(Line::words)
        .toList();
  }

  @Test
  void of_fewer_than_five_practices_nothing_is_told() {
    assessed(4, 5);

    assertThat(lines(Topic.READINESS)).isEmpty();
  }

  @Test
  void five_are_told_as_a_total() {
    assessed(5, 5);

    assertThat(lines(Topic.READINESS))
        .containsExactly(
            "5 practices were looked at for readiness so far; all of them are willing and stable"
                + " enough to start");
  }

  @Test
  void a_group_of_fewer_than_five_can_be_worked_out_from_no_total() {
    assessed(6, 5);
    assessed(4, 2);

    assertThat(lines(Topic.READINESS))
        .containsExactly("10 practices were looked at for readiness so far");
  }

  @Test
  void two_groups_of_five_are_told_apart() {
    assessed(6, 5);
    assessed(5, 2);

    assertThat(lines(Topic.READINESS))
        .containsExactly(
            "11 practices were looked at for readiness so far; 6 of them are willing and stable"
                + " enough to start");
  }

  @Test
  void a_win_of_a_practice_is_an_early_win_without_its_name() {
    won(eastgate(), "EASTGATE called 40 back", "Nobody at Eastgate waits for a week");

    assertThat(lines(Topic.WIN))
        .containsExactly(
            "Early win: one practice called 40 back: Nobody at one practice waits for a week");
  }

  @Test
  void a_win_that_was_noted_in_both_places_is_told_once() {
    UUID engagement = eastgate();
    won(engagement, "40 were called back.", "Nobody waits for a week");
    team.signs.win(MAYA, HERE, null, "40 were called back", "call log", "today", true);

    List<Win> all =
        team.database.inTransaction(
            tx ->
                new WhatHappened(
                        team.reportBacks, team.lists, team.pledges, team.practices, Team.WORDS)
                    .since(
                        tx,
                        team.initiatives.current(HERE, MAYA.id()).orElseThrow(),
                        java.time.Instant.EPOCH,
                        team.clock.instant())
                    .wins());

    assertThat(all).singleElement().satisfies(it -> assertThat(it.source()).isEqualTo("call log"));
  }
}

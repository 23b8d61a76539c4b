package dev.groundswell.slack.practice;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.practice.readiness.Dimension;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.slack.Replies;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the picture of a path shows, for those who don't see it. */
class PathListenerTest {
  /** Nothing is sent here. */
  private static final Replies NOWHERE = null;

  private static Card done(Outcome<Card> outcome) {
    return outcome.either(
        it -> it,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private static Card rates(Team team, UUID eastgate, String day, int willing, int stable) {
    team.clock.set(day + "T15:00:00Z");
    Map<Component, Integer> ratings = new EnumMap<>(Component.class);
    for (Component each : Component.values()) {
      int rating = each.dimension() == Dimension.WILLINGNESS ? willing : stable;
      if (rating > 0) {
        ratings.put(each, rating);
      }
    }
    return done(
        team.assessments.assess(
            MAYA,
            HERE,
            eastgate,
            new Sheet("Whether to start", ratings, "", LocalDate.parse(day), "For the picture"),
            day));
  }

  @Test
  void it_tells_each_rating_and_each_move_in_their_order_and_a_setback_as_part_of_the_way() {
    try (Team team = Team.on(Engine.H2)) {
      team.starts(MAYA, "Diabetes outreach");
      UUID eastgate = team.engages(MAYA, "Eastgate").engagement().id();
      rates(team, eastgate, "2026-11-02", 1, 2);
      done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.ACTION, ""));
      rates(team, eastgate, "2027-01-25", 3, 0);
      team.clock.set("2027-02-01T15:00:00Z");
      done(team.checkIns.moved(MAYA, HERE, eastgate, Stage.CONTEMPLATION, ""));
      Card card = rates(team, eastgate, "2027-04-26", 4, 5);

      String told =
          new PathListener(
                  team.practices, NOWHERE, Team.WORDS, TipLibrary.load(PromptFiles.packaged()))
              .inWords(card);

      assertThat(told.lines())
          .containsExactly(
              "The path of Eastgate. On a scale from 1 to 5:",
              "• 2 November 2026: began in Precontemplation",
              "• 2 November 2026: willingness 1.0, stability 2.0",
              "• 2 November 2026: on to Action",
              "• 25 January 2027: willingness 3.0, stability not rated",
              "• 1 February 2027: back to Contemplation, which is part of the way",
              "• 26 April 2027: willingness 4.0, stability 5.0");
    }
  }
}

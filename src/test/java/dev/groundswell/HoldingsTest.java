package dev.groundswell;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Assessments.Sheet;
import dev.groundswell.practice.KickOff;
import dev.groundswell.practice.KickOffs;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.Touch;
import dev.groundswell.practice.Wins;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.privacy.Holdings.Erased;
import dev.groundswell.privacy.Somebody;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept about people, column by column, and what of it goes when one of them is erased. */
@OnBothDatabases
class HoldingsTest {
  /** Blanked or taken away with the person they are about, or who wrote them. */
  private static final String GOES =
      """
      blockage.help blockage.what assessment.purpose assessment.note assessment.why_again assessment.outcome
      proof.sealed_signatory
      contributor.user_id contributor.name contributor.name_key contributor.address
      demand.name digest.sent_to draft.user_id draft.from_id draft.from_name draft.words draft.details
      early_win_idea.idea early_win_idea.learned engagement.plan_why input.words
      kick_off.vision kick_off.goal kick_off.measure
      library_item.title library_item.neighbour
      own_hours.days own_hours.from_time own_hours.until_time own_hours.user_id
      person.user_id person.name person.zone pledge.user_id pledge.name pledge.name_key
      pledge.words pledge.evidence
      practice.name practice.name_key practice.record_system practice.region practice.ownership
      practice.programmes practice.rhythm practice.networks
      practice_contact.name practice_contact.name_print practice_contact.role practice_contact.reach
      practice_name.name_key practice_override.reason practice_win.what practice_win.meaning
      report_back.wording report_back.answer_words saved_tip.user_id sponsor.name sponsor.address
      sponsor.sealed_address sponsor.address_print stage_move.note tip_vote.user_id touch.note
      """;

  /** Sealed under a key of the person's, which is destroyed. */
  private static final String SEALED =
      """
      proof.sealed_statement
      digest_test.sealed_address house_key.wrapped mail_reply.sealed_words row_key.wrapped
      sponsor_deed.sealed_words sponsor_objective.sealed_words sponsor_profile.sealed_reach sponsor_profile.sealed_words
      """;

  /** Who recorded, decided or owns something: the id alone stays, as the README says. */
  private static final String WHO =
      """
      proof.owner_id blockage.asked_by cadence.set_by decision.decided_by demand.noted_by digest.asked_by
      digest.edited_by digest_line.edited_by digest_test.asked_by early_win.noted_by
      early_win_idea.learned_by early_win_idea.noted_by engagement.owner_id initiative.created_by initiative.lead_id
      input.owner_id input.recorded_by input_round.closed_by input_round.owner_id
      interest.noted_by item_given.given_by kick_off.opened_by library_item.added_by member.added_by
      member.user_id outbox.answers_to outbox.recipient outbox.sending_to pledge.owner_id
      pledge.settled_by practice.created_by practice.do_not_contact_by practice_contact.noted_by
      practice_override.by_id practice_win.noted_by reminder.recipient report_back.sent_by
      report_back.told_by sponsor.owner_id sponsor_deed.noted_by stage_move.moved_by
      assessment.rater_id touch.touched_by
      """;

  /** About the work and no person; the guard of patients has looked it over. */
  private static final String WORK =
      """
      proof.for_what assessment.citation assessment.instrument assessment.scores
      cadence.why decision.link decision.reason decision.weighed digest_line.words early_win.words
      initiative.home_channel initiative.holidays initiative.name initiative.name_key
      initiative.purpose initiative.working_days initiative.zone input.link
      input_round.name input_round.name_key library_item.link library_item.region
      library_item.topic sponsor_profile.title
      """;

  /** Words of the house itself: states, kinds, keys of requests. */
  private static final String CODES =
      """
      proof.request_key proof.state assessment.ratings assessment.request_key blockage.request_key blockage.state cadence.stage
      contributor.grp contributor.reach decision.outcome demand.kind digest.slot digest.state
      digest_line.source digest_line.topic draft.request_key early_win.source early_win_idea.state engagement.plan_kinds
      engagement.stage input.channel input.request_key input.steers
      input_round.steers interest.kind interest.source kick_off.chosen_by kick_off.done
      library_item.kind mail_reply.state mail_seen.print member.role nightly.name occasion.kind
      occasion.name outbox.medium outbox.reference outbox.state outbox.why pledge.grp
      pledge.request_key pledge.state practice_contact.part practice_override.what reminder.kind
      reminder.rule reminder.state reminder.zone report_back.answer report_back.failed_why
      report_back.sending report_back.state report_back.told_how report_back.unreachable_why
      saved_tip.tip_id sponsor_deed.kind sponsor_deed.request_key sponsor_objective.kind sponsor_objective.topics sponsor_profile.at_time
      sponsor_profile.rhythm sponsor_profile.when_still sponsor_profile.zone stage_move.from_stage
      stage_move.to_stage subscription.state subscription.why tip_vote.tip_id touch.request_key
      touch.way
      """;

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);

  private final Team team;

  HoldingsTest(Engine engine) {
    team = Team.on(engine);
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Set<String> columns() {
    return team.database.inTransaction(
        tx ->
            new TreeSet<>(
                tx.query(
                        """
                        select lower(table_name) || '.' || lower(column_name)
                        from information_schema.columns
                        where lower(table_schema) = 'public'
                          and lower(data_type) in ('character varying', 'text',
                            'character large object')
                          and lower(table_name) not like 'flyway%'
                          and lower(column_name) <> 'workspace_id'
                        """)
                    .mapTo(String.class)
                    .list()));
  }

  @Test
  void each_column_of_words_is_known_and_it_is_known_what_becomes_of_it() {
    List<String> known = new ArrayList<>();
    for (String some : List.of(GOES, SEALED, WHO, WORK, CODES)) {
      known.addAll(List.of(some.strip().split("\\s+")));
    }

    assertThat(known).doesNotHaveDuplicates();
    assertThat(columns())
        .as("a new column of words: say here what becomes of it, and see to it in the Holdings")
        .containsExactlyInAnyOrderElementsOf(known);
  }

  private static <T> T done(Outcome<T> outcome) {
    return outcome.either(
        it -> it,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  /** All that one can say about a practice, said by that person. */
  private UUID saysAllAbout(String practice, Person by, String word) {
    UUID id = team.engages(by, practice).engagement().id();
    Sheet sheet =
        new Sheet(
            word + " purpose",
            Map.of(Component.STRESS, 3),
            word + " note",
            MONDAY,
            word + " reason");
    done(team.checkIns.notNow(by, HERE, id, word + " said so", null, Set.of()));
    UUID assessment =
        done(team.assessments.assess(by, HERE, id, sheet, practice + word))
            .trajectory()
            .latest()
            .orElseThrow()
            .id();
    done(team.assessments.used(by, HERE, assessment, word + " decided", true));
    done(
        team.checkIns.touched(
            by, HERE, id, Touch.Way.SPOKE, MONDAY, null, word + " touch", practice + word));
    done(team.checkIns.moved(by, HERE, id, Stage.ACTION, word + " move"));
    done(
        team.demands.note(
            by.id(), HERE, id, null, Demand.Kind.OTHER, word + " demand", MONDAY, null));
    done(
        new KickOffs(team.database, team.initiatives, team.ids, team.clock)
            .save(
                by.id(),
                HERE,
                id,
                new KickOff(
                    Set.of(),
                    word + " vision",
                    word + " goal",
                    word + " measure",
                    KickOff.Chooser.TEAM,
                    List.of()),
                new KickOff.Idea(word + " idea", 2, 2, true)));
    done(
        new Wins(team.database, team.initiatives, team.ids, team.clock)
            .note(by.id(), HERE, id, new Wins.Win(MONDAY, word + " win", word + " meaning")));
    return id;
  }

  /** In which tables that word stands. */
  private Set<String> tablesWith(String word) {
    Set<String> tables = new TreeSet<>();
    for (String column : columns()) {
      String[] parts = column.split("\\.", 2);
      boolean stands =
          team.database.inTransaction(
              tx ->
                  tx.query("select " + parts[1] + " from " + parts[0]).mapTo(String.class).stream()
                      .anyMatch(it -> it != null && it.contains(word)));
      if (stands && !parts[1].equals("request_key")) {
        tables.add(parts[0]);
      }
    }
    return tables;
  }

  private List<Erased> erases(Somebody who) {
    return Upkeep.erasure(team.database, team.vault, team.reminders).erase(HERE, who);
  }

  private static final String[] TABLES = {
    "assessment",
    "touch",
    "stage_move",
    "demand",
    "kick_off",
    "early_win_idea",
    "practice_win",
    "practice_override",
    "engagement"
  };

  @Test
  void what_somebody_with_an_account_wrote_about_practices_goes_and_that_of_others_stays() {
    team.starts(MAYA, "Diabetes outreach");
    saysAllAbout("Eastgate", PRIYA, "Zebrafink");
    saysAllAbout("Westgate", ANN, "Kingfisher");
    assertThat(tablesWith("Zebrafink")).contains(TABLES);

    assertThat(erases(new Somebody.Account(PRIYA.id())))
        .contains(new Erased(TABLES.length, "words that they wrote about practices blanked"));

    assertThat(tablesWith("Zebrafink")).isEmpty();
    assertThat(tablesWith("Kingfisher")).contains(TABLES);
    assertThat(erases(new Somebody.Account(PRIYA.id()))).noneMatch(it -> it.count() > 0);
  }

  @Test
  void what_was_said_about_a_practice_that_goes_by_a_persons_name_goes_with_it() {
    team.starts(MAYA, "Diabetes outreach");
    UUID lee = saysAllAbout("Dr Ann Lee", PRIYA, "Zebrafink");
    saysAllAbout("Westgate", PRIYA, "Kingfisher");

    erases(new Somebody.Named("dr ann lee"));

    assertThat(tablesWith("Zebrafink")).isEmpty();
    assertThat(tablesWith("Kingfisher")).contains(TABLES);
    assertThat(done(team.practices.card(HERE, MAYA.id(), lee)).trajectory().assessments())
        .as("that it was assessed still counts")
        .hasSize(1);
  }
}

package dev.groundswell.practice;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Role;
import dev.groundswell.practice.ContactPeople.Note;
import dev.groundswell.practice.ContactPerson.Part;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.privacy.Somebody;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who decides in a practice and who is listened to, and that nobody else reads it. */
@OnBothDatabases
class ContactPeopleTest {
  private static final Note LEE =
      new Note(
          null,
          Part.DECIDES,
          "Dr. Lee",
          "medical director",
          "lee@eastgate.example, 555 0134",
          false);

  private final Team team;
  private final Initiative outreach;
  private final UUID eastgate;

  ContactPeopleTest(Engine engine) {
    team = Team.on(engine);
    outreach = team.starts(MAYA, "Diabetes outreach");
    eastgate = team.engages(MAYA, "Eastgate").engagement().id();
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Outcome<Card> notes(Note note) {
    return team.contactPeople.note(MAYA.id(), HERE, eastgate, note);
  }

  private static <T> T done(Outcome<T> outcome) {
    return outcome.either(
        it -> it,
        refusal -> {
          throw new AssertionError(refusal);
        });
  }

  private static @Nullable Why whyNot(Outcome<Card> outcome) {
    return outcome.either(it -> null, Refusal::why);
  }

  private List<ContactPerson> people() {
    return done(team.practices.card(HERE, MAYA.id(), eastgate)).people();
  }

  /** All that stands in the table, as whoever steals the file reads it. */
  private String table() {
    return team.database.inTransaction(
        tx ->
            tx.query("select * from practice_contact").mapToMap().list().toString()
                + tx.query("select * from practice_contact")
                    .map(
                        (row, context) ->
                            row.getString("name") + row.getString("role") + row.getString("reach"))
                    .list());
  }

  @Test
  void what_is_noted_of_a_person_is_on_the_card_and_sealed_in_the_table() {
    Card card = done(notes(LEE));

    assertThat(card.people())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.name()).isEqualTo("Dr. Lee");
              assertThat(it.role()).isEqualTo("medical director");
              assertThat(it.reach()).contains("555 0134");
              assertThat(it.part()).isEqualTo(Part.DECIDES);
            });
    assertThat(table())
        .doesNotContainIgnoringCase("dr. lee", "medical director", "555 0134", "lee@");
  }

  @Test
  void whoever_decides_comes_first_and_who_left_last() {
    done(notes(new Note(null, null, "Bo", "", "", false)));
    done(notes(new Note(null, Part.LISTENED_TO, "Ana Ruiz", "front desk", "", false)));
    done(notes(LEE));

    assertThat(people())
        .extracting(ContactPerson::name)
        .containsExactly("Dr. Lee", "Ana Ruiz", "Bo");
    done(notes(new Note(people().get(0).id(), null, "", "", "", true)));

    assertThat(people())
        .extracting(ContactPerson::name)
        .containsExactly("Ana Ruiz", "Bo", "Dr. Lee");
    assertThat(people().get(2).leftOn()).isEqualTo(LocalDate.of(2026, 11, 2));
    assertThat(people().get(2).reach()).contains("lee@");
  }

  @Test
  void a_name_that_is_known_is_that_person_and_what_is_empty_stays() {
    done(notes(LEE));

    done(notes(new Note(null, null, "dr.  LEE", "", "call the office", false)));

    assertThat(people())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.role()).isEqualTo("medical director");
              assertThat(it.reach()).isEqualTo("call the office");
              assertThat(it.part()).isEqualTo(Part.DECIDES);
            });
  }

  @Test
  void only_leads_and_facilitators_see_or_note_them() {
    done(notes(LEE));
    team.takesPart(ANN, Role.VIEWER, outreach);

    assertThat(whyNot(team.practices.card(HERE, ANN.id(), eastgate))).isEqualTo(Why.NOT_MEMBER);
    assertThat(whyNot(team.contactPeople.note(ANN.id(), HERE, eastgate, LEE)))
        .isEqualTo(Why.NOT_MEMBER);
    assertThat(whyNot(team.contactPeople.note(MAYA.id(), Team.ELSEWHERE, eastgate, LEE)))
        .isEqualTo(Why.GONE);
    assertThat(done(team.practices.card(HERE, PRIYA.id(), eastgate)).people()).hasSize(1);
  }

  @Test
  void what_cannot_be_kept_is_said_at_its_field() {
    assertThat(whyNot(notes(new Note(null, null, " ", "", "", false)))).isEqualTo(Why.BLANK);
    assertThat(whyNot(notes(new Note(null, null, "L".repeat(121), "", "", false))))
        .isEqualTo(Why.TOO_LONG);
    assertThat(whyNot(notes(new Note(null, null, "Bo", "patient, MRN 4482913", "", false))))
        .isEqualTo(Why.PATIENT_DETAILS);
    assertThat(whyNot(notes(new Note(new UUID(9, 9), null, "Bo", "", "", false))))
        .isEqualTo(Why.GONE);
    for (int i = 0; i < ContactPeople.MOST; i++) {
      done(notes(new Note(null, null, "Person " + (char) ('A' + i), "", "", false)));
    }
    assertThat(whyNot(notes(LEE))).isEqualTo(Why.TOO_MANY);
    assertThat(people()).hasSize(ContactPeople.MOST);
  }

  @Test
  void two_practices_that_are_one_have_the_people_of_both() {
    done(notes(LEE));
    team.engages(MAYA, "Eastgate Clinic");

    Card merged = done(team.merges(eastgate, "Eastgate Clinic"));

    assertThat(merged.people()).extracting(ContactPerson::reach).containsExactly(LEE.reach());
  }

  @Test
  void who_is_erased_is_gone_with_their_key() {
    done(notes(LEE));
    done(notes(new Note(null, null, "Bo", "", "", false)));

    int erased =
        team.database.inTransaction(
            tx ->
                new PracticeHoldings(team.vault)
                    .erase(tx, HERE, new Somebody.Named("DR. lee")).stream()
                        .mapToInt(it -> it.count())
                        .sum());

    assertThat(erased).isEqualTo(1);
    assertThat(people()).extracting(ContactPerson::name).containsExactly("Bo");
    assertThat(team.rows("row_key")).isEqualTo(1);
  }
}

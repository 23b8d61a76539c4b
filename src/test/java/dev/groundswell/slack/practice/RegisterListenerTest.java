package dev.groundswell.slack.practice;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import dev.groundswell.Team;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.checkin.Demand;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature.Ending;
import dev.groundswell.slack.Opened;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What puts the register in order, as it is filled in. */
class RegisterListenerTest {
  private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);

  private final Team team = Team.assembles();
  private final Caller maya = new Caller(HERE, MAYA.id(), null, "", team.people);
  private final UUID eastgate;
  private final RegisterListener listener;

  RegisterListenerTest() {
    team.starts(MAYA, "Diabetes outreach");
    eastgate = team.engages(MAYA, "Eastgate").engagement().id();
    listener =
        new RegisterListener(
            team.practices,
            team.register,
            team.demands,
            WORDS,
            TipLibrary.load(PromptFiles.packaged()));
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Form form() {
    return Form.with(new Opened(eastgate, "").metadata());
  }

  private Ending sends(String id, Form form) {
    return Objects.requireNonNull(listener.submissions().get(id)).apply(form.sentBy(maya));
  }

  private Card card() {
    return team.practices
        .card(HERE, MAYA.id(), eastgate)
        .either(
            it -> it,
            refusal -> {
              throw new AssertionError(refusal);
            });
  }

  @Test
  void a_go_live_that_gets_a_new_last_day_keeps_the_rest() {
    sends(
        RegisterForms.DEMAND_FORM,
        form()
            .chooses(RegisterForms.DEMAND, RegisterForms.NEW)
            .chooses(RegisterForms.DEMAND_KIND, "AUDIT")
            .types(Field.NAME, "State audit")
            .picks(Field.DAY, MARCH)
            .picks(Field.UNTIL, MARCH.plusDays(30)));
    UUID demand = card().demands().get(0).id();

    sends(
        RegisterForms.DEMAND_FORM,
        form()
            .chooses(RegisterForms.DEMAND, demand.toString())
            .picks(Field.UNTIL, MARCH.plusDays(14)));
    assertThat(card().demands())
        .containsExactly(
            new Demand(demand, Demand.Kind.AUDIT, "State audit", MARCH, MARCH.plusDays(14)));

    sends(
        RegisterForms.DEMAND_FORM,
        form().chooses(RegisterForms.DEMAND, demand.toString()).ticks(RegisterForms.OPEN_END));
    assertThat(card().demands().get(0).until()).isNull();
  }

  @Test
  void a_typo_in_the_other_name_changes_nothing_and_offers_the_nearest() {
    team.engages(MAYA, "Westgate Clinic");

    Ending ending =
        sends(
            RegisterForms.REGISTER_FORM,
            form()
                .types(Field.NAME, "Eastgate Medicine")
                .names(Field.PERSON, "U0MAYA")
                .types(Field.IDEA, "Westgate Clinc"));

    assertThat(((Ending.Errors) ending).byField())
        .containsEntry(
            Fields.id(Field.IDEA),
            "I know no practice of that name. Did you mean: Westgate Clinic?");
    assertThat(card().practice().name()).isEqualTo("Eastgate");
    assertThat(
            new RegisterForms(WORDS, new Fields(WORDS))
                .register(card(), new Opened(eastgate, ""))
                .toString())
        .contains("can't be undone");
  }

  @Test
  void nothing_is_preset_that_would_pass_for_an_answer() {
    var blocks =
        new RegisterForms(WORDS, new Fields(WORDS))
            .demand(card(), new Opened(eastgate, ""))
            .getBlocks();

    assertThat(blocks)
        .filteredOn(InputBlock.class::isInstance)
        .extracting(it -> ((InputBlock) it).getElement())
        .allSatisfy(
            it -> {
              if (it instanceof RadioButtonsElement radio) {
                assertThat(radio.getInitialOption()).isNull();
              } else if (it instanceof DatePickerElement day) {
                assertThat(day.getInitialDate()).isNull();
              }
            });
  }

  @Test
  void a_new_demand_has_to_be_of_some_kind() {
    Ending ending = sends(RegisterForms.DEMAND_FORM, form().types(Field.NAME, "Flu season"));

    assertThat(ending)
        .isInstanceOfSatisfying(
            Ending.Errors.class,
            it -> assertThat(it.byField()).containsOnlyKeys(RegisterForms.DEMAND_KIND));
    assertThat(card().demands()).isEmpty();
  }
}

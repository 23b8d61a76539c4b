package dev.groundswell.slack.reminder;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.outbox.Outbox.Pending;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.Chosen;
import dev.groundswell.reminder.Coming;
import dev.groundswell.reminder.Occasion;
import dev.groundswell.reminder.Once;
import dev.groundswell.reminder.Reminder;
import dev.groundswell.reminder.Reminder.State;
import dev.groundswell.reminder.Reminder.When;
import dev.groundswell.reminder.Repeat;
import dev.groundswell.reminder.Rule;
import dev.groundswell.reminder.Subject;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Extremes;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Shown;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderViewTest {
  private static final Instant TUESDAY = Instant.parse("2026-11-03T14:00:00Z");

  private final Words words = Words.load(PromptFiles.packaged());
  private final ReminderView view = new ReminderView(words);
  private final UpcomingView upcoming = new UpcomingView(words);

  private static Reminder reminder(int number, Repeat repeat) {
    return new Reminder(
        HERE,
        new UUID(7, number),
        ReportBacks.REPORT_BACK,
        new UUID(8, number),
        null,
        ANN.id(),
        repeat,
        State.WAITING,
        3,
        new When(TUESDAY, NEW_YORK, 1, false, 0, null));
  }

  private static final Rule DAILY = Rule.weekly(LocalTime.of(9, 0));

  private static Message own() {
    return new Message("Call Ben.", List.of(Blocks.section(Extremes.hostile(3000))));
  }

  @ParameterizedTest
  @EnumSource(Occasion.To.class)
  void whoever_gets_it_the_buttons_fit(Occasion.To to) {
    for (Repeat repeat : List.of(new Once(), DAILY)) {
      Reminder reminder = reminder(1, repeat);
      Message message = view.withChoices(own(), reminder, new Occasion(reminder.id(), 2, to));
      Shown.fits(message);
      assertThat(message.text()).contains("Call Ben.");
    }
  }

  @Test
  void six_in_one_message_fit_and_each_has_its_own_buttons() {
    List<LayoutBlock> blocks = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Reminder reminder = reminder(i, DAILY);
      Message own = new Message("Call Ben.", List.of(Blocks.section(Extremes.hostile(900))));
      blocks.addAll(view.withChoices(own, reminder, occasion(reminder)).blocks());
    }
    Shown.fits(new Message("Six things", blocks));
    assertThat(blocks.stream().filter(ActionsBlock.class::isInstance).map(LayoutBlock::getBlockId))
        .hasSize(6)
        .doesNotHaveDuplicates();
  }

  private static Occasion occasion(Reminder reminder) {
    return new Occasion(reminder.id(), reminder.fired() - 1, Occasion.To.RECIPIENT);
  }

  @Test
  void only_what_comes_again_can_be_skipped() {
    Reminder once = reminder(1, new Once());
    Reminder daily = reminder(1, DAILY);

    assertThat(view.withChoices(own(), once, occasion(once)).toString())
        .doesNotContain(ReminderView.SKIP);
    assertThat(view.withChoices(own(), daily, occasion(daily)).toString())
        .contains(ReminderView.SKIP);
  }

  @Test
  void the_lead_reads_why_it_comes_to_them_and_does_not_snooze_for_others() {
    Reminder once = reminder(1, new Once());
    String message =
        view.withChoices(own(), once, new Occasion(once.id(), 3, Occasion.To.LEAD_AT_LAST))
            .toString();

    assertThat(message).contains("<@U0ANN>", "3 times").doesNotContain(ReminderView.SNOOZE);
  }

  @Test
  void the_lead_reads_that_it_was_put_off_time_and_again() {
    Reminder once = reminder(6, new Once());
    String message =
        view.withChoices(own(), once, new Occasion(once.id(), 5, Occasion.To.LEAD_ASIDE))
            .toString();

    assertThat(message)
        .contains("<@U0ANN> has put this off time and again")
        .doesNotContain(ReminderView.SNOOZE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/Argentina/ComodRivadavia", "Etc/GMT+12", "Asia/Tokyo"})
  void the_forms_fit_and_say_whose_clock_counts(String zone) {
    Target target = new Target(new UUID(7, 7), 12, "https://hooks.slack.com/" + "x".repeat(200));
    var form = view.snoozeForm(target, ZoneId.of(zone), LocalDate.parse("2026-12-31"));

    Shown.fits(form);
    assertThat(form.toString()).contains(ReminderView.named(ZoneId.of(zone)));
    Shown.fits(view.handOverForm(target));
    Shown.fits(view.stopForm(target));
    assertThat(Target.read(target.metadata())).isEqualTo(target);
  }

  @Test
  void every_end_has_its_sentence() {
    List<Chosen> all = new ArrayList<>();
    all.add(new Chosen.Snoozed(TUESDAY));
    all.add(new Chosen.AlreadySnoozed(TUESDAY));
    all.add(new Chosen.Skipped(TUESDAY));
    all.add(new Chosen.Stopped());
    all.add(new Chosen.HandedOver(MAYA.id()));
    all.add(new Chosen.Theirs(MAYA.id()));
    all.add(new Chosen.NotFor(MAYA.id()));
    all.add(new Chosen.CameAgain());
    all.add(new Chosen.ComesOnce());
    all.add(new Chosen.Past());
    all.add(new Chosen.NotYours(MAYA.id()));
    all.add(new Chosen.Gone());
    for (State state : State.values()) {
      all.add(new Chosen.Over(state));
    }
    assertThat(all.stream().map(Object::getClass).distinct())
        .as("each kind of end")
        .hasSize(Chosen.class.getPermittedSubclasses().length);
    for (Chosen chosen : all) {
      Message message = view.of(chosen, NEW_YORK);
      Shown.fits(message);
      Shown.fits(view.notice(message));
    }
    assertThat(view.of(new Chosen.Snoozed(TUESDAY), NEW_YORK).text())
        .contains("Tuesday 3 November, 09:00");
  }

  @Test
  void a_full_page_of_what_is_coming_fits() {
    List<Coming> coming = new ArrayList<>();
    for (int i = 0; i <= UpcomingView.MOST; i++) {
      coming.add(
          new Coming(
              reminder(i, DAILY), TUESDAY, new Subject(null, "n".repeat(200), "w".repeat(3000))));
    }
    List<Pending> pending = new ArrayList<>();
    for (Medium medium : Medium.values()) {
      pending.add(new Pending(medium, "U0ANN", "Ann", TUESDAY, List.of("test.unheard-of")));
      pending.add(
          new Pending(medium, Extremes.hostile(60), Extremes.hostile(60), TUESDAY, List.of()));
    }
    Message page =
        upcoming.list(
            MAYA.id(),
            Set.of(),
            ZoneOffset.UTC,
            WorkingTime.USUAL,
            Optional.of(Message.of("Skipped.")),
            pending,
            coming);

    Shown.fits(page);
    assertThat(page.toString())
        .contains("<@U0ANN>", "what became of their input", UpcomingView.MORE);
    Shown.fits(
        upcoming.list(
            MAYA.id(),
            Set.of(),
            ZoneOffset.UTC,
            WorkingTime.USUAL,
            Optional.empty(),
            List.of(),
            List.of()));
  }
}

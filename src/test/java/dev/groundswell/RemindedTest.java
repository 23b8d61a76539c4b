package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.sandbox.blocks.Control;
import dev.groundswell.sandbox.workspace.Conversation;
import dev.groundswell.sandbox.workspace.FakeSlack;
import dev.groundswell.sandbox.workspace.Message;
import dev.groundswell.sandbox.workspace.SandboxClock;
import dev.groundswell.sandbox.workspace.View;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reminder and its buttons, through the whole bot and the Slack of the sandbox. */
class RemindedTest {
  private static final String MAYA = "U0MAYA";
  private static final String LUIS = "U0LUIS";
  private static final String DENISE = "U0DENISE";
  private static final String CHANNEL = "C0DIABETES";

  /** A Monday morning in Chicago, where Maya and Luis are. */
  private static final Instant MONDAY = Instant.parse("2026-11-02T15:00:00Z");

  private SandboxBot running;

  @BeforeEach
  void open() throws Exception {
    running =
        SandboxBot.open(
            Clock.offset(
                Clock.systemUTC(), java.time.Duration.between(Clock.systemUTC().instant(), MONDAY)),
            new Random(11),
            PromptFiles.packaged(),
            JourneyTest.freePort());
    says(MAYA, "/buyin initiative Diabetes outreach");
  }

  @AfterEach
  void close() {
    running.close();
  }

  private FakeSlack slack() {
    return running.sandbox().slack();
  }

  private SandboxClock clock() {
    return running.sandbox().clock();
  }

  private void says(String user, String line) {
    int before = channel().seenBy(user).size();
    slack().typing().say(user, CHANNEL, line);
    await().until(() -> channel().seenBy(user).size() > before);
  }

  private Conversation channel() {
    return slack().workspace().conversation(CHANNEL).orElseThrow();
  }

  private List<Message> messages(String user) {
    return slack().workspace().directMessages(user).seenBy(user);
  }

  private Message last(String user) {
    List<Message> all = messages(user);
    return all.get(all.size() - 1);
  }

  private String lastAnswer(String user) {
    List<Message> all = channel().seenBy(user);
    return all.get(all.size() - 1).blocks().toString();
  }

  /** Moves the clock, and returns the new messages to that person. */
  private List<Message> at(String instant, String user) {
    int before = messages(user).size();
    clock().moveTo(Instant.parse(instant));
    List<Message> all = messages(user);
    return List.copyOf(all.subList(before, all.size()));
  }

  private static Control control(Message message, Predicate<Control> which) {
    return Control.in(message.blocks()).stream().filter(which).findFirst().orElseThrow();
  }

  private void presses(String user, Message message, String action) {
    uses(user, message, control(message, it -> it.actionId().equals(action)), List.of());
  }

  private void uses(String user, Message message, Control control, List<String> entry) {
    slack()
        .clicks()
        .inMessage(
            user,
            slack().workspace().directMessages(MAYA).id(),
            message.ts(),
            control.address(),
            entry.isEmpty() ? Map.of() : Map.of(control.address(), entry));
  }

  /** Chooses in the menu of Snooze: 0 an hour, 1 tomorrow, 2 next week, 3 pick. */
  private void snoozes(Message message, int choice) {
    uses(
        MAYA,
        message,
        control(message, it -> it.actionId().equals("reminder.snooze")),
        List.of(String.valueOf(choice)));
  }

  private View form(String user) {
    await().until(() -> slack().views().top(user).isPresent());
    return slack().views().top(user).orElseThrow();
  }

  private void submits(String user, View form, Map<String, String> byAction) {
    Map<String, List<String>> entries = new java.util.HashMap<>();
    for (Control control : Control.in(form.blocks())) {
      if (byAction.containsKey(control.actionId())) {
        entries.put(control.address(), List.of(byAction.get(control.actionId())));
      }
    }
    slack().clicks().submit(user, form.id(), entries);
  }

  /** Maya has logged what Ben said; two weeks later she is reminded. */
  private Message reminder() {
    says(MAYA, "/buyin input \"Evening hours, please\" from Ben");
    List<Message> came = at("2026-11-16T15:00:00Z", MAYA);
    assertThat(came).hasSize(1);
    assertThat(came.get(0).blocks().toString()).contains("Evening hours, please", "Snooze");
    return came.get(0);
  }

  private void becomes(String words) {
    await().untilAsserted(() -> assertThat(last(MAYA).blocks().toString()).contains(words));
  }

  @Test
  void snoozed_until_tomorrow_it_comes_again_the_next_morning() {
    Message reminder = reminder();

    snoozes(reminder, 1);

    becomes("I will come back to this on *Tuesday 17 November, 09:00*");
    assertThat(at("2026-11-17T14:59:00Z", MAYA)).isEmpty();
    List<Message> again = at("2026-11-17T15:00:00Z", MAYA);
    assertThat(again).hasSize(1);
    assertThat(again.get(0).blocks().toString()).contains("Evening hours, please");
  }

  @Test
  void the_same_button_twice_does_one_thing() {
    Message reminder = reminder();

    snoozes(reminder, 1);
    becomes("Tuesday 17 November");
    // The message as it was before, as a second tap on a slow phone sends it.
    assertThat(Control.in(last(MAYA).blocks())).isEmpty();
    assertThat(at("2026-11-17T15:00:00Z", MAYA)).hasSize(1);
    assertThat(at("2026-11-18T15:00:00Z", MAYA)).isEmpty();
  }

  @Test
  void of_two_in_one_message_only_the_one_that_was_clicked_changes() {
    says(MAYA, "/buyin input \"A second phone line\" from Carla");
    Message both = reminder();
    assertThat(both.blocks().toString()).contains("A second phone line");
    List<Control> menus =
        Control.in(both.blocks()).stream()
            .filter(it -> it.actionId().equals("reminder.snooze"))
            .toList();
    assertThat(menus).hasSize(2);

    uses(MAYA, both, menus.get(0), List.of("2"));

    becomes("Monday 23 November");
    Message now = last(MAYA);
    assertThat(Control.in(now.blocks()).stream().map(Control::actionId))
        .containsOnlyOnce("reminder.snooze", "reminder.stop", "feedback.decide");
    presses(MAYA, now, "reminder.stop");
    becomes("Stopped");
    List<Message> snoozed = at("2026-11-23T15:00:00Z", MAYA);
    assertThat(snoozed).hasSize(1);
    boolean phoneLine = snoozed.get(0).blocks().toString().contains("A second phone line");
    // The one that was put off comes again until it is done; the one that was stopped does not.
    assertThat(at("2026-12-23T15:00:00Z", MAYA))
        .allSatisfy(
            it ->
                assertThat(it.blocks().toString().contains("A second phone line"))
                    .isEqualTo(phoneLine));
  }

  @Test
  void a_picked_moment_must_be_one_that_is_still_to_come() {
    Message reminder = reminder();
    snoozes(reminder, 3);
    View form = form(MAYA);
    assertThat(form.blocks().toString()).contains("by the clock in Chicago");

    submits(MAYA, form, Map.of("reminder.day", "2026-11-15", "reminder.time", "09:00"));
    assertThat(form(MAYA).errors().get("reminder.day")).contains("That moment is over");
    submits(MAYA, form, Map.of("reminder.day", "2026-11-16", "reminder.time", "08:00"));
    assertThat(form(MAYA).errors().get("reminder.time")).contains("That moment is over");
    submits(MAYA, form, Map.of("reminder.day", "2027-02-31", "reminder.time", "09:00"));
    assertThat(form(MAYA).errors().get("reminder.day")).contains("no such day");
    submits(MAYA, form, Map.of("reminder.day", "2026-11-20", "reminder.time", "25:00"));
    assertThat(form(MAYA).errors().get("reminder.time")).contains("no such time");
    submits(MAYA, form, Map.of("reminder.day", "2026-11-20", "reminder.time", "07:30"));

    becomes("Friday 20 November, 07:30");
    assertThat(at("2026-11-20T13:29:00Z", MAYA)).isEmpty();
    assertThat(at("2026-11-20T13:30:00Z", MAYA)).hasSize(1);
  }

  @Test
  void a_check_in_with_a_practice_can_be_snoozed_like_any_other() {
    says(MAYA, "/buyin practice Eastgate");
    pressesInChannel("practice.add");
    await().untilAsserted(() -> assertThat(lastAnswer(MAYA)).contains("Not assessed yet"));
    pressesInChannel("practice.not-now");
    slack().clicks().submit(MAYA, form(MAYA).id(), Map.of());
    await().untilAsserted(() -> assertThat(lastAnswer(MAYA)).contains("Next light contact"));

    List<Message> came = at("2027-01-25T16:00:00Z", MAYA);
    assertThat(came).hasSize(1);
    assertThat(came.get(0).blocks().toString()).contains("Time for a light contact", "Snooze");
    snoozes(came.get(0), 2);

    becomes("Monday 1 February");
    assertThat(at("2027-01-29T16:00:00Z", MAYA)).isEmpty();
    assertThat(at("2027-02-01T16:00:00Z", MAYA)).hasSize(1);
  }

  private void pressesInChannel(String action) {
    List<Message> all = channel().seenBy(MAYA);
    Message message = all.get(all.size() - 1);
    slack()
        .clicks()
        .inMessage(
            MAYA,
            CHANNEL,
            message.ts(),
            control(message, it -> it.actionId().equals(action)).address(),
            Map.of());
  }

  @Test
  void handed_over_it_comes_to_the_other_with_the_input() {
    says(MAYA, "/buyin initiative Evening clinic lead @Luis Ortega");
    Message reminder = reminder();
    presses(MAYA, reminder, "reminder.hand-over");
    View form = form(MAYA);

    submits(MAYA, form, Map.of("reminder.to", DENISE));
    assertThat(form(MAYA).errors().get("reminder.to")).contains("can't write to that account");
    submits(MAYA, form, Map.of("reminder.to", LUIS));

    becomes("takes it from here");
    List<Message> came = at("2026-11-16T15:01:00Z", LUIS);
    assertThat(came).hasSize(1);
    assertThat(came.get(0).blocks().toString()).contains("Evening hours, please");
  }

  @Test
  void whoever_takes_no_part_in_the_initiative_cannot_take_it_over() {
    Message reminder = reminder();
    presses(MAYA, reminder, "reminder.hand-over");

    submits(MAYA, form(MAYA), Map.of("reminder.to", LUIS));

    await()
        .untilAsserted(
            () ->
                assertThat(form(MAYA).blocks().toString())
                    .contains("is not part of this initiative yet"));
    assertThat(at("2026-11-17T15:00:00Z", LUIS)).isEmpty();
  }

  @Test
  void what_is_coming_can_be_seen_and_moved() {
    says(MAYA, "/buyin input \"Evening hours, please\" from Ben");
    says(MAYA, "/buyin upcoming");

    assertThat(lastAnswer(MAYA))
        .contains("Monday 16 November, 09:00", "to you", "what became of their input");
    assertThat(lastAnswer(MAYA)).as("whose it is").contains("Ben: “Evening hours, please”");

    slack().typing().move(MAYA, ZoneId.of("Europe/Berlin"));
    await()
        .untilAsserted(
            () -> {
              says(MAYA, "/buyin upcoming");
              assertThat(lastAnswer(MAYA)).contains("Monday 16 November, 09:00", "Berlin time");
            });
    assertThat(at("2026-11-16T08:00:00Z", MAYA)).as("nine in Berlin").hasSize(1);
    assertThat(clock().withZone(ZoneOffset.UTC).instant()).isAfter(MONDAY);
  }
}

package dev.groundswell.sandbox.page;

import dev.groundswell.sandbox.workspace.Conversation;
import dev.groundswell.sandbox.workspace.FakeSlack;
import dev.groundswell.sandbox.workspace.Person;
import dev.groundswell.sandbox.workspace.SandboxClock;
import dev.groundswell.sandbox.workspace.Trouble;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What one can do on the page, by the last part of its address. */
final class Deeds {
  private final FakeSlack slack;
  private final SandboxClock clock;
  private final PageHtml page;

  Deeds(FakeSlack slack, SandboxClock clock, PageHtml page) {
    this.slack = slack;
    this.clock = clock;
    this.page = page;
  }

  /**
   * Does it.
   *
   * @throws IllegalArgumentException with the sentence to say when it cannot be done
   */
  void act(String deed, Form form) {
    Person you = page.person(form.text("as"));
    switch (deed) {
      case "say" -> {
        Conversation in = page.conversation(you, page.place(form.text("at")));
        slack.typing().say(you.id(), in.id(), form.text("text"));
      }
      case "press" -> press(you, form);
      case "submit" -> slack.clicks().submit(you.id(), form.text("view"), form.entries());
      case "close" -> slack.clicks().close(you.id(), form.text("view"));
      case "shortcut" ->
          slack
              .clicks()
              .shortcut(you.id(), form.text("shortcut"), form.text("channel"), form.text("ts"));
      case "dismiss" -> slack.typing().dismiss(you.id(), form.text("channel"), form.text("ts"));
      case "open" ->
          slack.typing().openApp(you.id(), form.text("at").equals("home") ? "home" : "messages");
      case "zone" -> slack.typing().move(you.id(), zone(form.text("zone")));
      case "clock" -> move(you, form.text("by"));
      case "trouble" -> trouble(form);
      default -> throw new IllegalArgumentException("Nobody can do this here: " + deed);
    }
  }

  private void press(Person you, Form form) {
    if (form.text("view").isEmpty()) {
      slack
          .clicks()
          .inMessage(
              you.id(),
              form.text("channel"),
              form.text("ts"),
              form.text("control"),
              form.entries());
    } else {
      slack.clicks().inView(you.id(), form.text("view"), form.text("control"), form.entries());
    }
  }

  private void move(Person you, String by) {
    switch (by) {
      case "hour" -> clock.advance(Duration.ofHours(1));
      case "week" -> clock.moveTo(now(you).plusWeeks(1).toInstant());
      case "morning" -> {
        ZonedDateTime morning = now(you).with(LocalTime.of(9, 0));
        boolean today = morning.isAfter(now(you));
        clock.moveTo((today ? morning : morning.plusDays(1)).toInstant());
      }
      default -> throw new IllegalArgumentException("The clock does not know: " + by);
    }
    slack.changes().happened();
  }

  private ZonedDateTime now(Person you) {
    return clock.instant().atZone(you.zone());
  }

  private void trouble(Form form) {
    String method = form.text("method").isEmpty() ? "*" : form.text("method");
    int times = Math.max(1, Math.min(100, form.number("times", 1)));
    switch (form.text("kind")) {
      case "none" -> slack.troubles().clear();
      case "limited" ->
          slack.troubles().next(times, method, new Trouble.RateLimited(Duration.ofSeconds(5)));
      case "error" -> slack.troubles().next(times, method, new Trouble.ServerError());
      case "slow" -> slack.troubles().next(times, method, new Trouble.Slow(Duration.ofSeconds(5)));
      case "dropped" -> slack.troubles().next(times, method, new Trouble.Dropped());
      case "revoked" -> slack.troubles().next(times, method, new Trouble.Refusal("token_revoked"));
      case "history" ->
          slack
              .troubles()
              .next(times, "conversations.history", new Trouble.Refusal("missing_scope"));
      default -> throw new IllegalArgumentException("Choose what shall go wrong.");
    }
  }

  private static ZoneId zone(String id) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("There is no such time zone.", e);
    }
  }
}

package dev.groundswell.slack.outbox;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.outbox.SendResult;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Extremes;
import dev.groundswell.slack.Rendering.Rendered;
import dev.groundswell.slack.Shown;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UndeliveredListenerTest {
  private final Team team = Team.on(Engine.H2);
  private final RecordingSender slack = RecordingSender.slack();
  private final RecordingSender mail = RecordingSender.mail();
  private final UndeliveredListener listener =
      new UndeliveredListener(
          team.outbox, team.initiatives, Words.load(PromptFiles.packaged()), team.clock);

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  void every_way_of_not_arriving_is_told_within_the_limits_of_slack() {
    mail.then(new SendResult.GivenUp(Extremes.hostile(500)));
    Shown.fits(told(sent(Medium.MAIL, "sponsor")).message());
    mail.then(new SendResult.Unknown(Extremes.hostile(500)));
    Shown.fits(told(sent(Medium.MAIL, "sponsor")).message());
    slack.then(new SendResult.GivenUp("user_not_found"));
    Shown.fits(told(sent(Medium.SLACK, "U0PRIYA")).message());
  }

  @Test
  void what_was_settled_in_the_meantime_is_not_told() {
    UUID letter = sent(Medium.MAIL, "sponsor");

    assertThat(rendered(letter)).isInstanceOf(Rendered.NotWanted.class);
  }

  private UUID sent(Medium medium, String recipient) {
    UUID subject = team.ids.next();
    UUID letter =
        team.database
            .inTransaction(
                tx ->
                    team.outbox.put(
                        tx,
                        HERE,
                        medium,
                        recipient,
                        ANN.id(),
                        List.of(new Item("occasion/" + subject, "test.word", subject)),
                        team.clock.instant()))
            .orElseThrow();
    team.dispatcher(slack, mail).dispatchDue();
    return letter;
  }

  private Rendered rendered(UUID letter) {
    return listener.render(HERE, new Item("undelivered", Outbox.UNDELIVERED, letter));
  }

  private Rendered.Wanted told(UUID letter) {
    return (Rendered.Wanted) rendered(letter);
  }

  @Test
  void a_mail_is_named_by_whoever_gets_it_and_by_its_initiative() {
    team.starts(MAYA, "Diabetes outreach");
    mail.then(new SendResult.Unknown("I was stopped."));
    team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org");
    team.dispatcher(slack, mail).dispatchDue();
    team.dispatcher(slack, mail).dispatchDue();
    Item notice = slack.sent().get(0).items().get(0);

    assertThat(((Rendered.Wanted) listener.render(HERE, notice, "U0MAYA")).message().text())
        .contains("Tom Becker", "Diabetes outreach", "I was stopped.")
        .doesNotContain("mail server");
    assertThat(((Rendered.Wanted) listener.render(HERE, notice, "U0EVE")).message().text())
        .doesNotContain("Tom Becker", "Diabetes outreach");
  }

  @Test
  void only_a_sponsors_address_is_looked_up_among_the_sponsors() {
    mail.then(new SendResult.GivenUp("no such user"));

    assertThat(told(sent(Medium.MAIL, "somebody")).message().text())
        .contains("/buyin inputs")
        .doesNotContain("/buyin sponsor");
  }
}

package dev.groundswell.sponsor;

import static dev.groundswell.Team.ANN;
import static dev.groundswell.Team.ELSEWHERE;
import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Changed.Why;
import dev.groundswell.sponsor.Subscription.State;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An address that was wrong is put right, and is asked again. */
@OnBothDatabases
class ReaddressTest {
  private final Team team;
  private final Sponsor tom;

  ReaddressTest(Engine engine) {
    team = Team.on(engine);
    team.starts(MAYA, "Diabetes outreach");
    tom = ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Tom", "tom@example.org")).sponsor();
  }

  private int bounces;

  @AfterEach
  void close() {
    team.close();
  }

  private Changed readdress(String address) {
    return team.sponsors.readdress(MAYA.id(), HERE, tom.id(), address);
  }

  private State state() {
    return team.subscriptions.of(HERE, tom.id()).state();
  }

  @Test
  void they_are_asked_at_the_new_address_and_the_old_link_confirms_nothing() {
    URI old = team.subscriptions.question(HERE, tom.id()).orElseThrow().confirm();
    team.confirms(tom);
    team.database.transact(
        tx -> team.subscriptions.bounced(tx, tom, true, "550 no such user", team.clock.instant()));
    assertThat(state()).isEqualTo(State.BOUNCED);

    assertThat(readdress(" tom.becker@example.org ")).isInstanceOf(Changed.Done.class);

    assertThat(state()).isEqualTo(State.ASKED);
    var question = team.subscriptions.question(HERE, tom.id()).orElseThrow();
    assertThat(question.sponsor().address().value()).isEqualTo("tom.becker@example.org");
    assertThat(team.subscriptions.press(old.getPath().substring("/digest/".length())))
        .isInstanceOf(Followed.RunOut.class);
    team.confirms(tom);
    assertThat(state()).isEqualTo(State.CONFIRMED);
  }

  @Test
  void whoever_stopped_it_is_not_asked_again_at_another_address() {
    team.confirms(tom);
    team.subscriptions.press(team.subscriptions.stopToken(tom));

    assertThat(readdress("other@example.org")).isInstanceOf(Changed.Stopped.class);

    assertThat(state()).isEqualTo(State.STOPPED);
    assertThat(team.sponsors.find(HERE, tom.id()).orElseThrow().address().value())
        .isEqualTo("tom@example.org");
  }

  @Test
  void what_is_no_address_and_what_somebody_has_is_refused() {
    team.sponsors.add(HERE, MAYA.id(), "Ada", "ada@example.org");

    assertThat(readdress("tom@example.org\r\nBcc: x@example.org"))
        .isEqualTo(new Changed.Wrong(Field.ADDRESS, Why.NOT_READ));
    assertThat(readdress("tom@")).isEqualTo(new Changed.Wrong(Field.ADDRESS, Why.NOT_READ));
    assertThat(readdress("ada@example.org")).isEqualTo(new Changed.Wrong(Field.ADDRESS, Why.TAKEN));
    assertThat(readdress("tom@example.org")).isEqualTo(new Changed.Wrong(Field.ADDRESS, Why.SAME));
    assertThat(team.sponsors.readdress(ANN.id(), HERE, tom.id(), "x@example.org"))
        .isInstanceOf(Changed.NotAllowed.class);
    assertThat(team.sponsors.readdress(MAYA.id(), ELSEWHERE, tom.id(), "x@example.org"))
        .isInstanceOf(Changed.Gone.class);
  }

  @Test
  void a_late_bounce_from_the_old_address_says_nothing_about_the_new_one() {
    team.confirms(tom);
    team.records(MAYA, Team.from("Ben"), "Calls come too early");
    team.digests.sendNow(HERE, MAYA.id());
    RecordingSender mail = RecordingSender.mail();
    team.dispatcher(mail).dispatchDue();
    UUID digest =
        mail.sent().stream()
            .filter(it -> it.items().get(0).kind().equals(DigestLetters.DIGEST))
            .map(it -> it.items().get(0).subject())
            .findFirst()
            .orElseThrow();
    readdress("tom.becker@example.org");
    MailKey firstAsking = MailKey.ask(HERE, tom.id(), 1);

    comesBack(MailKey.digest(HERE, digest));
    comesBack(firstAsking);
    assertThat(state()).isEqualTo(State.ASKED);
    team.confirms(tom);
    comesBack(MailKey.digest(HERE, digest));
    assertThat(state()).isEqualTo(State.CONFIRMED);

    readdress("tom@example.org");
    team.confirms(tom);
    comesBack(MailKey.digest(HERE, digest));
    assertThat(state()).isEqualTo(State.BOUNCED);
  }

  private void comesBack(MailKey mail) {
    String name = "bounce" + bounces++;
    assertThat(
            team.correspondence.received(name, new Arrival.Bounce(mail, true, "550 no such user")))
        .isTrue();
  }
}

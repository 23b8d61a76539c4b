package dev.groundswell.mail;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Markup;
import dev.groundswell.Team;
import dev.groundswell.sponsor.Added;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The question whether a sponsor wants the digest. */
class SponsorMailTest {
  private final Team team = Team.assembles();

  @AfterEach
  void close() {
    team.close();
  }

  @ParameterizedTest
  @CsvSource({
    "Diabetes outreach, Tom Becker",
    "'Outreach <b>& more</b>', 'O\"Brien <script>x</script>'",
  })
  void it_is_what_the_standard_wants_and_common_clients_show(String initiative, String name)
      throws Exception {
    team.starts(MAYA, initiative);
    Added added = team.sponsors.add(HERE, MAYA.id(), name, "tom@example.org");
    MailMessage mail =
        new SponsorMail(Team.WORDS, team.subscriptions, "groundswell.example", null)
            .of(
                team.subscriptions
                    .question(HERE, ((Added.Done) added).sponsor().id())
                    .orElseThrow());

    assertThat(Markup.problems(mail.html())).isEmpty();
    Styles.areCommon(mail.html());
    assertThat(mail.html()).contains("Maya").doesNotContain("leads");
    assertThat(mail.text()).contains("Maya works on " + initiative);
  }
}

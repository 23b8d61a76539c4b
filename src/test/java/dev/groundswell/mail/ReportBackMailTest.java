package dev.groundswell.mail;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Markup;
import dev.groundswell.Team;
import dev.groundswell.db.Engine;
import dev.groundswell.db.OnBothDatabases;
import dev.groundswell.feedback.Answers;
import dev.groundswell.feedback.Contributor.Reach;
import dev.groundswell.feedback.Decision;
import dev.groundswell.feedback.Deliveries;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.NewInput;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.feedback.ReportBack;
import dev.groundswell.feedback.Telling;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.sponsor.Arrival;
import dev.groundswell.sponsor.MailKey;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What became of somebody's input, by mail: from the button to the server, and back. */
@OnBothDatabases
class ReportBackMailTest {
  private static final String HOSTILE =
      "Hello <script>alert(1)</script> & \"you\",\n\nCalls <b>after four</b>: javascript:alert(2)"
          + "\n\nمرحبا 👩🏽‍⚕️ "
          + "Donaudampfschifffahrtsgesellschaft".repeat(6)
          + "\n.\nBcc: everybody@example.org";

  private final Team team;
  private final RecordingSender slack = RecordingSender.slack();
  private final Input said;

  ReportBackMailTest(Engine engine) {
    team = Team.on(engine);
    team.starts(MAYA, "Outreach <b>& more</b>");
    NewInput mailed =
        new NewInput(
            Team.from("Ben"),
            "Calls come too early",
            Reach.MAIL,
            "ben@example.org",
            null,
            "",
            null,
            null,
            null,
            false);
    said = ((Recorded.Kept) team.inputs.record(MAYA, HERE, null, mailed, "b/1")).input();
    team.decisions.decide(
        MAYA,
        HERE,
        said.id(),
        new Decision(
            Decision.Outcome.ADOPTED,
            "The team",
            "It saves a visit",
            "https://x.org/plan?a=1&b=2"));
  }

  @AfterEach
  void close() {
    team.close();
  }

  private Input now() {
    return team.inputs.find(HERE, said.id()).orElseThrow();
  }

  private void sends(String text) {
    String stamp = ((Telling.Ready) team.reportBacks.prepare(MAYA, HERE, said.id())).stamp();
    assertThat(team.reportBacks.send(MAYA, HERE, said.id(), stamp, text))
        .isInstanceOf(Telling.OnItsWay.class);
  }

  private String delivered() {
    try (PeerServer server = PeerServer.plain();
        MailSender sender =
            new MailSender(
                SmtpServer.parse("smtp://localhost:" + server.port()),
                Letters.GROUNDSWELL,
                team.clock,
                Timeouts.standard())) {
      MailCourier courier =
          new MailCourier(
              sender,
              team.digestLetters,
              team.subscriptions,
              new SponsorMail(Team.WORDS, team.subscriptions, "groundswell.example", null),
              new dev.groundswell.feedback.Letters(
                  team.database, team.initiatives, team.people, team.vault, Team.WORDS),
              new ReportBackMail(Team.WORDS, team.people, "groundswell.example"));
      team.dispatcher(courier, slack).dispatchDue();
      assertThat(server.messages()).hasSize(1);
      return server.messages().get(0);
    }
  }

  private static MimeMessage parsed(String raw) throws Exception {
    return new MimeMessage(
        Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(ISO_8859_1)));
  }

  @Test
  void hostile_words_arrive_as_words_in_text_and_in_html() throws Exception {
    sends(HOSTILE);

    String raw = delivered();
    MimeMessage mail = parsed(raw);

    assertThat(raw.substring(0, raw.indexOf("\r\n\r\n")).lines())
        .contains(
            "To: ben@example.org",
            "From: Groundswell <bot@groundswell.example>",
            "Message-ID: <told." + HERE + "." + said.id() + ".1@groundswell.example>",
            "References: <input." + said.id() + "@groundswell.example>",
            "Auto-Submitted: auto-generated")
        .noneMatch(it -> it.startsWith("Bcc") || it.startsWith("List-Unsubscribe"));
    assertThat(mail.getSubject()).contains("Outreach <b>& more</b>").doesNotContain("\n");
    Multipart parts = (Multipart) mail.getContent();
    String text = utf8(parts, 0);
    String html = utf8(parts, 1);
    assertThat(Markup.problems(html)).isEmpty();
    Styles.areCommon(html);
    assertThat(text)
        .startsWith(HOSTILE)
        .contains("What changed: https://x.org/plan?a=1&b=2", "Maya, for Outreach <b>& more</b>")
        .contains("answer this mail");
    assertThat(html)
        .contains(
            "&lt;script&gt;alert(1)&lt;/script&gt;", "href=\"https://x.org/plan?a=1&amp;b=2\"")
        .contains("👩🏽‍⚕️", "Donaudampfschifffahrtsgesellschaft")
        .doesNotContain("<script", "<b>", "href=\"javascript");
  }

  private static String utf8(Multipart parts, int i) throws Exception {
    try (var stream = parts.getBodyPart(i).getInputStream()) {
      return new String(stream.readAllBytes(), UTF_8).replace("\r\n", "\n");
    }
  }

  @Test
  void a_draft_that_names_the_link_names_it_once() throws Exception {
    String stamp = ((Telling.Ready) team.reportBacks.prepare(MAYA, HERE, said.id())).stamp();
    team.reportBacks.send(MAYA, HERE, said.id(), stamp, null);

    String text = utf8((Multipart) parsed(delivered()).getContent(), 0);

    assertThat(text.split("https://x\\.org/plan", -1)).hasSize(2);
  }

  private boolean comesBack(String messageId, String name, boolean forGood) {
    MailKey key = MailKey.of(messageId).orElseThrow();
    return team.correspondence.received(name, new Arrival.Bounce(key, forGood, "550 no such user"));
  }

  private List<String> told() {
    return slack.sent().stream().map(it -> it.items().get(0).kind()).toList();
  }

  @Test
  void one_that_comes_back_for_good_was_not_told_and_its_owner_hears_it_once() throws Exception {
    sends("We call after four from now on.");
    String id = Objects.requireNonNull(parsed(delivered()).getMessageID());
    assertThat(now().reportBack().state()).isEqualTo(ReportBack.State.TOLD);

    assertThat(comesBack(id, "b1", true)).isTrue();
    assertThat(comesBack(id, "b1", true)).isFalse();
    assertThat(comesBack(id, "b2", true)).isTrue();

    assertThat(now().reportBack().state()).isEqualTo(ReportBack.State.UNREACHABLE);
    assertThat(now().reportBack().why()).isEqualTo(ReportBack.Unreachable.BOUNCED);
    assertThat(now().reportBack().sending().failed()).isEqualTo("550 no such user");
    team.dispatcher(slack).dispatchDue();
    assertThat(told()).containsExactly(Deliveries.BOUNCED);
    team.clock.advance(java.time.Duration.ofDays(40));
    assertThat(team.reminders.fireDue()).isZero();
  }

  @Test
  void one_that_comes_back_for_now_is_open_again_and_the_third_is_for_good() throws Exception {
    for (int i = 1; i <= 3; i++) {
      sends("We call after four from now on.");
      String id = Objects.requireNonNull(parsed(delivered()).getMessageID());
      assertThat(now().reportBack().state()).isEqualTo(ReportBack.State.TOLD);
      comesBack(id, "soft" + i, false);
      comesBack(id, "soft again" + i, false);
      assertThat(now().reportBack().state())
          .isEqualTo(i < 3 ? ReportBack.State.OPEN : ReportBack.State.UNREACHABLE);
      assertThat(now().reportBack().toldAt() == null || i == 3).isTrue();
    }
    team.dispatcher(slack).dispatchDue();
    assertThat(told())
        .containsExactly(Deliveries.CAME_BACK, Deliveries.CAME_BACK, Deliveries.BOUNCED);
    assertThat(now().reportBack().why()).isEqualTo(ReportBack.Unreachable.BOUNCED);
  }

  private void writesBack(String messageId, String name, String words) {
    MailKey key = MailKey.of(messageId).orElseThrow();
    assertThat(team.correspondence.received(name, new Arrival.Reply(key, words, "ben@example.org")))
        .isTrue();
    assertThat(team.correspondence.received(name, new Arrival.Reply(key, words, "ben@example.org")))
        .isFalse();
  }

  @Test
  void what_they_write_back_comes_to_the_owner_and_waits_for_an_answer() throws Exception {
    sends("We call after four from now on.");
    String id = Objects.requireNonNull(parsed(delivered()).getMessageID());

    writesBack(id, "r1", "Five would be better.");
    writesBack(id, "r2", "Or six.");

    assertThat(now().reportBack().answer()).isEqualTo(ReportBack.Answer.WROTE);
    assertThat(now().reportBack().answerWords()).isEqualTo("Five would be better.\nOr six.");
    assertThat(now().reportBack().state()).isEqualTo(ReportBack.State.TOLD);
    assertThat(now().reportBack().waits()).isTrue();
    team.dispatcher(slack).dispatchDue();
    assertThat(slack.sent())
        .flatExtracting(dev.groundswell.outbox.Outgoing::items)
        .extracting(dev.groundswell.outbox.Outgoing.Item::kind)
        .containsExactly(Answers.ANSWERED, Answers.ANSWERED);
    team.clock.advance(java.time.Duration.ofDays(8));
    assertThat(team.reminders.fireDue()).isPositive();
  }

  @Test
  void details_of_a_patient_in_what_they_write_back_are_not_kept() throws Exception {
    sends("We call after four from now on.");
    String id = Objects.requireNonNull(parsed(delivered()).getMessageID());

    writesBack(id, "r1", "John Smith, MRN 1234567, agrees");

    assertThat(now().reportBack().answerWords()).isNull();
    team.dispatcher(slack).dispatchDue();
    assertThat(told()).containsExactly(Answers.WROTE_PATIENT);
  }

  @Test
  void an_older_one_and_one_of_another_workspace_change_nothing() {
    sends("We call after four from now on.");
    delivered();

    comesBack("<" + MailKey.told(HERE, said.id(), 7).text() + "@x.org>", "old", true);
    comesBack("<" + MailKey.told(Team.ELSEWHERE, said.id(), 1).text() + "@x.org>", "else", true);

    assertThat(now().reportBack().state()).isEqualTo(ReportBack.State.TOLD);
  }
}

package dev.groundswell.mail;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.groundswell.Team;
import dev.groundswell.outbox.Outgoing;
import dev.groundswell.outbox.RecordingSender;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Correspondence;
import dev.groundswell.sponsor.DigestLetters;
import dev.groundswell.sponsor.Logged;
import dev.groundswell.sponsor.MailKey;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Subscription.State;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What comes back, read from a mailbox of GreenMail's. */
@Tag("jdk")
class MailboxReaderTest {
  private static final String PASSWORD = "p@ss/word";

  private final Team team = Team.assembles();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final RecordingSender mail = RecordingSender.mail();
  private final RecordingSender slack = RecordingSender.slack();

  @SuppressWarnings("NullAway.Init")
  private GreenMailUser box;

  @SuppressWarnings("NullAway.Init")
  private Sponsor tom;

  private String digest = "";

  @BeforeEach
  void start() {
    server.start();
    box = server.setUser("bot@groundswell.example", "bot", PASSWORD);
    team.starts(MAYA, "Diabetes outreach");
    tom = ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Tom", "tom@example.org")).sponsor();
    team.confirms(tom);
    team.records(MAYA, Team.from("Ben"), "Calls come too early");
    team.digests.sendNow(HERE, MAYA.id());
    team.dispatcher(mail, slack).dispatchDue();
    UUID row =
        mail.sent().stream()
            .filter(it -> it.items().get(0).kind().equals(DigestLetters.DIGEST))
            .map(it -> it.items().get(0).subject())
            .findFirst()
            .orElseThrow();
    digest = "<" + MailKey.digest(HERE, row).text() + "@groundswell.example>";
  }

  @AfterEach
  void stop() {
    server.stop();
    team.close();
  }

  private String url(String password) {
    return "imap://bot:" + password + "@127.0.0.1:" + server.getImap().getPort() + "/INBOX";
  }

  private MailboxReader reader() {
    return new MailboxReader(
        ImapServer.parse(url("p%40ss%2Fword")),
        Timeouts.standard(),
        team.correspondence,
        Clock.systemUTC());
  }

  private void arrives(String text) throws Exception {
    byte[] bytes =
        text.replace("{digest}", digest).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    box.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
  }

  /** The kinds of what Maya is told since the digest went out. */
  private List<String> told() {
    team.dispatcher(mail, slack).dispatchDue();
    return slack.sent().stream().skip(1).map(it -> it.items().get(0).kind()).toList();
  }

  private State state() {
    return team.subscriptions.of(HERE, tom.id()).state();
  }

  private static String report(String id, String action, String status, String diagnostic) {
    return """
    From: MAILER-DAEMON@mx.example.org
    To: bot@groundswell.example
    Subject: Undelivered Mail Returned to Sender
    Message-ID: <%s@mx.example.org>
    Auto-Submitted: auto-replied
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="B"

    --B
    Content-Type: text/plain

    This is the mail system at host mx.example.org.
    --B
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example.org
    Arrival-Date: Sun, 22 Nov 2026 10:00:00 +0000

    Final-Recipient: rfc822; tom@example.org
    Action: %s
    Status: %s
    Diagnostic-Code: smtp; %s
    --B
    Content-Type: message/rfc822

    From: Groundswell <bot@groundswell.example>
    To: tom@example.org
    Subject: Diabetes outreach
    Message-ID: {digest}

    The digest.
    --B--
    """
        .formatted(id, action, status, diagnostic);
  }

  private static String letter(String id, String headers, String words) {
    return """
    From: Tom <tom@example.org>
    To: bot@groundswell.example
    Message-ID: <%s@example.org>
    In-Reply-To: {digest}
    %sMIME-Version: 1.0
    Content-Type: text/plain; charset=utf-8

    %s
    """
        .formatted(id, headers, words);
  }

  @Test
  void a_hard_bounce_suppresses_the_address_and_tells_the_owner_once() throws Exception {
    arrives(report("b1", "failed", "5.1.1", "550 5.1.1 no such user"));

    assertThat(reader().look(Clock.systemUTC().instant())).isEqualTo(1);
    assertThat(reader().look(Clock.systemUTC().instant())).isZero();

    assertThat(state()).isEqualTo(State.BOUNCED);
    assertThat(told()).containsExactly("sponsor.bounced");
    assertThat(team.subscriptions.news(HERE, tom.id()).orElseThrow().why())
        .isEqualTo("550 5.1.1 no such user");
  }

  @Test
  void soft_bounces_count_and_the_third_is_told() throws Exception {
    for (int i = 1; i <= 3; i++) {
      assertThat(state()).isEqualTo(State.CONFIRMED);
      arrives(report("s" + i, "failed", i == 2 ? "5.2.2" : "4.4.7", "mailbox is full"));
      reader().look(Clock.systemUTC().instant());
    }

    assertThat(state()).isEqualTo(State.BOUNCED);
    assertThat(told()).containsExactly("sponsor.bounced");
  }

  @Test
  void a_delay_a_receipt_and_an_out_of_office_are_nothing() throws Exception {
    arrives(report("d1", "delayed", "4.4.1", "will go on trying"));
    arrives(report("d2", "relayed", "2.0.0", "fine"));
    arrives(letter("o1", "Auto-Submitted: auto-replied\n", "I am away until Monday."));
    arrives(letter("o2", "Subject: Out of Office: Diabetes outreach\n", "I am away."));
    arrives(letter("o3", "Precedence: auto_reply\n", "I am away."));

    assertThat(reader().look(Clock.systemUTC().instant())).isEqualTo(5);

    assertThat(state()).isEqualTo(State.CONFIRMED);
    assertThat(team.subscriptions.of(HERE, tom.id()).softBounces()).isZero();
    assertThat(told()).isEmpty();
  }

  @Test
  void a_reply_is_offered_to_the_owner_who_logs_it_once() throws Exception {
    arrives(
        letter(
            "r1",
            "Subject: Re: Diabetes outreach\n",
            """
            Ask the finance team
            before June.

            On Mon, 2 Nov 2026 at 10:00, Groundswell wrote:
            > Calls come too early
            """));
    reader().look(Clock.systemUTC().instant());

    assertThat(told()).containsExactly(Correspondence.REPLY);
    UUID reply = last().items().get(0).subject();
    assertThat(team.correspondence.letter(HERE, reply).orElseThrow().words())
        .isEqualTo("Ask the finance team\nbefore June.");
    assertThat(team.correspondence.letter(Team.ELSEWHERE, reply)).isEmpty();
    assertThat(team.correspondence.log(HERE, Team.ANN, reply)).isEqualTo(new Logged.Gone());
    assertThat(team.correspondence.log(HERE, MAYA, reply)).isEqualTo(new Logged.Done(tom));
    assertThat(team.correspondence.log(HERE, MAYA, reply)).isEqualTo(new Logged.Gone());
    assertThat(inputs()).contains("Ask the finance team\nbefore June.");
    assertThat(inputs()).hasSize(2);
  }

  private Outgoing last() {
    return slack.sent().get(slack.sent().size() - 1);
  }

  private List<String> inputs() {
    return team.database.query(
        tx -> tx.query("select words from input").mapTo(String.class).list());
  }

  @Test
  void what_somebody_else_answers_is_not_taken_for_the_sponsors_word() throws Exception {
    arrives(
        letter("r9", "Subject: Re: Diabetes outreach\n", "Stop all of it.")
            .replace("Tom <tom@example.org>", "Tom Becker <eve@example.com>"));
    reader().look(Clock.systemUTC().instant());

    assertThat(told()).containsExactly(Correspondence.REPLY_OTHER);
    assertThat(team.rows("mail_reply")).isZero();
  }

  @Test
  void a_reply_that_is_not_needed_leaves_no_words() throws Exception {
    arrives(letter("r2", "", "Thanks!"));
    reader().look(Clock.systemUTC().instant());
    told();
    UUID reply = last().items().get(0).subject();

    assertThat(team.correspondence.drop(HERE, Team.ANN.id(), reply)).isFalse();
    assertThat(team.correspondence.drop(HERE, MAYA.id(), reply)).isTrue();

    Optional<String> left =
        team.database.query(
            tx ->
                tx.query("select sealed_words from mail_reply where sealed_words is not null")
                    .mapTo(String.class)
                    .findOne());
    assertThat(left).isEmpty();
    assertThat(inputs()).hasSize(1);
  }

  @Test
  void details_of_a_patient_in_a_reply_are_not_kept() throws Exception {
    arrives(letter("r3", "", "Our patient John Smith, MRN 12345678, wants evenings."));
    reader().look(Clock.systemUTC().instant());

    assertThat(told()).containsExactly(Correspondence.REPLY_PATIENT);
    assertThat(team.rows("mail_reply")).isZero();
  }

  @Test
  void a_mail_program_unsubscribes_by_mail() throws Exception {
    String address = team.subscriptions.stopLink(tom).getPath();
    String token = address.substring(address.lastIndexOf('/') + 1);
    arrives(
        """
        From: tom@example.org
        To: bot@groundswell.example
        Message-ID: <u1@example.org>
        Subject: stop %s

        """
            .formatted(token));
    reader().look(Clock.systemUTC().instant());

    assertThat(state()).isEqualTo(State.STOPPED);
    assertThat(told()).containsExactly("sponsor.stopped");
  }

  @Test
  void what_is_not_for_us_or_forged_does_nothing() throws Exception {
    arrives("From: a@b.org\nTo: c@d.org\nMessage-ID: <x1@b.org>\nSubject: Lunch?\n\nNoon?\n");
    arrives("From: a@b.org\nTo: c@d.org\nSubject: stop abc.def\n\nNo id.\n");
    arrives(
        report("f1", "failed", "5.1.1", "no").replace("{digest}", "<digest.T0HERE.x@example.org>"));
    arrives(
        report("f2", "failed", "5.1.1", "no")
            .replace("{digest}", "<digest.T0HERE." + team.ids.next() + "@example.org>"));

    assertThat(reader().look(Clock.systemUTC().instant())).isEqualTo(4);
    assertThat(reader().look(Clock.systemUTC().instant())).isZero();

    assertThat(state()).isEqualTo(State.CONFIRMED);
    assertThat(told()).isEmpty();
  }

  @Test
  void what_stands_in_the_way_is_said_without_the_password() {
    assertThat(MailboxCheck.of(ImapServer.parse(url("p%40ss%2Fword")), Timeouts.standard()))
        .isEmpty();
    assertThat(MailboxCheck.of(ImapServer.parse(url("wrong")), Timeouts.standard()).orElseThrow())
        .contains("refused the login")
        .doesNotContain("wrong");
    String other = url("p%40ss%2Fword").replace("/INBOX", "/Nowhere");
    assertThat(MailboxCheck.of(ImapServer.parse(other), Timeouts.standard()).orElseThrow())
        .contains("no folder of that name");
    server.stop();
    assertThat(MailboxCheck.of(ImapServer.parse("imap://a:b@127.0.0.1:1"), Timeouts.standard()))
        .isPresent();
  }
}

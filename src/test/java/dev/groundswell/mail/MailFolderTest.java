package dev.groundswell.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.SettableClock;
import dev.groundswell.Team;
import dev.groundswell.outbox.SendResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailFolderTest {
  private final SettableClock clock = SettableClock.at(Team.MONDAY_MORNING);

  @Test
  void each_mail_is_a_file_that_mail_programs_open_and_a_second_copy_takes_its_place(
      @TempDir Path folder) throws Exception {
    MailFolder mails = new MailFolder(folder.resolve("mails"), Letters.GROUNDSWELL, clock);

    SendResult end = mails.send(Letters.digest());
    mails.send(Letters.digest());

    assertThat(end).isInstanceOf(SendResult.Sent.class);
    try (Stream<Path> files = Files.list(folder.resolve("mails"))) {
      List<Path> all = files.toList();
      assertThat(all).extracting(it -> it.getFileName().toString()).containsExactly("k-0193.eml");
      assertThat(Files.readString(all.get(0)))
          .contains(
              "Message-ID: <k-0193@groundswell.example>",
              "List-Unsubscribe: <" + Letters.UNSUBSCRIBE + ">",
              "To: ann@example.org");
    }
    assertThat(mails.check()).isEmpty();
  }

  @Test
  void a_folder_that_cannot_be_made_is_said_and_tried_again(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    MailFolder mails = new MailFolder(file, Letters.GROUNDSWELL, clock);

    assertThat(mails.check().orElseThrow()).contains("MAIL_FOLDER");
    assertThat(mails.send(Letters.digest())).isInstanceOf(SendResult.TryAgain.class);
  }

  @ParameterizedTest
  @CsvSource({
    "imaps://bot:pw@mail.example.org, mail.example.org, 993, INBOX, bot, pw",
    "imaps://b%40x.org:p%2Fw+@mail.example.org:1993/Bounces/2026, mail.example.org, 1993,"
        + " Bounces/2026, b@x.org, p/w+",
    "imap://bot:pw@127.0.0.1:3143/INBOX, 127.0.0.1, 3143, INBOX, bot, pw"
  })
  void a_mailbox_is_read_from_its_address(
      String url, String host, int port, String folder, String user, String password) {
    ImapServer server = ImapServer.parse(url);

    assertThat(server)
        .isEqualTo(new ImapServer(host, port, url.startsWith("imaps"), user, password, folder));
    assertThat(server.toString()).doesNotContain(password + ",", user + ":");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "imap://bot:hunter2@mail.example.org",
        "imaps://hunter2@mail.example.org",
        "imaps://bot:hunter2@",
        "imaps://bot:hun ter2@mail.example.org",
        "pop3://bot:hunter2@mail.example.org"
      })
  void another_address_is_refused_with_the_shape_and_without_the_password(String url) {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> ImapServer.parse(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("IMAP_URL should look like")
        .hasMessageNotContaining("hunter2")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Fine.\\n\\nOn Mon, 2 Nov 2026 at 10:00, Groundswell <bot@g.example> wrote:\\n> x | Fine.
          Fine.\\n-----Original Message-----\\nFrom: bot                                  | Fine.
          > x\\nNo, not that.\\n> y\\nThis.                                               | No, not that.\\nThis.
          Fine.\\n-- \\nTom Becker\\nCFO                                                  | Fine.
          Gut.\\nAm 2. Nov. 2026 um 10:00 schrieb Groundswell:\\n> x                      | Gut.
          On Monday I wrote: too early                                                    | On Monday I wrote: too early
          """)
  void what_was_quoted_is_left_out(String mail, String words) {
    assertThat(ReplyText.of(mail.replace("\\n", "\n"))).isEqualTo(words.replace("\\n", "\n"));
  }
}

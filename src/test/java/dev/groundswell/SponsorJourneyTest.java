package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.sandbox.mailbox.Mail;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a promise to a digest that its sponsor reads, and then no longer wants. */
@Tag("browser")
class SponsorJourneyTest {
  private static final Path PICTURES = Path.of(System.getProperty("pictures", "target/pictures"));

  @Test
  void a_sponsor_confirms_reads_and_stops_the_digest() throws Exception {
    Files.createDirectories(PICTURES);
    try (SandboxBot running =
            SandboxBot.open(
                OfficeHours.from(),
                new Random(12),
                PromptFiles.packaged(),
                JourneyTest.freePort());
        Browser maya = Browser.start()) {
      maya.open(running.page()).become("Maya Okafor").go("#diabetes-outreach");
      maya.type("/buyin initiative Diabetes outreach");
      answers(maya, "has begun");

      // What is missing is asked back, and what was typed is still there.
      maya.type("/buyin pledge \"the front desk will support the project by friday\"");
      await().untilAsserted(() -> assertThat(maya.text()).contains("What will they do?"));
      assertThat(maya.page().getByLabel("By when?").inputValue()).isEqualTo("by friday");
      maya.fill("What will they do?", "call after four for two weeks").click("Note it");
      await().untilAsserted(() -> assertThat(maya.text()).contains("Noted for Diabetes outreach"));
      maya.click("Close");
      maya.type("/buyin pledges");
      answers(maya, "Staff: 0 kept, 1 still to come", "call after four for two weeks");
      maya.screenshot(PICTURES.resolve("pledges.png"));
      maya.click("Kept").fill("How do you know?", "They called 40 people on Tuesday").click("Save");
      answers(maya, "the front desk promised to call after four for two weeks, and did");

      maya.type("/buyin sponsor Tom Becker tom.becker@lakeside.example");
      answers(maya, "Tom Becker");
      confirms(running);
      maya.type("/buyin digest");
      answers(maya, "The digest for Tom Becker", "1 new promise, 1 kept in this time");
      maya.screenshot(PICTURES.resolve("digest-preview.png"));
      maya.click("Approve");
      answers(maya, "Approved. It goes to Tom Becker on Monday");
      assertThat(digests(running)).isEmpty();

      for (int week = 0; week < 6 && digests(running).isEmpty(); week++) {
        maya.click("In a week");
      }
      await().until(() -> digests(running).size() == 1);
      Mail mail = digests(running).get(0);
      assertThat(mail.text()).contains("1 kept in this time", "because you sponsor");
      maya.go("Mailbox");
      await().untilAsserted(() -> assertThat(maya.text()).contains("1 new promise"));
      maya.screenshot(PICTURES.resolve("digest-mail.png"));

      assertThat(oneClick(mail)).isEqualTo(200);
      maya.go("Groundswell").go("Messages");
      await()
          .untilAsserted(() -> assertThat(maya.text()).contains("Tom Becker stopped the digest"));

      maya.go("#diabetes-outreach");
      maya.type("/buyin pledge \"Dr Lee will free two nurses in 2 weeks\"");
      answers(maya, "Dr Lee will free two nurses");
      maya.type("/buyin digest send");
      answers(maya, "Nothing goes out to Tom Becker");
      assertThat(digests(running)).hasSize(1);
      assertThat(maya.complaints()).isEmpty();
    }
  }

  private static List<Mail> digests(SandboxBot running) {
    return running.sandbox().mailbox().mails().stream()
        .filter(it -> it.subject().startsWith("Diabetes outreach: "))
        .toList();
  }

  /** What a mail program does when its reader presses "Unsubscribe". */
  private static int oneClick(Mail mail) throws Exception {
    Matcher address = Pattern.compile("List-Unsubscribe: <(http[^>]+)>").matcher(mail.raw());
    assertThat(address.find()).isTrue();
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address.group(1)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build(),
            BodyHandlers.ofString())
        .statusCode();
  }

  private static void confirms(SandboxBot running) {
    await().until(() -> !running.sandbox().mailbox().mails().isEmpty());
    Matcher link =
        Pattern.compile("http://\\S+/digest/\\S+")
            .matcher(running.sandbox().mailbox().mails().get(0).text());
    assertThat(link.find()).isTrue();
    try (Browser reader = Browser.start(360, 740, ColorScheme.LIGHT)) {
      reader.page().navigate(link.group());
      reader.page().getByRole(AriaRole.BUTTON).click();
      await().untilAsserted(() -> assertThat(reader.page().title()).isEqualTo("Thank you"));
    }
  }

  /** The newest message says all that, as soon as it is there. */
  private static void answers(Browser somebody, String... words) {
    await().untilAsserted(() -> assertThat(somebody.lastAnswer()).contains(words));
  }
}

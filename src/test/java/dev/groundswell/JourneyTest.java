package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.groundswell.prompt.PromptFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The three jobs of the product, as somebody does them on the page of the sandbox. */
@Tag("browser")
class JourneyTest {
  private static final Path PICTURES = Path.of(System.getProperty("pictures", "target/pictures"));

  @Test
  void from_a_tip_to_a_reminder_to_a_mail() throws IOException {
    Files.createDirectories(PICTURES);
    try (SandboxBot running =
            SandboxBot.open(
                OfficeHours.from(), new Random(11), PromptFiles.packaged(), freePort());
        Browser maya = Browser.start()) {
      // The model of meanings loads beside the start; on two busy cores the first answer waits for
      // it.
      await().until(running::understands);
      maya.open(running.page()).become("Maya Okafor").go("#diabetes-outreach");

      maya.type("/buyin tips docs");
      answers(maya, "Tips for clinicians", "Why:", "You could say:", "From ", "More tips");
      maya.screenshot(PICTURES.resolve("tips.png"));

      maya.type("/buyin input \"The reminder calls come too early\" from @Priya Nair");
      answers(maya, "I have kept what you typed");
      maya.click("Start an initiative with it").fill("What is it called?", "Diabetes outreach");
      maya.click("Start");
      await()
          .untilAsserted(
              () ->
                  assertThat(maya.text())
                      .contains("Kept for Diabetes outreach", "I will remind you on"));
      maya.click("Close");
      await().untilAsserted(() -> assertThat(maya.lastAnswer()).contains("Kept for"));

      maya.click("In a week").click("In a week").click("Next morning").click("Next morning");
      maya.go("Groundswell").go("Messages");
      await()
          .untilAsserted(
              () ->
                  assertThat(maya.lastAnswer())
                      .contains(
                          "@Priya Nair said this on",
                          "The reminder calls come too early",
                          "Nothing is decided yet"));
      maya.screenshot(PICTURES.resolve("reminder.png"));

      decide(maya);
      maya.click("Tell them");
      await().untilAsserted(() -> assertThat(maya.text()).contains("What Priya Nair gets to read"));
      maya.screenshot(PICTURES.resolve("report-back.png"));
      maya.click("Send");
      await()
          .untilAsserted(() -> assertThat(maya.lastAnswer()).contains("On its way to @Priya Nair"));

      maya.go("#diabetes-outreach").type("/buyin sponsor Tom Becker tom.becker@lakeside.example");
      answers(maya, "Tom Becker", "is a sponsor now", "asked them by mail");
      confirms(running, "Would you like the digest");
      maya.type("/buyin digest send");
      answers(maya, "on its way to Tom Becker");
      await().until(() -> running.sandbox().mailbox().mails().size() == 2);
      maya.go("Mailbox");
      await()
          .untilAsserted(
              () -> assertThat(maya.text()).contains("Diabetes outreach: 100 % have heard"));
      maya.screenshot(PICTURES.resolve("mailbox.png"));

      maya.go("Home");
      await().untilAsserted(() -> assertThat(maya.text()).contains("What is going on?"));
      // Whoever types while the Home is still being drawn types again, as a person would.
      await()
          .pollInterval(Duration.ofSeconds(3))
          .untilAsserted(
              () -> {
                assertThat(maya.text()).contains("What is going on?");
                if (!maya.text().contains("The closest tips for")) {
                  maya.fill("What is going on?", "our cfo wants to see a return");
                  maya.page().getByLabel("What is going on?").press("Enter");
                }
                assertThat(maya.text()).contains("The closest tips for");
              });
      maya.screenshot(PICTURES.resolve("home.png"));
      assertThat(maya.complaints()).isEmpty();
    }
  }

  /** Opens the first link of the mail as its reader would, and presses the button there. */
  private static void confirms(SandboxBot running, String subject) {
    await()
        .until(
            () ->
                running.sandbox().mailbox().mails().stream()
                    .anyMatch(it -> it.subject().startsWith(subject)));
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

  /** A page is read by the thread that opened it, and a busy machine takes its time. */
  private static ConditionFactory await() {
    return Awaitility.await().pollInSameThread();
  }

  private static void decide(Browser somebody) {
    somebody.click("Note the decision");
    somebody.page().getByLabel("Adopted", exact()).check();
    somebody
        .fill(
            "How was it weighed?", "The front desk and the call team looked at last month's calls")
        .fill("Why?", "Calls after four reach twice as many people")
        .click("Save");
    await().untilAsserted(() -> assertThat(somebody.lastAnswer()).contains("Tell them"));
  }

  /** Log as one person, decide as another, report back, answer as the contributor. */
  @Test
  void nobody_s_input_is_forgotten() throws IOException {
    Files.createDirectories(PICTURES);
    try (SandboxBot running =
            SandboxBot.open(
                OfficeHours.from(), new Random(12), PromptFiles.packaged(), freePort());
        Browser page = Browser.start()) {
      page.open(running.page()).become("Luis Ortega").go("#diabetes-outreach");
      page.type("/buyin initiative Diabetes outreach lead @Maya Okafor");
      answers(page, "has begun, led by");
      page.type("/buyin input \"The reminder calls come too early\" from @Priya Nair");
      answers(page, "I will remind you on");
      page.type("/buyin inputs");
      answers(page, "0 % have heard back: 0 of 1", "not decided yet");

      page.click("In a week").click("In a week").click("Next morning").click("Next morning");
      page.go("Groundswell").go("Messages");
      answers(page, "The reminder calls come too early", "Nothing is decided yet");
      page.screenshot(PICTURES.resolve("nudge.png"));

      page.become("Maya Okafor").go("#diabetes-outreach").type("/buyin inputs");
      answers(page, "The reminder calls come too early");
      page.page().getByLabel("More actions").last().click();
      decide(page);

      page.become("Luis Ortega").go("#diabetes-outreach").type("/buyin inputs");
      answers(page, "The reminder calls come too early");
      page.page().getByLabel("More actions").last().click();
      page.click("Tell them");
      await().untilAsserted(() -> assertThat(page.text()).contains("What Priya Nair gets to read"));
      page.click("Send");
      await().untilAsserted(() -> assertThat(page.lastAnswer()).contains("On its way"));

      page.become("Priya Nair").go("Groundswell").go("Messages");
      answers(
          page,
          "Luis Ortega asked me to tell you what became of your input",
          "Calls after four reach twice as many people",
          "Don't write to me about this again");
      page.screenshot(PICTURES.resolve("told.png"));
      page.click("Thanks, heard");
      answers(page, "can see that it reached you");

      page.become("Luis Ortega").go("#diabetes-outreach").type("/buyin inputs confirmed");
      answers(page, "100 % have heard back: 1 of 1", "told", "and confirmed");
      page.screenshot(PICTURES.resolve("inputs.png"));
      page.click("Export as CSV");
      page.go("Groundswell").go("Messages");
      await().untilAsserted(() -> assertThat(page.text()).contains("Inputs of Diabetes outreach"));
      page.go("Home");
      await().untilAsserted(() -> assertThat(page.text()).contains("100 % have heard back"));
      page.screenshot(PICTURES.resolve("home-loop.png"));
      assertThat(page.complaints()).isEmpty();
    }
  }

  /** A message of a channel becomes an input, with its author, its words and the way back to it. */
  @Test
  void what_was_said_in_a_channel_is_logged_where_it_stands() throws IOException {
    Files.createDirectories(PICTURES);
    try (SandboxBot running =
            SandboxBot.open(
                OfficeHours.from(), new Random(13), PromptFiles.packaged(), freePort());
        Browser page = Browser.start()) {
      page.open(running.page()).become("Maya Okafor").go("#diabetes-outreach");
      page.type("/buyin initiative Diabetes outreach");
      answers(page, "Diabetes outreach");
      page.become("Priya Nair").go("#diabetes-outreach");
      page.type("The reminder letters are hard to read");

      page.become("Maya Okafor").go("#diabetes-outreach");
      Locator said =
          page.page()
              .locator("#log .msg")
              .filter(new Locator.FilterOptions().setHasText("The reminder letters are hard"));
      said.hover();
      said.getByRole(AriaRole.BUTTON, named("Log as input")).click();
      page.settled();
      assertThat(page.page().getByLabel("What did they say?").inputValue())
          .isEqualTo("The reminder letters are hard to read");
      page.screenshot(PICTURES.resolve("log-message.png"));
      page.click("Keep it");
      await()
          .untilAsserted(
              () ->
                  assertThat(page.text())
                      .contains(
                          "Kept for Diabetes outreach, from @Priya Nair",
                          "The reminder letters are hard to read",
                          "Logged from this message"));
      page.screenshot(PICTURES.resolve("logged-message.png"));

      Locator back = page.page().getByRole(AriaRole.LINK, linked("this message")).last();
      assertThat(back.getAttribute("href")).contains("/archives/");
      page.open(back.getAttribute("href"));
      assertThat(page.text()).contains("The reminder letters are hard to read");
      assertThat(page.complaints()).isEmpty();
    }
  }

  private static Locator.GetByRoleOptions named(String name) {
    return new Locator.GetByRoleOptions().setName(name);
  }

  private static com.microsoft.playwright.Page.GetByRoleOptions linked(String name) {
    return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name);
  }

  /** The newest message says all that, as soon as it is there. */
  private static void answers(Browser somebody, String... words) {
    await().untilAsserted(() -> assertThat(somebody.lastAnswer()).contains(words));
  }

  private static com.microsoft.playwright.Page.GetByLabelOptions exact() {
    return new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

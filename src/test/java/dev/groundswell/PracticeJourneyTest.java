package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.groundswell.prompt.PromptFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A practice that said "not now", from the first look to the second. */
@Tag("browser")
class PracticeJourneyTest {
  private static final Path PICTURES = Path.of(System.getProperty("pictures", "target/pictures"));

  @Test
  void not_now_and_three_months_on() throws IOException {
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
      maya.type("/buyin practice Eastgate");
      answers(maya, "I know no practice called");
      maya.click("Add “Eastgate”");
      answers(maya, "Not assessed yet");

      maya.click("Assess").fill("What decision will this serve?", "Whether to start in spring");
      rate(maya, "1 – Nobody there wants this to change", "1 – One crisis after the other");
      maya.click("Save");
      answers(maya, "Kept.", "Do not push");
      maya.screenshot(PICTURES.resolve("practice.png"));

      maya.click("Not now").fill("What did they say?", "New record system first");
      maya.click("Plan it");
      answers(maya, "Next light contact");

      running.sandbox().clock().advance(Duration.ofDays(87));
      maya.go("Groundswell").go("Messages");
      answers(maya, "Time for a light contact with Eastgate", "nothing new to send");
      maya.screenshot(PICTURES.resolve("check-in.png"));
      maya.click("Spoke with them");
      answers(maya, "Next contact with Eastgate");

      maya.go("#diabetes-outreach").type("/buyin practice Eastgate");
      answers(maya, "spoke with them");
      maya.click("They are ready");
      answers(maya, "Eastgate is ready");
      maya.click("Assess again").fill("What decision will this serve?", "What to begin with");
      rate(maya, "5 – They ask for it themselves", "5 – Calm enough to think");
      maya.click("Save");
      answers(maya, "Since", "Willingness to change", "Start soon");
      maya.click("Show the path");
      answers(maya, "on its way to you as a picture");
      maya.go("Groundswell").go("Messages");
      await().untilAsserted(() -> assertThat(maya.lastAnswer()).contains("The path of Eastgate"));
      maya.screenshot(PICTURES.resolve("path-sent.png"));
      assertThat(maya.complaints()).isEmpty();
    }
  }

  /** The same end of the scale for all that counts. */
  private static void rate(Browser maya, String motivation, String stress) {
    boolean high = motivation.startsWith("5");
    maya.fill("Do they want to improve", motivation)
        .fill(
            "Are they open to improvement work",
            high
                ? "5 – They test changes already"
                : "1 – Another project is the last thing they want")
        .fill(
            "Are its leaders there for it",
            high
                ? "5 – They give time, and take part"
                : "1 – Nobody leads, or the leaders are against it")
        .fill(
            "Is there enough money",
            high ? "5 – Sound, with something to spare" : "1 – They fight to stay open")
        .fill("How calm is it", stress);
  }

  private static void answers(Browser somebody, String... words) {
    await().untilAsserted(() -> assertThat(somebody.lastAnswer()).contains(words));
  }
}

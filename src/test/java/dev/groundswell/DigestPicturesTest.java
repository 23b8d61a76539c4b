package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.ColorScheme;
import dev.groundswell.mail.DigestMailTest;
import dev.groundswell.web.DigestPagesTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How each mail, and each page behind a link in one, looks on a telephone, on a page and on a desk:
 * nothing runs off its edge, everybody can read it, and nothing has to be fetched.
 */
@Tag("browser")
class DigestPicturesTest {
  private static final Path PICTURES = Path.of(System.getProperty("pictures", "target/pictures"));
  private static final String LONG = "Donaudampfschifffahrtsgesellschaft".repeat(6);

  private static Stream<Named<String>> looks() {
    return Stream.of(
            DigestMailTest.extremes()
                .map(
                    it -> Named.of("digest-" + it.getName(), DigestMailTest.html(it.getPayload()))),
            Stream.of("Tom", LONG, "יוזמת הסוכרת של ד\"ר לוי", "<b>Tom</b> & \"Ada\" 👩🏽‍⚕️")
                .flatMap(DigestPicturesTest::otherMails),
            DigestPagesTest.looks())
        .flatMap(it -> it);
  }

  private static Stream<Named<String>> otherMails(String text) {
    String name = text.substring(0, 3).replaceAll("\\W", "x");
    return Stream.of(
        Named.of(
            "ask-" + name,
            Team.WORDS.mailHtml(
                "ask",
                Map.of(
                    "subject", text,
                    "name", text,
                    "initiative", text,
                    "sender", text,
                    "confirm", "https://groundswell.example.org/digest/" + "x".repeat(120),
                    "most", 3))),
        Named.of(
            "report-back-" + name,
            Team.WORDS.mailHtml(
                "report-back",
                Map.of(
                    "subject", text,
                    "paragraphs", List.of(text, "We call after four from now on."),
                    "link", "https://example.org/plan",
                    "sender", text,
                    "initiative", text))));
  }

  @ParameterizedTest
  @CsvSource({
    "320,LIGHT",
    "600,LIGHT",
    "1200,LIGHT",
    "320,DARK",
    "600,DARK",
    "1200,DARK",
  })
  void it_fits_and_everybody_can_read_it(int width, ColorScheme scheme) throws IOException {
    Files.createDirectories(PICTURES);
    try (Browser browser = Browser.start(width, 900, scheme)) {
      List<String> fetched = new ArrayList<>();
      browser.page().onRequest(request -> fetched.add(request.url()));
      for (Named<String> look : looks().toList()) {
        browser.page().setContent(look.getPayload());
        assertThat(overflow(browser)).as(look.getName()).isLessThanOrEqualTo(0);
        if (width == 320) {
          assertThat(barriers(browser)).as(look.getName()).isEmpty();
        }
        browser.screenshot(PICTURES.resolve(look.getName() + "-" + width + "-" + scheme + ".png"));
      }
      assertThat(fetched).as("with images off, it is the same").isEmpty();
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static int overflow(Browser browser) {
    Object pixels =
        browser.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
    return ((Number) pixels).intValue();
  }

  private static List<String> barriers(Browser browser) {
    return new AxeBuilder(browser.page())
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(Objects::toString)
            .toList();
  }

  @Test
  void both_would_be_seen() {
    try (Browser browser = Browser.start(320, 900, ColorScheme.LIGHT)) {
      browser
          .page()
          .setContent(
              "<html lang=en><title>x</title><p style='color:#aaa;background:#fff'>pale <b>"
                  + LONG
                  + "</b>");
      assertThat(overflow(browser)).isPositive();
      assertThat(barriers(browser)).singleElement().asString().contains("color-contrast");
    }
  }
}

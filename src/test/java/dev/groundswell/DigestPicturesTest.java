package dev.groundswell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.groundswell.mail.DigestMailTest;
import dev.groundswell.sponsor.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each digest looks on a telephone, on a page and on a desk; nothing runs off its edge. */
@Tag("browser")
class DigestPicturesTest {
  private static final Path PICTURES = Path.of(System.getProperty("pictures", "target/pictures"));

  @ParameterizedTest
  @CsvSource({
    "320,LIGHT",
    "600,LIGHT",
    "1200,LIGHT",
    "320,DARK",
    "600,DARK",
    "1200,DARK",
  })
  void it_fits(int width, ColorScheme scheme) throws IOException {
    Files.createDirectories(PICTURES);
    try (Browser browser = Browser.start(width, 900, scheme)) {
      for (Named<Digest> digest : DigestMailTest.extremes().toList()) {
        browser.page().setContent(DigestMailTest.html(digest.getPayload()));
        Object overflow =
            browser.page().evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(((Number) overflow).intValue()).as(digest.getName()).isLessThanOrEqualTo(0);
        browser.screenshot(
            PICTURES.resolve("digest-" + digest.getName() + "-" + width + "-" + scheme + ".png"));
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }
}

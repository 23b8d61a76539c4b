package dev.groundswell.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a mail keeps to what common mail programs show. */
final class Styles {
  private static final Pattern STYLES =
      Pattern.compile("style=\"([^\"]*)\"|<style>(.*?)</style>", Pattern.DOTALL);

  private Styles() {}

  /** Common clients lack these: flex and grid, positions, variables, scripts, web fonts, forms. */
  static void areCommon(String html) {
    Matcher styles = STYLES.matcher(html);
    while (styles.find()) {
      assertThat(styles.group())
          .doesNotContain(
              "flex", "grid", "position:", "var(", "@import", "@font-face", "float:", "calc(");
    }
    assertThat(html).doesNotContain("<form", "<svg", "<link", "<iframe", "<script");
  }
}

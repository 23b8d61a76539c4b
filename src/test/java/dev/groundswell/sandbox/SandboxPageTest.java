package dev.groundswell.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.options.ColorScheme;
import dev.groundswell.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxPageTest {
  private OpenSandbox open;
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    open = new OpenSandbox();
    browser = Browser.start().open(open.sandbox.pageUrl());
  }

  @AfterEach
  void close() {
    browser.close();
    open.close();
  }

  @Test
  void a_command_is_answered_on_the_page() throws Exception {
    Path target = Files.createDirectories(Path.of("target/screenshots"));
    browser.screenshot(target.resolve("first.png"));
    browser.become("Maya Okafor").go("#diabetes-outreach").type("/buyin tips docs");
    assertThat(browser.lastAnswer()).contains("You said tips docs");
    browser.screenshot(target.resolve("answer.png"));
    browser.click("Open the form");
    browser.screenshot(target.resolve("modal.png"));
    browser.fill("Your name", "wrong").click("Save");
    assertThat(browser.text()).contains("Nobody has this name");
    browser.screenshot(target.resolve("modal-wrong.png"));
    browser.fill("Your name", "Ann").click("Save");
    assertThat(open.bot.heard).contains("submitted Ann");
    browser.go("Home");
    browser.screenshot(target.resolve("home.png"));
    assertThat(browser.complaints()).isEmpty();
    assertAccessible(browser);
    try (Browser small = Browser.start(360, 740, ColorScheme.DARK)) {
      small.open(open.sandbox.pageUrl()).screenshot(target.resolve("small.png"));
    }
    try (Browser dark = Browser.start(1024, 768, ColorScheme.DARK)) {
      dark.open(open.sandbox.pageUrl()).screenshot(target.resolve("dark.png"));
      assertAccessible(dark);
    }
  }

  private static void assertAccessible(Browser browser) {
    var results =
        new AxeBuilder(browser.page())
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
            .analyze();
    assertThat(results.getViolations()).as(() -> results.getViolations().toString()).isEmpty();
  }
}

package dev.groundswell.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.groundswell.sandbox.OpenSandbox.MAYA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.groundswell.Browser;
import dev.groundswell.Markup;
import jakarta.mail.Transport;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page in a real browser. Screenshots of what one should look at go to target/screenshots. */
@Tag("browser")
class SandboxPageTest {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private OpenSandbox open;
  private static Browser browser;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(SCREENSHOTS);
    browser = Browser.start();
    // A busy machine takes its time.
    PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
  }

  @AfterAll
  static void stop() {
    browser.close();
  }

  @BeforeEach
  void open() throws Exception {
    open = new OpenSandbox();
    browser.open(open.sandbox.pageUrl());
  }

  @AfterEach
  void close() {
    browser.page().navigate("about:blank");
    open.close();
  }

  @Test
  void a_command_a_form_and_its_errors_work_by_mouse() {
    browser.become("Maya Okafor").go("#diabetes-outreach").type("/buyin tips docs");
    assertThat(browser.lastAnswer()).contains("You said tips docs");
    assertThat(browser.page().locator(".msg.ephemeral")).containsText("Only visible to you");
    browser.click("Open the form").fill("Your name", "wrong").click("Save");
    assertThat(browser.text()).contains("Nobody has this name");
    accessible("modal");
    browser.fill("Your name", "Ann").click("Save");
    assertThat(browser.page().locator("#modal")).not().isVisible();
    browser.click("Done");
    assertThat(browser.lastAnswer()).contains("All done");
    browser.click("Dismiss");
    assertThat(browser.text()).doesNotContain("All done");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void everything_works_by_keyboard() {
    var page = browser.page();
    page.locator("#text").focus();
    page.keyboard().type("/b");
    assertThat(page.locator("#suggestions")).containsText("/buyin");
    page.keyboard().press("Enter");
    assertThat(page.locator("#text")).hasValue("/buyin ");
    assertThat(page.locator("#usage")).containsText("tips");
    page.keyboard().type("hello @Pri");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    browser.settled();
    assertThat(open.bot.heard).contains("command hello <@U0PRIYA|priya>");
    page.getByText("Open the form").last().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#modal")).isVisible();
    assertThat(page.getByLabel("Your name")).isFocused();
    for (int i = 0; i < 6; i++) {
      page.keyboard().press("Tab");
      Object outside =
          page.evaluate(
              "() => document.activeElement !== document.body"
                  + " && !document.getElementById('modal').contains(document.activeElement)");
      assertThat(outside).isEqualTo(false);
    }
    page.keyboard().press("Escape");
    assertThat(page.locator("#modal")).not().isVisible();
    assertThat(page.getByText("Open the form").last()).isFocused();
    await().until(() -> open.bot.heard.contains("closed form"));
  }

  @Test
  void what_one_has_written_outlives_an_error_and_a_push_keeps_the_modal_below() {
    browser.type("/buyin hello").click("Open the form").fill("Your name", "push").click("Save");
    assertThat(browser.page().locator(".depth")).hasText("2 windows open");
    assertThat(browser.page().getByLabel("Your name")).hasValue("");
    browser.page().keyboard().press("Escape");
    browser.settled();
    assertThat(browser.page().locator("#modal")).isVisible();
    browser.fill("Your name", "wrong").click("Save");
    assertThat(browser.page().getByLabel("Your name")).hasValue("wrong");
    assertThat(browser.page().getByLabel("Your name")).isFocused();
  }

  @Test
  void the_clock_moves_and_says_so() {
    browser.page().locator("#clock").innerText();
    var before = open.sandbox.clock().instant();
    browser.click("In a week");
    assertThat(open.sandbox.clock().instant()).isAfter(before.plusSeconds(6 * 86_400));
    browser.click("Next morning");
    assertThat(browser.page().locator("#clock")).containsText("09:00 Maya’s time");
    assertThat(browser.page().locator("#status")).containsText("Next morning: it is");
  }

  @Test
  void a_message_to_the_bot_is_answered_and_counted_as_unread_elsewhere() {
    browser.go("Messages").type("hello");
    assertThat(browser.page().locator("#log")).containsText("You said: hello");
    browser.go("#general");
    open.slack().typing().say(MAYA, "D0MAYA", "again");
    assertThat(browser.page().locator("#sidebar a.unread")).containsText("Groundswell");
    browser.go("Groundswell");
    assertThat(browser.page().locator("#log")).containsText("You said: again");
    assertThat(browser.page().locator("#sidebar a.unread")).hasCount(0);
  }

  @Test
  void home_appears_when_one_looks_at_it() {
    browser.go("Home");
    assertThat(browser.page().locator("#board")).containsText("Your home");
    browser.become("Tom Becker");
    assertThat(browser.page().locator("#board")).containsText("Your home");
    assertThat(browser.page().locator("#clock")).containsText("Tom’s time");
    accessible("home");
  }

  @Test
  void a_page_that_comes_late_does_not_undo_who_one_became() throws Exception {
    List<Route> late = new ArrayList<>();
    browser
        .page()
        .route(
            url -> url.contains("/view?"),
            asked -> {
              if (late.isEmpty()) {
                late.add(asked);
              } else {
                asked.resume();
              }
            });
    new SlackCall(open.sandbox)
        .call("chat.postMessage", "channel", "C0DIABETES", "text", "Something new");
    browser.page().waitForCondition(() -> !late.isEmpty());

    browser.page().getByLabel("You are").selectOption("Tom Becker");
    late.get(0).resume();

    assertThat(browser.page().locator("#clock")).containsText("Tom’s time");
    browser.page().unrouteAll();
  }

  @Test
  void a_shortcut_of_a_message_opens_its_form() {
    var message = browser.page().locator("#log .msg").last();
    message.hover();
    message.getByText("Log as input").click();
    assertThat(browser.page().locator("#modal-title")).hasText("A form");
    assertThat(open.bot.heard).anyMatch(each -> each.startsWith("shortcut That is exactly"));
  }

  @Test
  void a_button_that_asks_first_waits_for_a_yes() throws Exception {
    new SlackCall(open.sandbox)
        .call(
            "chat.postMessage",
            "channel",
            "C0DIABETES",
            "text",
            "Careful",
            "blocks",
            """
            [{"type":"actions","elements":[{"type":"button","action_id":"form.open",
              "text":{"type":"plain_text","text":"Erase"},"style":"danger",
              "confirm":{"title":{"type":"plain_text","text":"Really?"},
              "text":{"type":"plain_text","text":"It is gone then."},
              "confirm":{"type":"plain_text","text":"Erase it"},
              "deny":{"type":"plain_text","text":"Keep it"},"style":"danger"}}]}]
            """);
    browser.click("Erase");
    assertThat(browser.page().locator("#confirm")).containsText("It is gone then.");
    accessible("confirm");
    browser.click("Keep it");
    assertThat(browser.page().locator("#confirm")).not().isVisible();
    assertThat(open.slack().views().top(MAYA)).isEmpty();
    browser.click("Erase").click("Erase it");
    assertThat(browser.page().locator("#modal-title")).hasText("A form");
  }

  @Test
  void a_card_fills_the_composer_and_leaves_sending_to_the_reader() {
    browser.go("#general");
    browser.page().locator("[data-fill]").first().click();
    assertThat(browser.page().locator("#text")).hasValue("/buyin tips docs");
    assertThat(browser.page().locator("#text")).isFocused();
    assertThat(browser.page().locator("#place h1")).hasText("#diabetes-outreach");
    assertThat(open.bot.heard).isEmpty();
  }

  @Test
  void mail_is_read_as_designed_or_plain() throws Exception {
    browser.go("Mailbox");
    assertThat(browser.text()).contains("No mail yet");
    Transport.send(
        MailboxTest.mail(open.sandbox.smtpPort(), "tom.becker@lakeside.example", "What happened"));
    assertThat(browser.page().locator("#sidebar .count")).containsText("1 received");
    assertThat(browser.page().locator("#board")).containsText("What happened");
    accessible("mailbox");
    browser.page().locator("[data-go=mail-1]").click();
    assertThat(browser.page().frameLocator("#mail-html").locator("b")).hasText("back");
    browser.screenshot(SCREENSHOTS.resolve("mail.png"));
    browser.click("Plain text");
    assertThat(browser.page().locator("#mail-text")).containsText("Three people heard back");
    assertThat(browser.page().locator("#mail-html")).not().isVisible();
    // Nothing runs within the frame, and axe would wait there for ever.
    browser.page().evaluate("() => document.getElementById('mail-html').remove()");
    accessible("mail-text");
  }

  @Test
  void trouble_can_be_switched_on_and_off() {
    browser.page().getByText("Slack has trouble…").click();
    browser.click("Start");
    assertThat(open.slack().troubles().left()).isEqualTo(3);
    assertThat(browser.page().locator("#trouble")).containsText("3 calls of the bot will go wrong");
    browser.click("All is well");
    assertThat(open.slack().troubles().left()).isZero();
  }

  @Test
  void it_fits_a_phone_a_tablet_and_a_wide_screen_light_and_dark() {
    browser.type("/buyin hello");
    accessible("first");
    for (int width : new int[] {360, 768, 1024, 1600}) {
      ColorScheme scheme = width == 768 || width == 1600 ? ColorScheme.LIGHT : ColorScheme.DARK;
      try (Browser other = Browser.start(width, 800, scheme)) {
        other.open(open.sandbox.pageUrl());
        other.screenshot(SCREENSHOTS.resolve("width-" + width + ".png"));
        Object overflow =
            other
                .page()
                .evaluate(
                    "() => document.documentElement.scrollWidth"
                        + " > document.documentElement.clientWidth");
        assertThat(overflow).as("scrolls sideways at %d", width).isEqualTo(false);
        accessible(other, "axe at " + width);
      }
    }
  }

  @Test
  void the_served_page_is_valid_html() throws Exception {
    assertThat(Markup.problems("<p role=dance>no title")).isNotEmpty();
    browser.type("/buyin hello").click("Open the form");
    for (String place : new String[] {"C0DIABETES", "app", "home", "mailbox"}) {
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(
                          URI.create(open.sandbox.pageUrl() + "?as=maya&at=" + place))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(page.body()).doesNotContain("<!--").doesNotContain("{{");
      assertThat(Markup.problems(page.body())).as(place).isEmpty();
    }
  }

  private static void accessible(String name) {
    browser.screenshot(SCREENSHOTS.resolve(name + ".png"));
    accessible(browser, name);
  }

  private static void accessible(Browser browser, String name) {
    var results =
        new AxeBuilder(browser.page())
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
            .analyze();
    assertThat(results.getViolations())
        .as(() -> name + ": " + Objects.toString(results.getViolations()))
        .isEmpty();
  }
}

package dev.groundswell;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody before the page of the sandbox: reads, types and clicks in the product's own words. */
public final class Browser implements AutoCloseable {
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  private Browser(int width, int height, ColorScheme scheme) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setTimeout(120_000)
                    .setExecutablePath(Path.of(System.getProperty("browser", "/usr/bin/chromium")))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    context =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme));
    // A busy machine takes its time.
    context.setDefaultTimeout(120_000);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
  }

  /** A window as on a desk. */
  public static Browser start() {
    return new Browser(1440, 900, ColorScheme.LIGHT);
  }

  public static Browser start(int width, int height, ColorScheme scheme) {
    return new Browser(width, height, scheme);
  }

  public Browser open(Object url) {
    page.navigate(url.toString());
    return settled();
  }

  /** Is this person from now on. */
  public Browser become(String name) {
    page.getByLabel("You are", new Page.GetByLabelOptions().setExact(true)).selectOption(name);
    return settled();
  }

  /** Goes to a channel (#name), to Groundswell, Home, Messages or Mailbox. */
  public Browser go(String place) {
    String name = place.startsWith("#") ? place.substring(1) : place;
    boolean tab = name.equals("Home") || name.equals("Messages");
    if (tab && page.locator(".tabs").count() == 0) {
      go("Groundswell");
    }
    page.locator(tab ? ".tabs a" : "#sidebar a")
        .filter(new Locator.FilterOptions().setHasText(name))
        .click();
    return settled();
  }

  /** Types a line into the composer and sends it. */
  public Browser type(String line) {
    Locator text = page.locator("#text");
    text.fill(line);
    if (page.locator("#suggestions").isVisible()) {
      text.press("Escape");
    }
    text.press("Enter");
    return settled();
  }

  /** What the newest message says. */
  public String lastAnswer() {
    return page.locator("#log .msg .content").last().innerText();
  }

  /**
   * Presses a button or follows a link, in the dialog when one is open, else the newest so named.
   */
  public Browser click(String name) {
    boolean open = page.locator("dialog[open]").count() > 0;
    Locator within = open ? page.locator("dialog[open]").last() : page.locator("body");
    within
        .getByRole(AriaRole.BUTTON, exactlyIn(name))
        .or(within.getByRole(AriaRole.LINK, exactlyIn(name)))
        .last()
        .click();
    return settled();
  }

  private static Locator.GetByRoleOptions exactlyIn(String name) {
    return new Locator.GetByRoleOptions().setName(name).setExact(true);
  }

  /** Fills the field with this label, or chooses in it. */
  public Browser fill(String label, String text) {
    Locator field = page.getByLabel(label).last();
    if ("SELECT".equals(field.evaluate("each => each.tagName"))) {
      field.selectOption(text);
    } else {
      field.fill(text);
    }
    return settled();
  }

  /** All that one can read now. */
  public String text() {
    return page.locator("body").innerText();
  }

  public Browser screenshot(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    return this;
  }

  /** The page itself, for what this class has no words for. */
  public Page page() {
    return page;
  }

  /** Errors of the page's script, and whatever its policy has blocked. */
  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Waits until the page has shown what one did. */
  public Browser settled() {
    page.locator("body[data-ready]:not([aria-busy])").waitFor();
    return this;
  }

  @Override
  public void close() {
    context.close();
    chromium.close();
    playwright.close();
  }
}

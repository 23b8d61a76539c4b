package dev.groundswell.mail;

import dev.groundswell.kernel.MailAddress;
import org.jspecify.annotations.Nullable;

/** Mails that tests send. */
final class Letters {
  static final MailAddress ANN = new MailAddress("ann@example.org");
  static final MailIdentity GROUNDSWELL =
      MailIdentity.parse("Groundswell <bot@groundswell.example>", "team@groundswell.example");
  static final String UNSUBSCRIBE =
      "https://groundswell.example/unsubscribe/" + "eyJzcG9uc29yIjoiMDE5MyJ9".repeat(6);

  private Letters() {}

  static MailMessage digest() {
    return about("What became of your ideas in November");
  }

  static MailMessage about(String subject) {
    return letter(subject, "Four of nine people have heard back.", "k-0193", "s-0042", UNSUBSCRIBE);
  }

  static MailMessage saying(String text) {
    return letter("Digest", text, "k-0193", "s-0042", UNSUBSCRIBE);
  }

  static MailMessage with(String key, String seriesKey, @Nullable String unsubscribeUrl) {
    return letter("Digest", "Four of nine.", key, seriesKey, unsubscribeUrl);
  }

  private static MailMessage letter(
      String subject, String text, String key, String seriesKey, @Nullable String unsubscribeUrl) {
    return new MailMessage(
        ANN,
        subject,
        text,
        "<!doctype html><html lang=\"en\"><body><p>" + text + "</p></body></html>",
        "en",
        key,
        seriesKey,
        unsubscribeUrl,
        null,
        "digest.t0193.groundswell.example");
  }
}

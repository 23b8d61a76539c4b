package dev.groundswell.mail;

import dev.groundswell.kernel.MailAddress;

/** A mail that shows whoever set Groundswell up that mails arrive. */
public final class TestMail {
  private static final String TEXT =
      "This mail shows that Groundswell can send mail. There is nothing to do.";

  private TestMail() {}

  /**
   * @param id opaque and new, so that no receiver takes it for a second copy
   */
  public static MailMessage to(MailAddress address, String id) {
    return new MailMessage(
        address,
        "Groundswell can send mail",
        TEXT + "\n",
        "<!DOCTYPE html><html lang=\"en\" dir=\"ltr\"><head><meta charset=\"utf-8\">"
            + "<title>Groundswell can send mail</title></head><body><p>"
            + TEXT
            + "</p></body></html>",
        "en",
        "test." + id,
        "test." + id,
        null,
        null,
        "test.groundswell");
  }
}

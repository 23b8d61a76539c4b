package dev.groundswell.sandbox.mailbox;

import java.time.Instant;
import java.util.List;

/**
 * A mail that has arrived.
 *
 * @param number counts from 1 in the order of arrival
 * @param recipients the addresses of the envelope, which Bcc and lists do not show
 * @param headers as they came, in order: {@code Subject: …}
 * @param text the plain part; empty when there is none
 * @param html the HTML part; empty when there is none
 * @param raw all of it, as it came
 */
public record Mail(
    int number,
    Instant receivedAt,
    String from,
    List<String> recipients,
    String subject,
    List<String> headers,
    String text,
    String html,
    String raw) {
  public Mail {
    recipients = List.copyOf(recipients);
    headers = List.copyOf(headers);
  }
}

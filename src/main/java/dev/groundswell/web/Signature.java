package dev.groundswell.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Slack's signature of a request, version 0: HMAC-SHA256 over {@code v0:timestamp:body}. It is
 * computed over the bytes as they came, and compared in constant time.
 */
public final class Signature {
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final SecretKeySpec key;
  private final Clock clock;

  public Signature(String signingSecret, Clock clock) {
    this.key = new SecretKeySpec(signingSecret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    this.clock = clock;
  }

  /** What is wrong with a request; the sentence says how a person would mend it. */
  public enum Flaw {
    UNSIGNED("The request is not signed."),
    MALFORMED("The signature or its time can't be read."),
    STALE("The request is older than five minutes; check this machine's clock."),
    FROM_THE_FUTURE("The request comes from the future; check this machine's clock."),
    FORGED("The signature does not fit; check SLACK_SIGNING_SECRET.");

    private final String sentence;

    Flaw(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }

  /**
   * @param signature the header X-Slack-Signature
   * @param timestamp the header X-Slack-Request-Timestamp, seconds since 1970
   * @return what is wrong, or null if the request is Slack's
   */
  public @Nullable Flaw flaw(@Nullable String signature, @Nullable String timestamp, byte[] body) {
    if (signature == null || timestamp == null) {
      return Flaw.UNSIGNED;
    }
    if (!signature.startsWith("v0=") || !timestamp.matches("\\d{1,12}")) {
      return Flaw.MALFORMED;
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
    Instant now = clock.instant();
    if (signedAt.isBefore(now.minus(TOLERANCE))) {
      return Flaw.STALE;
    }
    if (signedAt.isAfter(now.plus(TOLERANCE))) {
      return Flaw.FROM_THE_FUTURE;
    }
    byte[] given = signature.getBytes(StandardCharsets.UTF_8);
    byte[] expected = sign(timestamp, body).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(given, expected) ? null : Flaw.FORGED;
  }

  /** The signature that Slack would send. */
  public String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}

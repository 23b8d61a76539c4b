package dev.groundswell.mail;

import dev.groundswell.kernel.MailAddress;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One mail to one person, complete: nothing is looked up when it goes out.
 *
 * @param subject up to 500 characters, one line
 * @param text the whole message for those who read no HTML
 * @param html a whole document, UTF-8
 * @param lang a language tag of BCP 47: {@code en}, {@code pt-BR}
 * @param key the occasion, opaque, 1 to 128 of {@code A-Z a-z 0-9 . _ ~ + = -}: the Message-ID
 *     derives from it, so that a receiver drops a second copy
 * @param seriesKey like {@code key}, the same in all messages of one series: they show as one
 *     thread
 * @param unsubscribeUrl http or https, ASCII, up to 900 characters; one-click (RFC 8058) with https
 *     only
 * @param unsubscribeMail a mailto address that does the same, if there is a mailbox for it
 * @param listId the series in the form of a host name (RFC 2919): {@code digest.t0123.example.org}
 */
public record MailMessage(
    MailAddress to,
    String subject,
    String text,
    String html,
    String lang,
    String key,
    String seriesKey,
    @Nullable String unsubscribeUrl,
    @Nullable String unsubscribeMail,
    String listId) {

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_~+=-]+(\\.[A-Za-z0-9_~+=-]+)*");
  private static final Pattern LANG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");
  private static final Pattern LIST_ID = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
  private static final Pattern MAILTO = Pattern.compile("mailto:[!-~&&[^<>\"\\\\^`{|},]]+");
  private static final Pattern URL = Pattern.compile("https?://[!-~&&[^<>\"\\\\^`{|}]]+");

  public MailMessage {
    HeaderText.refuseControls("the subject of a mail", subject);
    require(!subject.isBlank() && subject.length() <= 500, "the subject has 1 to 500 characters");
    require(!text.isBlank() && !html.isBlank(), "a mail has both a text and an HTML part");
    require(LANG.matcher(lang).matches() && lang.length() <= 35, "lang is a tag such as en, pt-BR");
    requireKey("key", key);
    requireKey("seriesKey", seriesKey);
    require(
        LIST_ID.matcher(listId).matches() && listId.length() <= 255,
        "listId looks like digest.t0123.example.org");
    require(
        unsubscribeUrl == null
            || (unsubscribeUrl.length() <= 900 && URL.matcher(unsubscribeUrl).matches()),
        "unsubscribeUrl is an http or https address of at most 900 characters, all ASCII");
    require(
        unsubscribeMail == null
            || (unsubscribeMail.length() <= 600 && MAILTO.matcher(unsubscribeMail).matches()),
        "unsubscribeMail is a mailto address of at most 600 characters, all ASCII");
  }

  /** The value of List-Unsubscribe; empty for none. */
  String unsubscribe() {
    return Stream.of(unsubscribeUrl, unsubscribeMail)
        .filter(Objects::nonNull)
        .map(it -> "<" + it + ">")
        .collect(Collectors.joining(", "));
  }

  boolean unsubscribesWithOneClick() {
    return unsubscribeUrl != null && unsubscribeUrl.startsWith("https:");
  }

  private static void requireKey(String what, String key) {
    require(
        KEY.matcher(key).matches() && key.length() <= 128,
        what + " is 1 to 128 of A-Z a-z 0-9 . _ ~ + = - with no dot at its ends");
  }

  private static void require(boolean right, String shape) {
    if (!right) {
      throw new IllegalArgumentException(shape);
    }
  }
}

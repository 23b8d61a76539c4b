package dev.groundswell.mail;

import dev.groundswell.prompt.Words;
import dev.groundswell.sponsor.Blockage;
import dev.groundswell.sponsor.Digest;
import dev.groundswell.sponsor.DigestLetter;
import dev.groundswell.sponsor.Line;
import dev.groundswell.sponsor.MailKey;
import dev.groundswell.sponsor.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts a digest into words, as text and as HTML. */
public final class DigestMail {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}) ?%");
  private static final int LONGEST_SUBJECT = 110;

  private final Words words;
  private final String domain;

  /**
   * @param domain the domain that mail comes from, for the List-Id
   */
  DigestMail(Words words, String domain) {
    this.words = words;
    this.domain = domain;
  }

  /**
   * A line as it stands in the mail.
   *
   * @param objective what it serves, or empty
   * @param share how much of a bar is filled, in percent, or null where there is none
   */
  public record Item(
      String words, String objective, String source, boolean soFar, @Nullable Integer share) {}

  /**
   * @param id of the row that it was put in by; each test is a mail of its own, also after an edit
   * @param stop where one ends it with a click; empty in a test
   * @param stopByMail a mailto address that does the same, or null
   */
  MailMessage of(DigestLetter.Ready letter, UUID id, String stop, @Nullable String stopByMail) {
    Digest digest = letter.digest();
    String subject = subject(letter);
    Map<String, Object> values = values(digest, subject);
    values.put("test", letter.isTest());
    values.put("stop", stop);
    String key =
        letter.isTest()
            ? "test." + id
            : MailKey.digest(digest.sponsor().workspace(), digest.id()).text();
    return new MailMessage(
        letter.to(),
        subject,
        words.mailText("digest", values),
        words.mailHtml("digest", values),
        "en",
        key,
        letter.isTest() ? key : "sponsor." + digest.sponsor().id(),
        stop.isEmpty() ? null : stop,
        stopByMail,
        "digest." + digest.initiative().id() + "." + domain);
  }

  private String subject(DigestLetter.Ready letter) {
    Digest digest = letter.digest();
    String headline =
        digest.isStill() ? words.plain("digest.subject-still") : digest.lines().get(0).words();
    String subject =
        words.plain(
            letter.isTest() ? "digest.subject-test" : "digest.subject",
            "initiative",
            digest.initiative().name(),
            "headline",
            headline);
    return cut(oneLine(subject));
  }

  /** What people typed may hold line breaks and other control characters; a header may not. */
  private static String oneLine(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .map(it -> Character.isISOControl(it) || it == 0x2028 || it == 0x2029 ? ' ' : it)
        .forEach(plain::appendCodePoint);
    return plain.toString().replaceAll(" {2,}", " ").strip();
  }

  private static String cut(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST_SUBJECT) {
      return text;
    }
    String begin = text.substring(0, text.offsetByCodePoints(0, LONGEST_SUBJECT - 1));
    int space = begin.lastIndexOf(' ');
    return (space > LONGEST_SUBJECT / 2 ? begin.substring(0, space) : begin) + "…";
  }

  private Map<String, Object> values(Digest digest, String subject) {
    ZoneId zone = digest.profile().zone();
    Map<String, Object> values = new HashMap<>();
    values.put("subject", subject);
    values.put("name", digest.sponsor().name());
    values.put("initiative", digest.initiative().name());
    values.put("period", period(digest, zone));
    values.put("items", digest.lines().stream().map(DigestMail::item).toList());
    Blockage ask = digest.ask();
    values.put("asks", ask != null);
    values.put("what", ask == null ? "" : ask.what());
    values.put("since", ask == null ? "" : day(ask.since()));
    values.put("help", ask == null ? "" : ask.help());
    values.put("until", ask == null ? "" : day(ask.until()));
    values.put("sender", digest.by().name());
    values.put(
        "rhythm",
        words.plain("digest.rhythm-" + digest.profile().rhythm().name().toLowerCase(Locale.ROOT)));
    return values;
  }

  private static Item item(Line line) {
    return new Item(
        line.words(), line.servesWhat().orElse(""), line.source(), line.soFar(), share(line));
  }

  /** The one chart shows what the words say, also once somebody has put them otherwise. */
  private static @Nullable Integer share(Line line) {
    Matcher percent = PERCENT.matcher(line.words());
    if (line.topic() != Topic.HEARD_BACK || !percent.lookingAt()) {
      return null;
    }
    int share = Integer.parseInt(percent.group(1));
    return share > 100 ? null : Integer.valueOf(share);
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private String period(Digest digest, ZoneId zone) {
    String until = DAY.format(digest.until().atZone(zone));
    return digest.from().equals(Instant.EPOCH)
        ? words.plain("digest.since-start", "until", until)
        : words.plain(
            "digest.since", "from", DAY.format(digest.from().atZone(zone)), "until", until);
  }
}

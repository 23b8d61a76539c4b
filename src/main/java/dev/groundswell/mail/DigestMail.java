package dev.groundswell.mail;

import dev.groundswell.feedback.Movement;
import dev.groundswell.prompt.Words;
import dev.groundswell.sponsor.Digest;
import dev.groundswell.sponsor.MailKey;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a digest into words, as text and as HTML. */
final class DigestMail {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final Words words;
  private final String domain;

  /**
   * @param domain the domain that mail comes from, for the List-Id
   */
  DigestMail(Words words, String domain) {
    this.words = words;
    this.domain = domain;
  }

  /** A figure and what it counts. */
  public record Figure(int count, String words) {}

  /**
   * @param stop where one ends it with a click
   * @param stopByMail a mailto address that does the same, or null
   */
  MailMessage of(Digest digest, String stop, @Nullable String stopByMail) {
    Movement movement = digest.movement();
    List<Figure> figures = figures(movement);
    String subject =
        words.plain(
            "digest.subject",
            "initiative",
            digest.initiative().name(),
            "decided",
            movement.decided(),
            "told",
            movement.told());
    Map<String, Object> values =
        Map.of(
            "subject", subject,
            "stop", stop,
            "name", digest.sponsor().name(),
            "initiative", digest.initiative().name(),
            "period", period(digest),
            "figures", figures,
            "happened", figures.stream().map(it -> it.count() + " " + it.words()).toList(),
            "waiting",
                movement.waiting() == 0
                    ? ""
                    : words.plain("digest.waiting", "n", movement.waiting()),
            "sender", digest.by().name());
    return new MailMessage(
        digest.sponsor().address(),
        subject,
        words.mailText("digest", values),
        words.mailHtml("digest", values),
        "en",
        MailKey.digest(digest.sponsor().workspace(), digest.id()).text(),
        "sponsor." + digest.sponsor().id(),
        stop,
        stopByMail,
        "digest." + digest.initiative().id() + "." + domain);
  }

  private List<Figure> figures(Movement movement) {
    List<Figure> figures = new ArrayList<>();
    add(figures, movement.putIn(), words.plain("digest.put-in", "n", movement.putIn()));
    add(
        figures,
        movement.decided(),
        words.plain(
            "digest.decided",
            "n",
            movement.decided(),
            "adopted",
            movement.adopted(),
            "partly",
            movement.partly(),
            "declined",
            movement.declined()));
    add(figures, movement.told(), words.plain("digest.told", "n", movement.told()));
    return figures;
  }

  private static void add(List<Figure> figures, int count, String words) {
    if (count > 0) {
      figures.add(new Figure(count, words));
    }
  }

  private String period(Digest digest) {
    ZoneId zone = digest.initiative().zone();
    String until = DAY.format(digest.until().atZone(zone));
    return digest.from().equals(Instant.EPOCH)
        ? words.plain("digest.since-start", "until", until)
        : words.plain(
            "digest.since", "from", DAY.format(digest.from().atZone(zone)), "until", until);
  }
}

package dev.groundswell.mail;

import dev.groundswell.kernel.MailAddress;
import dev.groundswell.prompt.Words;
import dev.groundswell.sponsor.Arrival;
import dev.groundswell.sponsor.DigestLetter;
import dev.groundswell.sponsor.MailKey;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Subscriptions;
import dev.groundswell.sponsor.Subscriptions.Question;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The mails that go to sponsors: the question whether they want the digest, and the digest. */
public final class SponsorMail {
  private final Words words;
  private final DigestMail digestMail;
  private final Subscriptions subscriptions;
  private final String domain;
  private final @Nullable MailAddress repliesTo;

  /**
   * @param domain the domain that mail comes from
   * @param repliesTo the mailbox that Groundswell reads, or null if it reads none
   */
  public SponsorMail(
      Words words, Subscriptions subscriptions, String domain, @Nullable MailAddress repliesTo) {
    this.words = words;
    this.digestMail = new DigestMail(words, domain);
    this.subscriptions = subscriptions;
    this.domain = domain;
    this.repliesTo = repliesTo;
  }

  /**
   * A test has no link to stop it: whoever looks at it could end the digest of the sponsor.
   *
   * @param id of the row that it was put in by
   */
  MailMessage of(DigestLetter.Ready letter, UUID id) {
    Sponsor sponsor = letter.digest().sponsor();
    return letter.isTest()
        ? digestMail.of(letter, id, "", null)
        : digestMail.of(letter, id, subscriptions.stopLink(sponsor).toString(), byMail(sponsor));
  }

  private @Nullable String byMail(Sponsor sponsor) {
    return repliesTo == null
        ? null
        : "mailto:"
            + repliesTo
            + "?subject="
            + URLEncoder.encode(
                    Arrival.STOP + subscriptions.stopToken(sponsor), StandardCharsets.UTF_8)
                .replace("+", "%20");
  }

  MailMessage of(Question question) {
    Sponsor sponsor = question.sponsor();
    String initiative = question.initiative().name();
    String subject = words.plain("digest.ask-subject", "initiative", initiative);
    Map<String, Object> values =
        Map.of(
            "subject",
            subject,
            "name",
            sponsor.name(),
            "initiative",
            initiative,
            "sender",
            question.by().name(),
            "confirm",
            question.confirm().toString(),
            "most",
            Subscriptions.MOST_ASKS);
    return new MailMessage(
        sponsor.address(),
        subject,
        words.mailText("ask", values),
        words.mailHtml("ask", values),
        "en",
        MailKey.ask(sponsor.workspace(), sponsor.id(), question.asks()).text(),
        "sponsor." + sponsor.id(),
        null,
        null,
        "digest." + question.initiative().id() + "." + domain);
  }
}

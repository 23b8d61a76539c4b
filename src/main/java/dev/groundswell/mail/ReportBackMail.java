package dev.groundswell.mail;

import dev.groundswell.feedback.Letter;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.People;
import dev.groundswell.prompt.Words;
import dev.groundswell.sponsor.MailKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts what a contributor gets into a mail, as text and as HTML. */
public final class ReportBackMail {
  private final Words words;
  private final People people;
  private final String domain;

  /**
   * @param domain the domain that mail comes from, for the List-Id
   */
  public ReportBackMail(Words words, People people, String domain) {
    this.words = words;
    this.people = people;
    this.domain = domain;
  }

  MailMessage of(WorkspaceId workspace, Letter.Wanted letter, MailAddress to) {
    String initiative = letter.initiative().name();
    String subject = words.plain("report-back.mail-subject", "initiative", initiative);
    String link = letter.input().decision().link();
    List<String> paragraphs =
        Stream.of(letter.text().strip().split("\\n\\s*\\n"))
            .map(String::strip)
            .filter(it -> !it.isEmpty())
            .toList();
    Map<String, Object> values =
        Map.of(
            "subject",
            subject,
            "text",
            letter.text().strip(),
            "paragraphs",
            paragraphs,
            "link",
            link.matches("https?://\\S+") ? link : "",
            "says_link",
            letter.text().contains(link),
            "sender",
            people.get(workspace, letter.by()).name(),
            "initiative",
            initiative);
    return new MailMessage(
        to,
        subject,
        words.mailText("report-back", values),
        words.mailHtml("report-back", values),
        "en",
        MailKey.told(workspace, letter.input().id(), letter.times()).text(),
        "input." + letter.input().id(),
        null,
        null,
        "feedback." + letter.initiative().id() + "." + domain);
  }
}

package dev.groundswell.mail;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;

import dev.groundswell.Team;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.pledge.Said;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Digest;
import dev.groundswell.sponsor.DigestLetter;
import dev.groundswell.sponsor.Sponsor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An initiative of two years, whose digest is composed and rendered over and over. */
public final class ManyDigests implements AutoCloseable {
  private static final int DAYS = 730;
  private static final List<Outcome> OUTCOMES =
      List.of(Outcome.ADOPTED, Outcome.PARTLY, Outcome.DECLINED);

  private final Team team = Team.assembles();
  private final DigestMail mail = new DigestMail(Team.WORDS, "groundswell.example");
  private final Sponsor sponsor;

  /** A suggestion a day, decided and told, and a pledge each third day. */
  public ManyDigests() {
    team.clock.set("2024-11-04T14:00:00Z");
    team.starts(MAYA, "Diabetes outreach");
    sponsor =
        ((Added.Done) team.sponsors.add(HERE, MAYA.id(), "Tom Becker", "tom@example.org"))
            .sponsor();
    for (int day = 0; day < DAYS; day++) {
      Input input = team.records(MAYA, Team.from("Person " + day % 200), "Suggestion " + day);
      team.decides(MAYA, input, OUTCOMES.get(day % 3));
      if (day % 4 != 0) {
        team.tells(MAYA, input);
      }
      if (day % 3 == 0) {
        team.pledges.promise(
            MAYA,
            HERE,
            null,
            new Said(Optional.empty(), "Person " + day, "", "give an hour", "in 2 weeks"),
            "p" + day);
      }
      team.clock.advance(Duration.ofDays(1));
    }
  }

  /** Composes and renders so many in this thread; returns how many there were in a second. */
  public double perSecond(int digests) {
    long start = System.nanoTime();
    long characters = 0;
    for (int i = 0; i < digests; i++) {
      Digest digest = team.drafts.preview(HERE, MAYA.id(), sponsor.id()).orElseThrow();
      MailMessage message =
          mail.of(
              new DigestLetter.Ready(digest, digest.sponsor().address(), false),
              digest.id(),
              "https://groundswell.example/digest/a.b",
              null);
      characters += message.html().length() + message.text().length();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (characters < digests * 1000L) {
      throw new IllegalStateException("these were no digests");
    }
    return digests / seconds;
  }

  @Override
  public void close() {
    team.close();
  }
}

package dev.groundswell.slack.sponsor;

import static dev.groundswell.slack.Extremes.LAKESIDE;
import static dev.groundswell.slack.Extremes.hostile;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.Team;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Rendering.Rendered;
import dev.groundswell.slack.Shown;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Correspondence;
import dev.groundswell.sponsor.Correspondence.Letter;
import dev.groundswell.sponsor.Logged;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Subscriptions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SponsorPostTest {
  private final Team team = Team.assembles();
  private final SponsorPost post =
      new SponsorPost(team.subscriptions, team.correspondence, Words.load(PromptFiles.packaged()));
  private final Sponsor longName =
      new Sponsor(
          LAKESIDE,
          new UUID(1, 1),
          new UUID(7, 2),
          hostile(Sponsor.LONGEST_NAME),
          new MailAddress("a".repeat(64) + "@" + "b".repeat(60) + ".example.org"),
          Team.MAYA.id());

  @AfterEach
  void close() {
    team.close();
  }

  @Test
  void a_reply_fits_however_long_and_hostile_it_is() {
    Shown.fits(post.letter(new Letter(longName, longest(), hostile(3_000), Instant.EPOCH), "id"));
    Shown.fits(post.letter(new Letter(longName, shortest(), "x", Instant.EPOCH), "id"));
  }

  @Test
  void every_outcome_of_logging_one_fits() {
    List<Logged> outcomes =
        List.of(
            new Logged.Done(longName),
            new Logged.Gone(),
            new Logged.NotRecorded(longName, new Recorded.NotAllowed(longest())),
            new Logged.NotRecorded(longName, new Recorded.NoWords()),
            new Logged.NotRecorded(longName, new Recorded.NameTooLong()));
    outcomes.forEach(it -> Shown.fits(post.message(it)));
  }

  @Test
  void the_owner_hears_who_confirmed_stopped_and_bounced() {
    team.starts(Team.MAYA, "Diabetes outreach");
    Added added = team.sponsors.add(Team.HERE, Team.MAYA.id(), "Tom", "tom@example.org");
    UUID tom = ((Added.Done) added).sponsor().id();

    assertThat(told(Subscriptions.CONFIRMED, tom)).contains("Tom", "wants the digest");
    assertThat(told(Subscriptions.STOPPED, tom)).contains("Tom", "stopped the digest");
    assertThat(told(Subscriptions.BOUNCED, tom)).contains("tom@example.org", "takes no mail");
    assertThat(told(Correspondence.REPLY_PATIENT, tom)).contains("details of a patient");
    assertThat(told(Correspondence.REPLY_OTHER, tom)).contains("from another address");
    assertThat(post.render(Team.ELSEWHERE, new Item("x", Subscriptions.CONFIRMED, tom)))
        .isInstanceOf(Rendered.NotWanted.class);
  }

  private String told(String kind, UUID sponsor) {
    Rendered rendered = post.render(Team.HERE, new Item("x/" + kind, kind, sponsor));
    Message message = ((Rendered.Wanted) rendered).message();
    Shown.fits(message);
    assertThat(message.toString()).contains("You get this because you look after Tom");
    return message.text();
  }
}

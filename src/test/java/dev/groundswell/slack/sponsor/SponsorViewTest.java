package dev.groundswell.slack.sponsor;

import static dev.groundswell.slack.Extremes.LAKESIDE;
import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.hostile;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.kernel.MailAddress;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Shown;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Sent;
import dev.groundswell.sponsor.Sponsor;
import dev.groundswell.sponsor.Sponsors.Listed;
import dev.groundswell.sponsor.Subscription;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SponsorViewTest {
  private final SponsorView view = new SponsorView(Words.load(PromptFiles.packaged()));
  private final Sponsor sponsor =
      new Sponsor(
          LAKESIDE,
          new UUID(1, 1),
          new UUID(7, 2),
          hostile(Sponsor.LONGEST_NAME),
          new MailAddress("a".repeat(64) + "@" + "b".repeat(60) + ".example.org"),
          MAYA);

  @Test
  void every_outcome_of_adding_one_fits() {
    List<Added> outcomes =
        List.of(
            new Added.Done(sponsor, true),
            new Added.BroughtBack(sponsor, true),
            new Added.BroughtBack(sponsor, false),
            new Added.Exists(sponsor),
            new Added.NameMissing(),
            new Added.BadAddress("An e-mail address has exactly one @."),
            new Added.NoInitiative(),
            new Added.NotLead(MAYA));
    for (Added outcome : outcomes) {
      Shown.fits(view.of(outcome));
      Shown.fits(view.notice(outcome));
    }
    Shown.fits(view.form());
  }

  @Test
  void every_outcome_of_sending_fits() {
    List<Sponsor> many = Collections.nCopies(300, sponsor);
    Shown.fits(view.of(new Sent.OnItsWay(longest(), many, many, many, many, many, many)));
    Shown.fits(
        view.of(
            new Sent.OnItsWay(
                shortest(),
                List.of(sponsor),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of())));
    Shown.fits(view.of(new Sent.NoSponsor(longest())));
    Shown.fits(view.of(new Sent.NoInitiative()));
    Shown.fits(view.of(new Sent.NoMail()));
    Shown.fits(view.of(new Sent.NotLead(MAYA)));
  }

  @Test
  void the_list_fits_with_nobody_and_with_hundreds() {
    Shown.fits(view.list(shortest(), List.of()));
    for (Subscription.State state : Subscription.State.values()) {
      Listed listed = new Listed(sponsor, new Subscription(state, 1, null, 0), false);
      Shown.fits(view.list(longest(), Collections.nCopies(300, listed)));
    }
    Listed left =
        new Listed(sponsor, new Subscription(Subscription.State.CONFIRMED, 1, null, 0), true);
    assertThat(view.list(longest(), List.of(left)).toString()).contains("– left");
    Shown.fits(view.noInitiativeYet());
    Shown.fits(view.digestUsage());
  }
}

package dev.groundswell.slack.sponsor;

import static dev.groundswell.slack.Extremes.LAKESIDE;
import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.hostile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.kernel.MailAddress;
import dev.groundswell.privacy.Finding;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Shown;
import dev.groundswell.sponsor.Backers;
import dev.groundswell.sponsor.Backers.Fit;
import dev.groundswell.sponsor.Backers.Scale;
import dev.groundswell.sponsor.FindBackers.Answer;
import dev.groundswell.sponsor.Objective;
import dev.groundswell.sponsor.Sponsor;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BackersViewTest {
  private final BackersView view = new BackersView(Words.load(PromptFiles.packaged()));
  private final Sponsor sponsor =
      new Sponsor(
          LAKESIDE,
          new UUID(1, 1),
          new UUID(7, 2),
          hostile(Sponsor.LONGEST_NAME),
          new MailAddress("a@example.org"),
          MAYA);

  @Test
  void every_answer_fits() {
    Shown.fits(view.form());
    for (Scale scale : Scale.values()) {
      Fit fit = new Fit(sponsor, hostile(Objective.LONGEST), 12);
      Shown.fits(
          view.notice(
              new Backers(
                  Collections.nCopies(5, fit),
                  true,
                  Collections.nCopies(30, sponsor),
                  scale,
                  "250,000 GBP")));
      Shown.fits(view.notice(new Backers(List.of(), false, List.of(), scale, "250,000 GBP")));
    }
    assertThat(view.flaw(new Answer.SumNotRead())).contains("250,000 GBP");
    assertThat(view.flaw(new Answer.PatientDetails(Finding.Kind.BIRTH_DATE))).isNotBlank();
  }
}

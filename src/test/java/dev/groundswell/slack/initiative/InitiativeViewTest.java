package dev.groundswell.slack.initiative;

import static dev.groundswell.slack.Extremes.HOSTILE;
import static dev.groundswell.slack.Extremes.MAYA;
import static dev.groundswell.slack.Extremes.hostile;
import static dev.groundswell.slack.Extremes.longest;
import static dev.groundswell.slack.Extremes.shortest;

import dev.groundswell.initiative.Created;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Shown;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InitiativeViewTest {
  private final InitiativeView view = new InitiativeView(Words.load(PromptFiles.packaged()));

  @Test
  void every_outcome_of_starting_one_fits() {
    Shown.fits(view.of(new Created.Started(longest())));
    Shown.fits(view.of(new Created.Exists(longest())));
    Shown.fits(view.of(new Created.BadName(Created.Why.BLANK)));
    Shown.fits(view.of(new Created.BadName(Created.Why.TOO_LONG)));
    Shown.fits(view.unknownLead(HOSTILE));
  }

  @Test
  void the_overview_fits_with_none_and_with_hundreds() {
    Shown.fits(view.overview(Optional.empty(), List.of()));
    Shown.fits(view.overview(Optional.of(shortest()), List.of(shortest())));
    List<Initiative> many =
        IntStream.range(0, 300)
            .mapToObj(
                n ->
                    new Initiative(
                        longest().workspace(),
                        new UUID(9, n),
                        hostile(Initiative.LONGEST_NAME),
                        MAYA,
                        ZoneId.of("UTC")))
            .toList();
    Shown.fits(view.overview(Optional.of(longest()), many));
  }

  @Test
  void the_form_fits() {
    Shown.fits(view.form(MAYA, ""));
    Shown.fits(view.form(MAYA, "https://hooks.slack.com/" + "x".repeat(500)));
  }
}

package dev.groundswell.slack.advice;

import static dev.groundswell.slack.Extremes.hostile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.advice.Advice;
import dev.groundswell.advice.AdviceQuery;
import dev.groundswell.advice.Advised;
import dev.groundswell.advice.Tally;
import dev.groundswell.knowledge.AudienceWords.Unknown;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Extremes;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Shown;
import dev.groundswell.slack.advice.AdviceView.Reader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdviceViewTest {
  private final PromptFiles files = PromptFiles.packaged();
  private final TipLibrary library = TipLibrary.load(files);
  private final Words words = Words.load(files);
  private final AdviceView view = new AdviceView(words, library);
  private final Reader nobody = new Reader(Advice.Mine.NOTHING, Map.of(), "");

  @Test
  void every_tip_fits_and_names_its_source() {
    for (Tip tip : library.tips()) {
      Message message =
          view.of(
              AdviceQuery.asked("x"),
              new Advised.Tips(List.of(tip), false, false, false, List.of()),
              List.of(),
              nobody);
      Shown.fits(message);
      assertThat(message.blocks().toString())
          .contains("From " + tip.sources().get(0).document().shortName());
      Shown.fits(view.shared(tip, Mrkdwn.mention(Extremes.MAYA)));
    }
  }

  @Test
  void the_three_longest_tips_fit_with_all_that_can_stand_around_them() {
    List<Tip> longest =
        library.tips().stream()
            .sorted(Comparator.comparingInt((Tip tip) -> -tip.toString().length()))
            .limit(3)
            .toList();
    AdviceQuery query =
        new AdviceQuery(
            library.audiences(), Stage.ACTION, library.situations().get(0), 2, hostile(2000));
    Tip first = longest.get(0);
    Reader reader =
        new Reader(
            new Advice.Mine(Map.of(first.id(), true), Set.of(first.id())),
            Map.of(first.id(), new Tally(1_000_000, 1_000_000)),
            "#" + "x".repeat(80));
    Shown.fits(
        view.of(
            query,
            new Advised.Tips(longest, true, true, true, library.audiences()),
            List.of(hostile(5000)),
            reader));
  }

  @Test
  void saying_that_there_is_nothing_fits_too() {
    Shown.fits(view.of(AdviceQuery.asked(hostile(2000)), new Advised.Nothing(), List.of(), nobody));
    Shown.fits(view.of(AdviceQuery.asked(""), new Advised.NoQuestion(), List.of(), nobody));
    Shown.fits(view.empty());
    Shown.fits(view.unknown(new Unknown(hostile(60), List.of())));
    Shown.fits(view.unknown(new Unknown(hostile(60), library.audiences())));
  }

  @Test
  void a_picked_audience_keeps_the_stage_and_starts_at_the_first_page() {
    Pickers pickers = new Pickers(words, library);
    AdviceQuery query = new AdviceQuery(List.of(), Stage.ACTION, null, 2, "why | who?");
    String carried = pickers.of(query).getBlockId();

    AdviceQuery picked = pickers.picked(carried, Pickers.AUDIENCE, "clinicians");

    assertThat(picked.audiences()).extracting("id").containsExactly("clinicians");
    assertThat(picked.stage()).contains(Stage.ACTION);
    assertThat(picked.page()).isZero();
    assertThat(picked.question()).isEqualTo("why | who?");
  }
}

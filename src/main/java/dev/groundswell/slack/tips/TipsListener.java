package dev.groundswell.slack.tips;

import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.AudienceWords.Empty;
import dev.groundswell.knowledge.AudienceWords.Reading;
import dev.groundswell.knowledge.AudienceWords.Recognised;
import dev.groundswell.knowledge.AudienceWords.Unknown;
import dev.groundswell.knowledge.TipChoice;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.privacy.Finding;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.SlackText;
import dev.groundswell.slack.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code /buyin tips}. */
public final class TipsListener implements Feature {
  private final TipLibrary library;
  private final AudienceWords audienceWords;
  private final TipsView view;

  public TipsListener(TipLibrary library, AudienceWords audienceWords, TipsView view) {
    this.library = library;
    this.audienceWords = audienceWords;
    this.view = view;
  }

  @Override
  public List<Verb> verbs() {
    return List.of(Verb.named("tips", this::tips));
  }

  private Verb.Answer tips(Verb.Asked asked) {
    String typed = SlackText.plain(asked.words());
    Optional<Finding> finding = PatientGuard.check(typed);
    Reading reading = audienceWords.read(typed);
    if (reading instanceof Recognised known) {
      TipsAsk ask = new TipsAsk(known.audiences(), known.stageOrNull(), known.situationOrNull(), 0);
      return Verb.say(
          finding.isPresent()
              ? view.withoutEcho(view.page(ask, choice(ask), List.of()))
              : view.page(ask, choice(ask), known.leftover()));
    } else if (reading instanceof Unknown unknown) {
      return Verb.say(
          finding.map(it -> view.patientDetails(it.kind())).orElseGet(() -> view.unknown(unknown)));
    } else if (reading instanceof Empty) {
      return Verb.say(view.empty());
    }
    throw new AssertionError(reading);
  }

  private TipChoice choice(TipsAsk ask) {
    return library.forAudience(ask.audiences(), ask.stageOrNull(), ask.situationOrNull());
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(TipsView.MORE, this::more);
  }

  private Reaction more(Click click) {
    TipsAsk ask = TipsAsk.of(click.value(), library);
    Message next = view.page(ask, choice(ask), List.of());
    return new Reaction.Replace(next);
  }
}

package dev.groundswell.slack.practice;

import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.readiness.Corner;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.advice.Whereabouts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a practice stands, for whoever asks for tips with its name and may see it. */
public final class PracticeWhereabouts implements Whereabouts {
  private final Practices practices;
  private final Words words;
  private final TipLibrary library;

  public PracticeWhereabouts(Practices practices, Words words, TipLibrary library) {
    this.practices = practices;
    this.words = words;
    this.library = library;
  }

  @Override
  public Optional<Found> of(Caller caller, String name) {
    return practices
        .named(caller.workspace(), caller.user(), caller.channel(), name)
        .map(this::found);
  }

  private Found found(Card card) {
    Stage stage = card.engagement().course().stage();
    Optional<LocalDate> seenOn = card.trajectory().seenOn();
    List<Corner> corners = card.trajectory().readiness().corners();
    String key =
        seenOn.isEmpty()
            ? "unrated"
            : corners.isEmpty()
                ? "no-place"
                : card.trajectory().isStale(card.today()) ? "old" : "rated";
    String remark =
        words.say(
            "practice.standing-" + key,
            "name",
            card.practice().name(),
            "stage",
            library.wording(stage).label(),
            "day",
            seenOn.map(Days::inFull).orElse(""),
            "advice",
            corners.stream().map(this::advice).collect(Collectors.joining(" / ")));
    return new Found(
        stage,
        card.practice().isLeftAlone()
            ? remark + "\n" + words.say("practice.standing-left-alone")
            : card.engagement().course().isHeld()
                ? remark + "\n" + words.say("practice.standing-held")
                : remark);
  }

  private String advice(Corner corner) {
    return library.readiness().quadrant(corner.willing(), corner.stable()).advice();
  }
}

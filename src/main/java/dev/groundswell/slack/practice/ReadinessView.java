package dev.groundswell.slack.practice;

import com.slack.api.model.block.LayoutBlock;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.readiness.Assessment;
import dev.groundswell.practice.readiness.Corner;
import dev.groundswell.practice.readiness.Dimension;
import dev.groundswell.practice.readiness.NamedScores;
import dev.groundswell.practice.readiness.Readiness;
import dev.groundswell.practice.readiness.Score;
import dev.groundswell.practice.readiness.Trajectory;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Where a practice stands on the two scales, what to do there, and what other instruments gave. */
final class ReadinessView {
  private static final int MOST_NAMED = 3;

  private final Words words;
  private final TipLibrary library;

  ReadinessView(Words words, TipLibrary library) {
    this.words = words;
    this.library = library;
  }

  List<LayoutBlock> of(Card card) {
    Trajectory trajectory = card.trajectory();
    Optional<Assessment> latest = trajectory.latest();
    if (latest.isEmpty()) {
      List<LayoutBlock> blocks = new ArrayList<>();
      blocks.add(Blocks.section(words.say("practice.card-not-rated")));
      blocks.addAll(named(card));
      return blocks;
    }
    Assessment rated = latest.get();
    Readiness readiness = trajectory.readiness();
    StringBuilder text = new StringBuilder(seen(trajectory, rated, card.today()));
    for (Dimension dimension : Dimension.values()) {
      text.append('\n').append(scale(trajectory, dimension));
    }
    trajectory
        .before()
        .map(before -> changes(rated.readiness(), before.readiness()))
        .filter(changes -> !changes.isEmpty())
        .ifPresent(
            changes ->
                text.append('\n')
                    .append(
                        words.say(
                            "practice.card-since-before",
                            "day",
                            Days.withYear(trajectory.before().orElseThrow().ratedOn()),
                            "changes",
                            changes)));
    trajectory
        .difference()
        .filter(it -> !changes(it).isEmpty())
        .ifPresent(
            it ->
                text.append('\n')
                    .append(
                        words.say(
                            "practice.card-difference",
                            "other",
                            Mrkdwn.mention(it.otherRater()),
                            "day",
                            Days.withYear(it.other().ratedOn()),
                            "changes",
                            changes(it))));
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(
        mayAssessAgain(card)
            ? Blocks.section(
                text.toString(),
                Blocks.primary(
                    AssessmentListener.ASSESS,
                    words.plain("practice.assess-again-button"),
                    card.engagement().id().toString()))
            : Blocks.section(text.toString()));
    if (!card.practice().isLeftAlone()) {
      boolean held = card.engagement().course().isHeld();
      blocks.add(Blocks.section(place(readiness.corners(), held)));
    }
    blocks.add(
        Blocks.context(
            words.say(
                contradicts(card) ? "practice.card-contradicts" : "practice.card-continuum")));
    blocks.addAll(named(card));
    return blocks;
  }

  /** Whether the rating is old, and nothing speaks against another one. */
  static boolean mayAssessAgain(Card card) {
    return card.trajectory().isStale(card.today())
        && !card.practice().isLeftAlone()
        && !card.engagement().course().isHeld();
  }

  /** The latest of each of the other instruments, the newest first. */
  private List<LayoutBlock> named(Card card) {
    Map<String, Assessment> latest = new LinkedHashMap<>();
    for (int i = card.named().size() - 1; i >= 0; i--) {
      Assessment each = card.named().get(i);
      NamedScores scores = each.named();
      if (scores != null) {
        latest.putIfAbsent(scores.instrument().strip().toLowerCase(Locale.ROOT), each);
      }
    }
    return latest.values().stream().limit(MOST_NAMED).map(this::scores).toList();
  }

  private LayoutBlock scores(Assessment assessment) {
    NamedScores named = Objects.requireNonNull(assessment.named());
    return Blocks.context(
        words.say(
            "practice.card-named",
            "instrument",
            named.instrument(),
            "day",
            Days.withYear(assessment.ratedOn()),
            "rater",
            Mrkdwn.mention(assessment.rater()),
            "scores",
            named.scores().stream().map(Score::toString).collect(Collectors.joining(", ")),
            "citation",
            named.citation()));
  }

  private String seen(Trajectory trajectory, Assessment latest, LocalDate today) {
    boolean stale = trajectory.isStale(today);
    if (isApart(trajectory)) {
      return words.say(stale ? "practice.card-apart-stale" : "practice.card-apart");
    }
    Assessment shown =
        trajectory
            .latest(Dimension.WILLINGNESS)
            .or(() -> trajectory.latest(Dimension.STABILITY))
            .orElse(latest);
    return words.say(
        stale ? "practice.card-stale" : "practice.card-rated",
        "day",
        Days.withYear(shown.ratedOn()),
        "rater",
        Mrkdwn.mention(shown.rater()));
  }

  /** True if the two scales come from two assessments. */
  private static boolean isApart(Trajectory trajectory) {
    return trajectory
        .latest(Dimension.WILLINGNESS)
        .flatMap(one -> trajectory.latest(Dimension.STABILITY).map(two -> !one.equals(two)))
        .orElse(false);
  }

  private String scale(Trajectory trajectory, Dimension dimension) {
    Optional<Assessment> seen = trajectory.latest(dimension);
    if (seen.isEmpty()) {
      return words.say("practice.card-scale-missing", "label", label(dimension));
    }
    double score = seen.get().readiness().on(dimension).orElseThrow();
    return words.say(
        isApart(trajectory) ? "practice.card-scale-seen" : "practice.card-scale",
        "label",
        label(dimension),
        "scale",
        Scale.drawn(score),
        "score",
        Scale.number(score),
        "day",
        Days.withYear(seen.get().ratedOn()),
        "rater",
        Mrkdwn.mention(seen.get().rater()));
  }

  String label(Dimension dimension) {
    return dimension == Dimension.WILLINGNESS
        ? library.readiness().willingness().label()
        : library.readiness().stability().label();
  }

  private String changes(Readiness now, Readiness before) {
    List<String> changes = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      OptionalDouble one = now.on(dimension);
      OptionalDouble two = before.on(dimension);
      if (one.isPresent() && two.isPresent()) {
        change(dimension, one.getAsDouble() - two.getAsDouble()).ifPresent(changes::add);
      }
    }
    return String.join(", ", changes);
  }

  private String changes(Trajectory.Difference difference) {
    List<String> changes = new ArrayList<>();
    for (Dimension dimension : Dimension.values()) {
      difference.on(dimension).ifPresent(by -> change(dimension, -by).ifPresent(changes::add));
    }
    return String.join(", ", changes);
  }

  private Optional<String> change(Dimension dimension, double by) {
    return Scale.change(by)
        .map(
            change ->
                words.plain("practice.card-change", "label", label(dimension), "change", change));
  }

  private String place(List<Corner> corners, boolean held) {
    if (corners.isEmpty()) {
      return words.say("practice.card-no-place");
    }
    if (corners.size() == 1) {
      return words.say(
          held ? "practice.card-place-held" : "practice.card-place",
          "advice",
          advice(corners.get(0)));
    }
    return words.say(held ? "practice.card-places-held" : "practice.card-places")
        + "\n"
        + corners.stream()
            .map(
                it ->
                    words.say(
                        "practice.card-places-one",
                        "corner",
                        words.plain("practice.corner-" + it.id()),
                        "advice",
                        advice(it)))
            .collect(Collectors.joining("\n"));
  }

  private String advice(Corner corner) {
    return library.readiness().quadrant(corner.willing(), corner.stable()).advice();
  }

  /** At work already and neither willing nor stable, or the other way round. */
  private static boolean contradicts(Card card) {
    Stage stage = card.engagement().course().stage();
    return card.trajectory()
        .readiness()
        .corner()
        .map(
            corner ->
                switch (corner) {
                  case NOT_WILLING_NOT_STABLE, STABLE_NOT_WILLING ->
                      stage.compareTo(Stage.PREPARATION) >= 0;
                  case WILLING_AND_STABLE -> stage == Stage.PRECONTEMPLATION;
                  case WILLING_NOT_STABLE -> false;
                })
        .orElse(false);
  }

  /** Where it stands, in words alone. */
  String plain(Card card) {
    Readiness readiness = card.trajectory().readiness();
    return Arrays.stream(Dimension.values())
        .filter(it -> readiness.on(it).isPresent())
        .map(it -> label(it) + " " + Scale.number(readiness.on(it).getAsDouble()))
        .collect(Collectors.joining(", "));
  }
}

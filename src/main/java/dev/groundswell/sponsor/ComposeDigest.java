package dev.groundswell.sponsor;

import dev.groundswell.prompt.Words;
import dev.groundswell.sponsor.Interest.Count;
import dev.groundswell.sponsor.Objective.Kind;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what happened into the lines of a digest: pure, and nothing invented. */
final class ComposeDigest {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private final Words words;

  ComposeDigest(Words words) {
    this.words = words;
  }

  /** A line that has no place yet. */
  private record Draft(Topic topic, String words, String source, boolean soFar) {}

  /**
   * The lines for a sponsor, five at the most. Those that serve a personal objective of this year
   * come first, then those that serve a strategic one, in the order in which they were noted. What
   * is stuck has its place among them, since that is where a sponsor can help.
   */
  List<Line> lines(Happened happened, List<Objective> objectives) {
    int year = happened.until().getYear();
    List<Objective> current = objectives.stream().filter(it -> it.year() >= year).toList();
    List<Objective> personal = of(Kind.PERSONAL, current);
    List<Objective> strategic = of(Kind.STRATEGIC, current);
    List<Draft> drafts = new ArrayList<>(drafts(happened));
    drafts.sort(
        Comparator.comparingInt((Draft it) -> rank(it.topic(), personal))
            .thenComparingInt(it -> rank(it.topic(), strategic))
            .thenComparing(Draft::topic));
    List<Line> lines = new ArrayList<>();
    for (Draft draft : kept(drafts)) {
      lines.add(
          new Line(
              lines.size(),
              draft.topic(),
              draft.words(),
              draft.source(),
              served(draft.topic(), strategic),
              draft.soFar()));
    }
    return lines;
  }

  private static List<Draft> kept(List<Draft> drafts) {
    if (drafts.size() <= Line.MOST) {
      return drafts;
    }
    List<Draft> kept = new ArrayList<>(drafts.subList(0, Line.MOST));
    if (kept.stream().noneMatch(it -> it.topic() == Topic.STUCK)) {
      drafts.stream()
          .filter(it -> it.topic() == Topic.STUCK)
          .findFirst()
          .ifPresent(it -> kept.set(Line.MOST - 1, it));
    }
    return kept;
  }

  private static List<Objective> of(Kind kind, List<Objective> objectives) {
    return objectives.stream().filter(it -> it.kind() == kind).toList();
  }

  private static int rank(Topic topic, List<Objective> objectives) {
    for (int i = 0; i < objectives.size(); i++) {
      if (objectives.get(i).topics().contains(topic)) {
        return i;
      }
    }
    return objectives.size();
  }

  private static @Nullable Objective served(Topic topic, List<Objective> strategic) {
    return strategic.stream()
        .filter(it -> it.topics().contains(topic))
        .findFirst()
        .or(() -> strategic.stream().filter(it -> it.isServedBy(topic)).findFirst())
        .orElse(null);
  }

  private List<Draft> drafts(Happened happened) {
    List<Draft> drafts = new ArrayList<>();
    String recorded = words.plain("digest.recorded", "day", DAY.format(happened.until()));
    var movement = happened.movement();
    if (movement.putIn() > 0 || movement.decided() > 0) {
      drafts.add(
          new Draft(
              Topic.MOVED,
              words.plain(
                  "digest.moved",
                  "n",
                  movement.putIn(),
                  "decided",
                  movement.decided(),
                  "adopted",
                  movement.adopted(),
                  "partly",
                  movement.partly(),
                  "declined",
                  movement.declined()),
              recorded,
              false));
    }
    if (movement.told() > 0 && happened.heardBack().rate().isPresent()) {
      drafts.add(
          new Draft(
              Topic.HEARD_BACK,
              words.plain(
                  "digest.heard-back",
                  "rate",
                  happened.heardBack().rate().getAsInt(),
                  "heard",
                  happened.heardBack().heard(),
                  "owed",
                  happened.heardBack().owed(),
                  "told",
                  movement.told()),
              recorded,
              false));
    }
    if (movement.waiting() > 0) {
      drafts.add(
          new Draft(
              Topic.STUCK,
              words.plain("digest.waiting", "n", movement.waiting()),
              recorded,
              false));
    }
    var pledges = happened.pledges();
    if (pledges.made() > 0 || pledges.kept() > 0 || pledges.overdue() > 0) {
      drafts.add(
          new Draft(
              Topic.PLEDGES,
              words.plain(
                  "digest.pledges",
                  "made",
                  pledges.made(),
                  "kept",
                  pledges.kept(),
                  "overdue",
                  pledges.overdue()),
              recorded,
              false));
    }
    var practices = happened.practices();
    if (practices.tellsReadiness()) {
      drafts.add(
          new Draft(
              Topic.READINESS,
              words.plain(
                  "digest.readiness",
                  "placed",
                  practices.placed(),
                  "ready",
                  practices.readyShown().orElse(-1)),
              recorded,
              false));
    }
    happened.wins().stream().findFirst().map(this::win).ifPresent(drafts::add);
    interest(happened.interest()).ifPresent(drafts::add);
    return drafts;
  }

  private Draft win(Win win) {
    return new Draft(
        Topic.WIN,
        words.plain("digest.win", "words", win.words()),
        source(win.source(), win.on()),
        !win.proven());
  }

  private Optional<Draft> interest(List<Interest> interest) {
    List<String> parts = new ArrayList<>();
    Count newest = null;
    for (Interest each : interest) {
      Optional<Count> now = each.newest();
      if (now.isPresent()) {
        parts.add(
            words.plain(
                "digest.interest-" + each.kind().name().toLowerCase(Locale.ROOT),
                "n",
                now.get().total(),
                "before",
                each.before().map(Count::total).orElse(-1),
                "day",
                each.before().map(it -> DAY.format(it.on())).orElse("")));
        newest = newest == null || now.get().on().isAfter(newest.on()) ? now.get() : newest;
      }
    }
    return newest == null
        ? Optional.empty()
        : Optional.of(
            new Draft(
                Topic.INTEREST,
                words.plain("digest.interest", "parts", String.join(", ", parts)),
                source(newest.source(), newest.on()),
                false));
  }

  private String source(String source, LocalDate day) {
    return words.plain("digest.source", "source", source, "day", DAY.format(day));
  }
}

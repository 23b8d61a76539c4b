package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Money;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.Finding;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.sponsor.Backers.Fit;
import dev.groundswell.sponsor.Backers.Scale;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks for the executives who should back a piece of work: by what they want to reach. */
public final class FindBackers {
  /** The longest aims, in characters. */
  public static final int LONGEST = 1000;

  private static final int STEM = 4;

  private static final Pattern UNKNOWN =
      Pattern.compile(
          "\\?+|tbc|tbd|unknown|unsure|not (?:yet )?(?:known|sure|clear)(?: yet)?|open",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NONE =
      Pattern.compile("0|no|none|n/a|no grant", Pattern.CASE_INSENSITIVE);

  /** In nearly every objective, so that they tell nothing. */
  private static final Set<String> COMMON =
      Set.of(
          "abou", "afte", "befo", "bett", "care", "each", "ever", "fewe", "from", "have", "heal",
          "help", "impr", "incr", "into", "less", "make", "more", "need", "over", "pati", "peop",
          "qual", "redu", "serv", "shou", "staf", "team", "than", "that", "thei", "them", "ther",
          "they", "this", "want", "what", "when", "wher", "whic", "will", "with", "work", "woul",
          "year");

  private final Database database;
  private final Initiatives initiatives;
  private final SponsorStore sponsors;
  private final ProfileStore profiles;
  private final Money limit;
  private final Clock clock;

  /**
   * @param limit from which sum on, this one included, a grant concerns the whole executive team
   */
  public FindBackers(
      Database database, Initiatives initiatives, Vault vault, Money limit, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.sponsors = new SponsorStore(vault);
    this.profiles = new ProfileStore(vault);
    this.limit = limit;
    this.clock = clock;
  }

  /** What became of the question. */
  public sealed interface Answer {
    record Found(Backers backers) implements Answer {}

    record AimsMissing() implements Answer {}

    record TooLong() implements Answer {}

    /** The sum can't be read. */
    record SumNotRead() implements Answer {}

    record PatientDetails(Finding.Kind kind) implements Answer {}
  }

  /**
   * Who should back work with these aims?
   *
   * @param grant the sum as typed; empty if no grant is applied for
   */
  public Answer whoFor(Person by, WorkspaceId workspace, String aims, String grant) {
    if (aims.isBlank()) {
      return new Answer.AimsMissing();
    }
    if (aims.length() > LONGEST) {
      return new Answer.TooLong();
    }
    Optional<Finding> finding = PatientGuard.check(aims);
    if (finding.isPresent()) {
      return new Answer.PatientDetails(finding.get().kind());
    }
    Optional<Scale> scale = scale(grant);
    if (scale.isEmpty()) {
      return new Answer.SumNotRead();
    }
    int year = LocalDate.ofInstant(clock.instant(), by.zone()).getYear();
    return database.inTransaction(
        tx -> new Answer.Found(fitting(tx, workspace, by.id(), stems(aims), scale.get(), year)));
  }

  private Optional<Scale> scale(String grant) {
    String typed = grant.strip();
    if (typed.isEmpty() || NONE.matcher(typed).matches()) {
      return Optional.of(Scale.NO_GRANT);
    }
    if (UNKNOWN.matcher(typed).matches()) {
      return Optional.of(Scale.UNKNOWN_SUM);
    }
    return Money.parse(typed)
        .map(
            sum ->
                !sum.currency().equals(limit.currency())
                    ? Scale.OTHER_CURRENCY
                    : sum.amount().compareTo(limit.amount()) >= 0 ? Scale.WHOLE_TEAM : Scale.BELOW);
  }

  private record Candidate(Fit fit, int shared) {}

  /** One person may stand in several initiatives; their address tells that it is the same one. */
  private Backers fitting(
      Tx tx, WorkspaceId workspace, UserId by, Set<String> aims, Scale scale, int year) {
    Map<String, Candidate> best = new LinkedHashMap<>();
    Map<String, Integer> backed = new HashMap<>();
    Map<String, Sponsor> gone = new LinkedHashMap<>();
    boolean known = false;
    for (Initiative initiative : initiatives.of(tx, workspace, by)) {
      if (!initiatives.standing(tx, workspace, by, initiative.id()).may(Deed.SEE_SPONSORS)) {
        continue;
      }
      for (Sponsor sponsor : sponsors.of(tx, workspace, initiative.id())) {
        String key = sponsor.address().value().toLowerCase(Locale.ROOT);
        boolean left = profiles.find(tx, sponsor).filter(it -> it.leftOn() != null).isPresent();
        if (!left) {
          backed.merge(key, 1, Integer::sum);
        }
        for (Objective objective : profiles.objectives(tx, sponsor)) {
          if (objective.kind() != Objective.Kind.STRATEGIC || objective.year() < year) {
            continue;
          }
          known = true;
          Set<String> shared = stems(objective.words());
          shared.retainAll(aims);
          Candidate before = best.get(key);
          boolean fits = !shared.isEmpty();
          if (fits && left) {
            gone.putIfAbsent(key, sponsor);
          } else if (fits && (before == null || before.shared() < shared.size())) {
            best.put(key, new Candidate(new Fit(sponsor, objective.words(), 0), shared.size()));
          }
        }
      }
    }
    List<Fit> fits = new ArrayList<>();
    best.entrySet().stream()
        .sorted(Comparator.comparing(it -> -it.getValue().shared()))
        .limit(Backers.MOST)
        .forEach(
            it -> {
              Fit fit = it.getValue().fit();
              fits.add(
                  new Fit(fit.sponsor(), fit.objective(), backed.getOrDefault(it.getKey(), 1)));
            });
    return new Backers(
        fits,
        known,
        gone.entrySet().stream()
            .filter(it -> !best.containsKey(it.getKey()))
            .map(Map.Entry::getValue)
            .toList(),
        scale,
        limit.toString());
  }

  /** Words of four letters and more, cut so that forms of a word are alike. */
  private static Set<String> stems(String words) {
    return Pattern.compile("[^\\p{L}\\p{N}]+")
        .splitAsStream(words.toLowerCase(Locale.ROOT))
        .filter(it -> it.length() >= STEM)
        .map(it -> it.substring(0, STEM))
        .filter(it -> !COMMON.contains(it))
        .collect(Collectors.toSet());
  }
}

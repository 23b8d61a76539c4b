package dev.groundswell.crash;

import static dev.groundswell.Team.HERE;
import static dev.groundswell.Team.MAYA;
import static dev.groundswell.Team.PRIYA;

import dev.groundswell.SettableClock;
import dev.groundswell.Team;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.feedback.Decision.Outcome;
import dev.groundswell.feedback.Input;
import dev.groundswell.sponsor.Added;
import dev.groundswell.sponsor.Approved;
import dev.groundswell.sponsor.Changed;
import dev.groundswell.sponsor.Profile.WhenStill;
import dev.groundswell.sponsor.Profiles;
import dev.groundswell.sponsor.Rhythm;
import dev.groundswell.sponsor.Sponsor;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Sponsors who said that they want the digest, each with one that is approved and due in a week.
 */
final class DueDigests {
  private final Set<String> approved;

  private DueDigests(Set<String> approved) {
    this.approved = approved;
  }

  /** Puts them into a database that nobody has opened yet. */
  static DueDigests of(int sponsors, String databaseUrl, Instant now) {
    SettableClock clock = SettableClock.at(now.toString());
    try (Team team = Team.on(DatabaseUrl.parse(databaseUrl), clock)) {
      team.starts(MAYA, "Digest course");
      Input input = team.records(MAYA, Team.from(PRIYA), "The calls come too early");
      team.decides(MAYA, input, Outcome.ADOPTED);
      team.tells(MAYA, input);
      return new DueDigests(
          IntStream.range(0, sponsors)
              .mapToObj(i -> approvedFor(team, i).toString())
              .collect(Collectors.toSet()));
    }
  }

  private static UUID approvedFor(Team team, int number) {
    Sponsor sponsor =
        ((Added.Done)
                team.sponsors.add(
                    HERE, MAYA.id(), "Sponsor " + number, "sponsor" + number + "@example.org"))
            .sponsor();
    team.confirms(sponsor);
    Profiles.Wanted weekly =
        new Profiles.Wanted(
            "",
            "",
            "",
            Rhythm.WEEKLY,
            DayOfWeek.MONDAY,
            "7:30",
            "London",
            WhenStill.SHORT,
            false,
            "60",
            "");
    if (!(team.profiles.change(MAYA, HERE, sponsor.id(), weekly) instanceof Changed.Done)) {
      throw new IllegalStateException("the rhythm was not kept");
    }
    UUID digest = team.drafts.preview(HERE, MAYA.id(), sponsor.id()).orElseThrow().id();
    if (!(team.digests.approve(MAYA, HERE, digest) instanceof Approved.Done)) {
      throw new IllegalStateException("the digest was not approved");
    }
    return digest;
  }

  /**
   * How they ended.
   *
   * @param unknown nobody knows, and their owner was asked
   * @param lost neither taken nor anything that their owner was told of
   * @param doubled taken twice
   */
  record Ends(List<String> unknown, List<String> lost, List<String> doubled) {}

  /**
   * Compares what the database says with what others saw.
   *
   * @param mails the id of a message, where it stands, and its digest
   * @param taken how often the mail server took each digest
   * @param askedAbout the messages that Slack got a question about
   */
  Ends ends(List<List<String>> mails, Map<String, Integer> taken, Set<String> askedAbout) {
    Set<String> unknown =
        mails.stream()
            .filter(it -> it.get(1).equals("UNKNOWN") && askedAbout.contains(it.get(0)))
            .map(it -> it.get(2))
            .collect(Collectors.toSet());
    Set<String> fine =
        mails.stream()
            .filter(it -> it.get(1).equals("GIVEN_UP") && askedAbout.contains(it.get(0)))
            .map(it -> it.get(2))
            .collect(Collectors.toSet());
    mails.stream()
        .filter(it -> it.get(1).equals("SENT") && taken.containsKey(it.get(2)))
        .forEach(it -> fine.add(it.get(2)));
    return new Ends(
        approved.stream().filter(unknown::contains).toList(),
        approved.stream().filter(it -> !unknown.contains(it) && !fine.contains(it)).toList(),
        taken.keySet().stream().filter(it -> taken.getOrDefault(it, 0) > 1).toList());
  }
}

package dev.groundswell.sponsor;

import dev.groundswell.sponsor.Objective.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a sponsor, or whoever stands in for them, is told in private; none of it is
 * ever in the sponsor's own mail.
 *
 * @param digestIsDue whether a digest goes out within the next days, or should have gone
 * @param silentDays for how long they have done nothing that was noted, when that is too long; else
 *     0
 * @param checkLinks whether it is time to look if the work still serves their objectives
 * @param lastYears objectives of an earlier year, which the digest goes by no longer; the personal
 *     ones only for the owner
 * @param ask what could be asked of them, or null
 * @param digest the one that is due, or null
 * @param skipped whether none comes, since nothing has changed
 */
public record Notice(
    Sponsor sponsor,
    boolean digestIsDue,
    int silentDays,
    boolean checkLinks,
    List<Objective> lastYears,
    boolean noObjectives,
    @Nullable Blockage ask,
    @Nullable Digest digest,
    boolean skipped) {
  private static final int DAYS_OF_A_QUARTER = 91;
  private static final int DAYS_TO_SAY_IT_AGAIN = 28;

  public Notice {
    lastYears = List.copyOf(lastYears);
  }

  static Notice of(
      Sponsor sponsor,
      Profile profile,
      List<Objective> objectives,
      List<SponsorDeed> deeds,
      @Nullable Blockage ask,
      boolean due,
      Instant addedAt,
      Instant now) {
    LocalDate today = LocalDate.ofInstant(now, profile.zone());
    return new Notice(
        sponsor,
        due && !profile.hasLeft(),
        profile.hasLeft() ? 0 : silence(profile, deeds, addedAt, today),
        !profile.hasLeft() && isTime(ChronoUnit.DAYS.between(profile.checkedOn(), today)),
        objectives.stream().filter(it -> it.year() < today.getYear()).toList(),
        objectives.stream().noneMatch(it -> it.kind() == Kind.STRATEGIC),
        ask,
        null,
        false);
  }

  private static boolean isTime(long days) {
    return days >= DAYS_OF_A_QUARTER && days % DAYS_OF_A_QUARTER < 7;
  }

  private static int silence(
      Profile profile, List<SponsorDeed> deeds, Instant addedAt, LocalDate today) {
    LocalDate awayUntil = profile.awayUntil();
    if (awayUntil != null && !today.isAfter(awayUntil)) {
      return 0;
    }
    LocalDate begun = LocalDate.ofInstant(addedAt, profile.zone());
    LocalDate last =
        deeds.stream()
            .filter(it -> it.kind() != SponsorDeed.Kind.ASKED)
            .map(SponsorDeed::on)
            .max(LocalDate::compareTo)
            .filter(it -> it.isAfter(begun))
            .orElse(begun);
    LocalDate from = awayUntil != null && awayUntil.isAfter(last) ? awayUntil : last;
    long days = ChronoUnit.DAYS.between(from, today);
    long beyond = days - profile.silentDays();
    return beyond >= 0 && beyond % DAYS_TO_SAY_IT_AGAIN < 7 ? (int) days : 0;
  }

  Notice with(Digest coming, boolean left) {
    return new Notice(
        sponsor, digestIsDue, silentDays, checkLinks, lastYears, noObjectives, ask, coming, left);
  }

  boolean saysSomething() {
    return silentDays > 0 || checkLinks;
  }
}

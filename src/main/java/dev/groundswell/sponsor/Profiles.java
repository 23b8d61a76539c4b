package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Contributor;
import dev.groundswell.feedback.Inputs;
import dev.groundswell.feedback.NewInput;
import dev.groundswell.feedback.Recorded;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Changed.Why;
import dev.groundswell.sponsor.Objective.Kind;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Keeps what is known of a sponsor: objectives, words, rhythm, what they did and advised. */
public final class Profiles {
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?\\s*(am|pm)?", Pattern.CASE_INSENSITIVE);
  private static final int DEEDS_SHOWN = 5;

  private final Database database;
  private final Initiatives initiatives;
  private final Inputs inputs;
  private final SponsorStore sponsors;
  private final ProfileStore store;
  private final ProofStore proofs;
  private final Access access;
  private final Watch watch;
  private final Ids ids;
  private final Clock clock;

  public Profiles(
      Database database,
      Initiatives initiatives,
      Inputs inputs,
      Watch watch,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.inputs = inputs;
    this.watch = watch;
    this.sponsors = new SponsorStore(vault);
    this.store = new ProfileStore(vault);
    this.proofs = new ProofStore(vault);
    this.access = new Access(initiatives, sponsors);
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * All about one sponsor.
   *
   * @param objectives the personal ones only for the owner
   * @param deeds the newest first
   * @param ask what is asked of them just now, or null
   * @param subscription whether the digest reaches them
   * @param mayAskAgain whether it is time to ask them once more if they want it
   * @param proofs what funders want to see from them, the one due first at the top
   */
  public record Card(
      Sponsor sponsor,
      Profile profile,
      List<Objective> objectives,
      List<SponsorDeed> deeds,
      @Nullable Blockage ask,
      Subscription subscription,
      boolean mayAskAgain,
      List<Proof> proofs,
      Instant nextDigest) {
    public Card {
      proofs = List.copyOf(proofs);
      objectives = List.copyOf(objectives);
      deeds = List.copyOf(deeds);
    }
  }

  /** One sponsor, for those who may see them. */
  public Optional<Card> card(WorkspaceId workspace, UserId reader, UUID sponsor) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            access
                .may(tx, workspace, reader, sponsor, Deed.SEE_SPONSORS)
                .map(it -> card(tx, it, reader, now)));
  }

  private Card card(Tx tx, Sponsor sponsor, UserId reader, Instant now) {
    Profile profile = profile(tx, sponsor);
    boolean owner = sponsor.owner().equals(reader);
    Subscription subscription = SubscriptionStore.find(tx, sponsor.workspace(), sponsor.id());
    return new Card(
        sponsor,
        profile,
        store.objectives(tx, sponsor).stream()
            .filter(it -> owner || it.kind() == Kind.STRATEGIC)
            .toList(),
        store.deeds(tx, sponsor, DEEDS_SHOWN),
        BlockageStore.open(tx, sponsor.workspace(), sponsor.initiative())
            .filter(it -> it.sponsor().equals(sponsor.id()))
            .orElse(null),
        subscription,
        subscription.mayBeAskedAgain(now),
        proofs.of(tx, sponsor),
        profile.nextDigest(now).toInstant());
  }

  Profile profile(Tx tx, Sponsor sponsor) {
    return store
        .find(tx, sponsor)
        .orElseGet(
            () -> {
              ZoneId zone =
                  initiatives
                      .find(tx, sponsor.workspace(), sponsor.initiative())
                      .map(Initiative::zone)
                      .orElse(ZoneId.of("UTC"));
              // A quarter goes by from the day on which they were added, not from each look.
              Instant added = SponsorStore.addedAt(tx, sponsor);
              return Profile.fresh(zone, LocalDate.ofInstant(added, zone));
            });
  }

  List<Objective> objectives(Tx tx, Sponsor sponsor) {
    return store.objectives(tx, sponsor);
  }

  /** What somebody typed to change a profile. */
  public record Wanted(
      String title,
      String words,
      String reach,
      Rhythm rhythm,
      DayOfWeek weekday,
      String at,
      String zone,
      Profile.WhenStill whenStill,
      boolean unapproved,
      String silentDays,
      String awayUntil) {}

  /** Changes the profile. */
  public Changed change(Person by, WorkspaceId workspace, UUID sponsor, Wanted wanted) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, by.zone());
    Optional<LocalTime> at = time(wanted.at());
    Optional<ZoneId> zone = zone(wanted.zone());
    Optional<Integer> silent = number(wanted.silentDays());
    Optional<Changed> flaw =
        Checks.first(
            Checks.mayBeEmpty(Field.TITLE, wanted.title(), Profile.LONGEST_TITLE),
            Checks.mayBeEmpty(Field.WORDS, wanted.words(), Profile.LONGEST_WORDS),
            Checks.mayBeEmpty(Field.REACH, wanted.reach(), Profile.LONGEST_REACH),
            at.isEmpty()
                ? Optional.of(new Changed.Wrong(Field.TIME, Why.NOT_READ))
                : Optional.empty(),
            zone.isEmpty()
                ? Optional.of(new Changed.Wrong(Field.ZONE, Why.NOT_READ))
                : Optional.empty(),
            silent.isEmpty()
                ? Optional.of(new Changed.Wrong(Field.DAYS, Why.NOT_READ))
                : Optional.empty(),
            wanted.awayUntil().isBlank()
                ? Optional.empty()
                : Checks.future(Field.WHEN, wanted.awayUntil(), today));
    if (flaw.isPresent()) {
      return flaw.get();
    }
    return database.inTransaction(
        tx ->
            access.change(
                tx,
                workspace,
                by.id(),
                sponsor,
                Deed.CHANGE_SPONSORS,
                it -> {
                  Profile before = profile(tx, it);
                  Profile after =
                      new Profile(
                          OneLine.of(wanted.title()),
                          wanted.words().strip(),
                          OneLine.of(wanted.reach()),
                          wanted.rhythm(),
                          wanted.weekday(),
                          at.orElseThrow(),
                          zone.orElseThrow(),
                          wanted.whenStill(),
                          wanted.unapproved(),
                          silent.orElseThrow(),
                          wanted.awayUntil().isBlank()
                              ? null
                              : Checks.day(wanted.awayUntil(), today),
                          before.leftOn(),
                          before.checkedOn());
                  store.save(tx, it, after);
                  watch.begin(tx, it, after, now);
                  return new Changed.Done(it);
                }));
  }

  private static Optional<LocalTime> time(String typed) {
    Matcher matcher = TIME.matcher(typed.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group(1));
    int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    String half = matcher.group(3);
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
    }
    return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
  }

  /** A zone by its full name, or by its city: {@code Europe/London}, {@code new york}. */
  private static Optional<ZoneId> zone(String typed) {
    String wanted = typed.strip().replaceAll("\\s+", "_").toLowerCase(Locale.ROOT);
    return ZoneId.getAvailableZoneIds().stream()
        .filter(
            it -> {
              String name = it.toLowerCase(Locale.ROOT);
              return name.equals(wanted)
                  || (name.contains("/")
                      && !name.startsWith("etc/")
                      && name.endsWith("/" + wanted));
            })
        .sorted()
        .findFirst()
        .map(ZoneId::of);
  }

  private static Optional<Integer> number(String typed) {
    return typed.strip().matches("[1-9]\\d{0,2}")
        ? Optional.of(Integer.parseInt(typed.strip()))
        : Optional.empty();
  }

  /** Notes what a sponsor wants to reach. */
  public Changed addObjective(
      Person by, WorkspaceId workspace, UUID sponsor, Kind kind, String words, Set<Topic> topics) {
    Optional<Changed> flaw = Checks.text(Field.WORDS, words, Objective.LONGEST);
    if (flaw.isPresent()) {
      return flaw.get();
    }
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            access.change(
                tx,
                workspace,
                by.id(),
                sponsor,
                Deed.CHANGE_SPONSORS,
                it -> {
                  if (kind == Kind.PERSONAL && !it.owner().equals(by.id())) {
                    return new Changed.NotAllowed(it.owner());
                  }
                  long before =
                      store.objectives(tx, it).stream().filter(each -> each.kind() == kind).count();
                  if (before >= Objective.MOST) {
                    return new Changed.Wrong(Field.WORDS, Why.TOO_MANY);
                  }
                  int year = LocalDate.ofInstant(now, by.zone()).getYear();
                  store.add(
                      tx, it, new Objective(ids.next(), kind, words.strip(), year, topics), now);
                  checked(tx, it, by, now);
                  return new Changed.Done(it);
                }));
  }

  /** Forgets one. */
  public Changed removeObjective(Person by, WorkspaceId workspace, UUID sponsor, UUID objective) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            access.change(
                tx,
                workspace,
                by.id(),
                sponsor,
                Deed.CHANGE_SPONSORS,
                it -> {
                  if (!ProfileStore.removeObjective(tx, workspace, sponsor, objective)) {
                    return new Changed.Gone();
                  }
                  checked(tx, it, by, now);
                  return new Changed.Done(it);
                }));
  }

  /** Their objectives were looked over, and still hold. */
  public Changed stillHold(Person by, WorkspaceId workspace, UUID sponsor) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            access.change(
                tx,
                workspace,
                by.id(),
                sponsor,
                Deed.CHANGE_SPONSORS,
                it -> {
                  checked(tx, it, by, now);
                  return new Changed.Done(it);
                }));
  }

  private void checked(Tx tx, Sponsor sponsor, Person by, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, by.zone());
    store.save(tx, sponsor, profile(tx, sponsor).checked(today));
  }

  /**
   * Notes what a sponsor was asked for, did or advised. Advice is an input of theirs as well, and
   * is owed a report-back.
   *
   * @param when the day as written, or empty for today
   */
  public Changed note(
      Person by,
      WorkspaceId workspace,
      UUID sponsor,
      SponsorDeed.Kind kind,
      String words,
      String when,
      String requestKey) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, by.zone());
    String day = when.isBlank() ? "today" : when;
    Optional<Changed> flaw =
        Checks.first(
            Checks.text(Field.WORDS, words, SponsorDeed.LONGEST),
            Checks.past(Field.WHEN, day, today));
    if (flaw.isPresent()) {
      return flaw.get();
    }
    // Whether they may is asked first: nothing of what is refused is kept.
    Changed allowed =
        database.inTransaction(
            tx ->
                access.change(
                    tx, workspace, by.id(), sponsor, Deed.CHANGE_SPONSORS, Changed.Done::new));
    if (!(allowed instanceof Changed.Done done)) {
      return allowed;
    }
    UUID input = null;
    if (kind == SponsorDeed.Kind.ADVISED) {
      Recorded recorded = record(by, done.sponsor(), words.strip(), requestKey);
      if (!(recorded instanceof Recorded.Kept kept)) {
        return refused(recorded);
      }
      input = kept.input().id();
    }
    UUID advice = input;
    return database.inTransaction(
        tx ->
            access.change(
                tx,
                workspace,
                by.id(),
                sponsor,
                Deed.CHANGE_SPONSORS,
                it -> {
                  SponsorDeed deed =
                      new SponsorDeed(ids.next(), kind, words.strip(), Checks.day(day, today));
                  store.addOnce(tx, it, deed, advice, by.id(), requestKey, now);
                  return new Changed.Done(it);
                }));
  }

  /** For the initiative that they back, whichever one is current. */
  private Recorded record(Person by, Sponsor from, String words, String requestKey) {
    Initiative initiative = initiatives.find(from.workspace(), from.initiative()).orElseThrow();
    return inputs.recordFor(
        by,
        from.workspace(),
        initiative,
        new NewInput(new Contributor(null, from.name()), words),
        requestKey);
  }

  private static Changed refused(Recorded recorded) {
    if (recorded instanceof Recorded.NotAllowed not) {
      return new Changed.NotAllowed(not.initiative().lead());
    } else if (recorded instanceof Recorded.PatientDetails details) {
      return new Changed.PatientDetails(Field.WORDS, details.kind());
    }
    return new Changed.Wrong(Field.WORDS, Why.TOO_LONG);
  }

  /** They are no sponsor any more: nothing is sent to them. */
  public Changed left(Person by, WorkspaceId workspace, UUID sponsor) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            access.change(
                tx,
                workspace,
                by.id(),
                sponsor,
                Deed.CHANGE_SPONSORS,
                it -> {
                  Profile was = profile(tx, it);
                  LocalDate today = LocalDate.ofInstant(now, by.zone());
                  store.save(tx, it, was.with(null, today, was.checkedOn()));
                  watch.end(tx, it);
                  return new Changed.Done(it);
                }));
  }

  List<SponsorDeed> deeds(Tx tx, Sponsor sponsor, int most) {
    return store.deeds(tx, sponsor, most);
  }
}

package dev.groundswell.practice;

import static java.util.Objects.requireNonNull;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.practice.checkin.Load;
import dev.groundswell.practice.readiness.Assessment;
import dev.groundswell.practice.readiness.Component;
import dev.groundswell.practice.readiness.NamedScores;
import dev.groundswell.practice.readiness.Trajectory;
import dev.groundswell.reminder.NewReminder;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.Subject;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rates practices for a stated use, and sees to it that the use is made. */
public final class Assessments {
  /** The kind of the reminder to say what came of an assessment; its subject is that. */
  public static final String USED = "practice.used";

  /** After so many days one should know what was decided. */
  private static final int DAYS_TO_DECIDE = 14;

  private static final int LONGEST_SCORES = 2000;

  private final Database database;
  private final Initiatives initiatives;
  private final Reminders reminders;
  private final Ids ids;
  private final Clock clock;
  private final PlanContact planContact;

  public Assessments(
      Database database,
      Initiatives initiatives,
      Reminders reminders,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.reminders = reminders;
    this.ids = ids;
    this.clock = clock;
    this.planContact = new PlanContact(initiatives, reminders, vault);
    reminders.whoKnows(USED, this::subject);
  }

  private Optional<Subject> subject(Tx tx, WorkspaceId workspace, UserId viewer, UUID id) {
    return AssessmentStore.find(tx, workspace, id)
        .filter(
            it ->
                initiatives
                    .standing(tx, workspace, viewer, it.initiative())
                    .may(Deed.SEE_PRACTICES))
        .flatMap(it -> PracticeStore.find(tx, workspace, it.practice()))
        .map(it -> Subject.named(it.name()));
  }

  /**
   * What somebody filled in.
   *
   * @param purpose which decision it will serve
   * @param whyNow the reason for asking again soon, or although the practice said "not now"; or
   *     empty
   * @param named what another instrument gave, in place of ratings; or null
   */
  public record Sheet(
      String purpose,
      Map<Component, Integer> ratings,
      String note,
      LocalDate ratedOn,
      String whyNow,
      @Nullable NamedScores named) {

    /** One on the two scales. */
    public Sheet(
        String purpose,
        Map<Component, Integer> ratings,
        String note,
        LocalDate ratedOn,
        String whyNow) {
      this(purpose, ratings, note, ratedOn, whyNow, null);
    }
  }

  /** Keeps an assessment; a repeated request keeps nothing twice. */
  public Outcome<Card> assess(
      Person by, WorkspaceId workspace, UUID engagement, Sheet sheet, String requestKey) {
    Optional<Refusal> flaw = flaw(sheet);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            Found.with(
                tx,
                initiatives,
                workspace,
                by.id(),
                engagement,
                Deed.ENGAGE_PRACTICES,
                found -> {
                  if (AssessmentStore.byRequest(tx, workspace, requestKey).isPresent()) {
                    return Outcome.done(planContact.card(tx, found, now));
                  }
                  LocalDate today = now.atZone(found.initiative().zone()).toLocalDate();
                  Trajectory before = comparable(tx, found, sheet);
                  Load load = LoadStore.of(tx, initiatives, found, by.id(), today);
                  Optional<Refusal> notNow =
                      notNow(found, before, sheet, by.id(), today).or(() -> tooMuch(load, sheet));
                  if (notNow.isPresent()) {
                    return Outcome.not(notNow.get());
                  }
                  if (found.engagement().course().isHeld() || !load.maybeAsked()) {
                    OverrideStore.add(
                        tx, found, ids.next(), "assess", sheet.whyNow().strip(), by.id(), now);
                  }
                  Assessment kept =
                      new Assessment(
                          workspace,
                          ids.next(),
                          found.practice().id(),
                          found.initiative().id(),
                          sheet.purpose().strip(),
                          sheet.ratings(),
                          sheet.note().strip(),
                          by.id(),
                          sheet.ratedOn(),
                          sheet.whyNow().strip(),
                          "",
                          null,
                          sheet.named());
                  AssessmentStore.add(tx, kept, requestKey, now);
                  Instant askAt =
                      WorkingTime.USUAL
                          .firstMoment(today.plusDays(DAYS_TO_DECIDE), by.zone())
                          .toInstant();
                  reminders.plan(
                      tx,
                      NewReminder.of(workspace, USED, kept.id(), by.id(), askAt)
                          .about(found.initiative().id()));
                  place(tx, found.practice());
                  return Outcome.done(
                      planContact.card(
                          tx,
                          new Found(
                              found.practice(),
                              EngagementStore.find(tx, workspace, engagement).orElseThrow(),
                              found.initiative()),
                          now));
                }));
  }

  /** What the practice was assessed with in the same way before. */
  private static Trajectory comparable(Tx tx, Found found, Sheet sheet) {
    UUID practice = found.practice().id();
    NamedScores named = sheet.named();
    return new Trajectory(
        named == null
            ? AssessmentStore.of(tx, found.practice().workspace(), practice)
            : AssessmentStore.named(tx, found.practice().workspace(), practice).stream()
                .filter(it -> named.isBy(requireNonNull(it.named()).instrument()))
                .toList());
  }

  /** Notes where it stands on the two scales; another instrument moves it nowhere. */
  private static void place(Tx tx, Practice practice) {
    Trajectory trajectory =
        new Trajectory(AssessmentStore.of(tx, practice.workspace(), practice.id()));
    trajectory
        .seenOn()
        .ifPresent(
            day ->
                EngagementStore.with(tx, practice.workspace(), practice.id())
                    .forEach(
                        it -> EngagementStore.save(tx, it.rated(trajectory.readiness(), day))));
  }

  private static Optional<Refusal> flaw(NamedScores named) {
    return Refusal.flawOrBlank(Field.INSTRUMENT, named.instrument(), NamedScores.LONGEST_NAME)
        .or(
            () ->
                Refusal.flawOrBlank(Field.CITATION, named.citation(), NamedScores.LONGEST_CITATION))
        .or(() -> Refusal.flaw(Field.SCORE, named.lines(), LONGEST_SCORES));
  }

  private static Optional<Refusal> flaw(Sheet sheet) {
    NamedScores named = sheet.named();
    return Refusal.flawOrBlank(Field.PURPOSE, sheet.purpose(), Assessment.LONGEST)
        .or(() -> named == null ? Optional.empty() : flaw(named))
        .or(
            () ->
                sheet.ratings().isEmpty() && named == null
                    ? Optional.of(Refusal.of(Why.NOTHING_RATED, Field.RATINGS))
                    : Optional.empty())
        .or(
            () ->
                sheet.ratings().values().stream()
                        .allMatch(it -> it >= Component.LOWEST && it <= Component.HIGHEST)
                    ? Optional.empty()
                    : Optional.of(Refusal.of(Why.OUT_OF_RANGE, Field.RATINGS)))
        .or(() -> Refusal.flaw(Field.NOTE, sheet.note(), Assessment.LONGEST))
        .or(() -> Refusal.flaw(Field.REASON, sheet.whyNow(), Assessment.LONGEST));
  }

  private static Optional<Refusal> tooMuch(Load load, Sheet sheet) {
    return load.maybeAsked() || Refusal.saysSomething(sheet.whyNow())
        ? Optional.empty()
        : Optional.of(Refusal.of(Why.OVERLOADED, Field.REASON));
  }

  /** That it can't be asked today without a reason, or not at all. */
  private static Optional<Refusal> notNow(
      Found found, Trajectory before, Sheet sheet, UserId by, LocalDate today) {
    if (sheet.ratedOn().isAfter(today)) {
      return Optional.of(Refusal.of(Why.IN_FUTURE, Field.DAY));
    }
    if (Refusal.saysSomething(sheet.whyNow())) {
      return Optional.empty();
    }
    if (found.practice().isLeftAlone()) {
      return Optional.of(Refusal.of(Why.LEFT_ALONE, Field.REASON).about(found.practice().name()));
    }
    if (found.engagement().course().isHeld()) {
      return Optional.of(Refusal.of(Why.HELD, Field.REASON).about(found.practice().name()));
    }
    return before
        .repeated(by, sheet.ratedOn(), today)
        .map(
            it ->
                Refusal.of(Why.TOO_SOON, Field.REASON)
                    .about(found.practice().name())
                    .on(it.ratedOn()));
  }

  /** An assessment with its practice's name, for its rater or whoever may see practices. */
  public record Use(Assessment assessment, Card card) {}

  /**
   * What a reminder says about an assessment; empty once it was used and told, and while the
   * practice is to be left alone.
   */
  public Optional<Use> open(WorkspaceId workspace, UUID assessment) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            AssessmentStore.find(tx, workspace, assessment)
                .filter(it -> !it.served() || it.toldAt() == null)
                .flatMap(
                    it ->
                        EngagementStore.between(tx, workspace, it.initiative(), it.practice())
                            .filter(engagement -> !engagement.course().doNotContact())
                            .map(
                                engagement ->
                                    new Use(
                                        it,
                                        planContact.card(
                                            tx,
                                            new Found(
                                                PracticeStore.find(tx, workspace, it.practice())
                                                    .orElseThrow(),
                                                engagement,
                                                initiatives
                                                    .find(tx, workspace, it.initiative())
                                                    .orElseThrow()),
                                            now)))));
  }

  /**
   * Notes what was decided with an assessment, and whether the practice heard of it.
   *
   * @param told the practice has heard what its answers were used for
   */
  public Outcome<Card> used(
      Person by, WorkspaceId workspace, UUID assessment, String decided, boolean told) {
    Optional<Refusal> flaw = Refusal.flawOrBlank(Field.NOTE, decided, Assessment.LONGEST);
    if (flaw.isPresent()) {
      return Outcome.not(flaw.get());
    }
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Optional<Assessment> found = AssessmentStore.find(tx, workspace, assessment);
          Optional<Engagement> engagement =
              found.flatMap(
                  it -> EngagementStore.between(tx, workspace, it.initiative(), it.practice()));
          if (found.isEmpty() || engagement.isEmpty()) {
            return Outcome.not(Refusal.gone());
          }
          return Found.with(
              tx,
              initiatives,
              workspace,
              by.id(),
              engagement.get().id(),
              Deed.ENGAGE_PRACTICES,
              it -> {
                AssessmentStore.served(tx, workspace, assessment, decided.strip());
                if (told) {
                  AssessmentStore.told(tx, workspace, assessment, now);
                }
                reminders.finish(tx, workspace, USED, assessment);
                if (!told) {
                  // Decided and not told: the practice should hear within the week.
                  LocalDate today = now.atZone(by.zone()).toLocalDate();
                  Instant askAt =
                      WorkingTime.USUAL.firstMoment(today.plusDays(7), by.zone()).toInstant();
                  reminders.plan(
                      tx,
                      NewReminder.of(workspace, USED, assessment, by.id(), askAt)
                          .about(it.initiative().id()));
                }
                return Outcome.done(planContact.card(tx, it, now));
              });
        });
  }

  /** The assessments of a practice that wait to be used. */
  static List<Assessment> waiting(Trajectory trajectory) {
    return trajectory.assessments().stream().filter(it -> !it.served()).toList();
  }
}

package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.checkin.Agenda;
import dev.groundswell.practice.checkin.Course;
import dev.groundswell.practice.checkin.Item;
import dev.groundswell.practice.checkin.ItemKind;
import dev.groundswell.practice.checkin.Plan;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is to say and to bring along when a check-in comes up. */
public final class Offers {
  private final Database database;
  private final Initiatives initiatives;
  private final Clock clock;
  private final PlanContact planContact;

  public Offers(
      Database database, Initiatives initiatives, Reminders reminders, Vault vault, Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.clock = clock;
    this.planContact = new PlanContact(initiatives, reminders, vault);
  }

  /** What there is to say when a check-in comes up. */
  public sealed interface Offer {
    /**
     * It is time.
     *
     * @param item something that this practice has not had, or null when there is nothing new
     */
    record Wanted(Card card, @Nullable Item item) implements Offer {}

    /** It is not wanted any more. */
    record NotWanted(Course.NotNow why) implements Offer {}

    /** There is no such engagement any more. */
    record Gone() implements Offer {}
  }

  /** Asked when the message goes out: whether it is still wanted, and what to bring along. */
  public Offer of(WorkspaceId workspace, UUID engagement) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Optional<Engagement> found = EngagementStore.find(tx, workspace, engagement);
          if (found.isEmpty()) {
            return new Offer.Gone();
          }
          Engagement there = found.get();
          Agenda agenda = planContact.agenda(tx, there);
          Optional<Course.NotNow> whyNot = there.course().whyNot(agenda, now);
          if (whyNot.isPresent()) {
            return new Offer.NotWanted(whyNot.get());
          }
          Practice practice = PracticeStore.find(tx, workspace, there.practice()).orElseThrow();
          Card card =
              planContact.card(
                  tx,
                  new Found(
                      practice,
                      there,
                      initiatives.find(tx, workspace, there.initiative()).orElseThrow()),
                  now);
          return new Offer.Wanted(card, next(tx, practice, there, card.today()).orElse(null));
        });
  }

  private static Optional<Item> next(
      Tx tx, Practice practice, Engagement engagement, LocalDate today) {
    Map<UUID, ItemKind> had = TouchStore.given(tx, practice.workspace(), practice.id());
    Plan plan = engagement.course().plan();
    return Item.next(
        LibraryStore.good(tx, practice.workspace(), today),
        had.keySet(),
        List.copyOf(had.values()),
        plan == null ? Set.of(ItemKind.values()) : plan.kinds(),
        practice.details().region(),
        today);
  }
}

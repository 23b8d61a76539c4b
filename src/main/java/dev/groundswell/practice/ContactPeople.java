package dev.groundswell.practice;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.practice.ContactPerson.Part;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.Refusal.Why;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who decides in a practice, and who is listened to. */
public final class ContactPeople {
  /** So many people of a practice are kept at most. */
  public static final int MOST = 20;

  private final Database database;
  private final Initiatives initiatives;
  private final Vault vault;
  private final Ids ids;
  private final Clock clock;
  private final PlanContact planContact;

  public ContactPeople(
      Database database,
      Initiatives initiatives,
      Reminders reminders,
      Vault vault,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.initiatives = initiatives;
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
    this.planContact = new PlanContact(initiatives, reminders, vault);
  }

  /**
   * What somebody noted about a person; what is empty stays as it is known.
   *
   * @param id of one who is known, or null for somebody new
   * @param part or null when nothing was said about it
   * @param left whether they work there no more
   */
  public record Note(
      @Nullable UUID id,
      @Nullable Part part,
      String name,
      String role,
      String reach,
      boolean left) {
    public Note {
      name = Practice.clean(name);
      role = Practice.clean(role);
      reach = Practice.clean(reach);
    }

    private Optional<Refusal> flaw() {
      return (id == null
              ? Refusal.flawOrBlank(Field.NAME, name, ContactPerson.LONGEST)
              : Refusal.flaw(Field.NAME, name, ContactPerson.LONGEST))
          .or(() -> Refusal.flaw(Field.ROLE, role, ContactPerson.LONGEST))
          .or(() -> Refusal.flaw(Field.REACH, reach, ContactPerson.LONGEST));
    }

    private ContactPerson fresh(UUID fresh, LocalDate today) {
      return new ContactPerson(
          fresh, part == null ? Part.OTHER : part, name, role, reach, left ? today : null);
    }

    private ContactPerson change(ContactPerson known, LocalDate today) {
      LocalDate leftOn = known.leftOn();
      return new ContactPerson(
          known.id(),
          part == null ? known.part() : part,
          name.isEmpty() ? known.name() : name,
          role.isEmpty() ? known.role() : role,
          reach.isEmpty() ? known.reach() : reach,
          left ? (leftOn == null ? today : leftOn) : null);
    }

    private boolean isAbout(ContactPerson known) {
      return id == null
          ? known.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))
          : known.id().equals(id);
    }
  }

  /** Notes somebody, or changes what is known of them; a name that is known is that person. */
  public Outcome<Card> note(UserId by, WorkspaceId workspace, UUID engagement, Note note) {
    Optional<Refusal> flaw = note.flaw();
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
                by,
                engagement,
                Deed.ENGAGE_PRACTICES,
                found -> note(tx, found, by, note, now)));
  }

  private Outcome<Card> note(Tx tx, Found found, UserId by, Note note, Instant now) {
    WorkspaceId workspace = found.practice().workspace();
    UUID practice = found.practice().id();
    LocalDate today = now.atZone(found.initiative().zone()).toLocalDate();
    List<ContactPerson> people = ContactPersonStore.of(tx, vault, workspace, practice);
    Optional<ContactPerson> known = people.stream().filter(note::isAbout).findFirst();
    if (known.isPresent()) {
      ContactPersonStore.change(tx, vault, workspace, practice, note.change(known.get(), today));
    } else if (note.id() != null) {
      return Outcome.not(Refusal.gone());
    } else if (people.size() >= MOST) {
      return Outcome.not(Refusal.of(Why.TOO_MANY, Field.NAME));
    } else {
      ContactPersonStore.add(
          tx, vault, workspace, practice, note.fresh(ids.next(), today), by, now);
    }
    return Outcome.done(planContact.card(tx, found, now));
  }
}

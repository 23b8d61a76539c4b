package dev.groundswell.feedback;

import dev.groundswell.db.Tx;
import dev.groundswell.feedback.Contributor.Reach;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.vault.Vault;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Knows each contributor of an initiative again, and seals where to write to them. */
final class Contributors {
  private final Vault vault;
  private final Ids ids;

  Contributors(Vault vault, Ids ids) {
    this.vault = vault;
    this.ids = ids;
  }

  /**
   * Who gave an input.
   *
   * @param id their row
   * @param otherWay whether there is another address or another way to tell them than before
   */
  record Known(UUID id, boolean otherWay) {}

  /**
   * The row of the one who gave this input, new or with what is known about them by now.
   *
   * @return empty when they are to be mailed and nobody ever said where to
   */
  Optional<Known> of(Tx tx, Initiative initiative, NewInput wanted) {
    Contributor from = wanted.from();
    Optional<UUID> known = ContributorStore.find(tx, initiative, from);
    Optional<Contributor> before =
        known.map(id -> ContributorStore.get(tx, initiative.workspace(), id));
    UUID id = known.orElseGet(ids::next);
    Reach reach = reach(wanted, before.orElse(null));
    boolean hasAddress = before.map(it -> it.address() != null).orElse(false);
    if (reach == Reach.MAIL && wanted.address().isBlank() && !hasAddress) {
      return Optional.empty();
    }
    String sealed =
        wanted.address().isBlank()
            ? before.map(Contributor::address).orElse(null)
            : vault.seal(
                tx, initiative.workspace(), id, new MailAddress(wanted.address().strip()).value());
    Contributor now =
        new Contributor(
            from.userId(),
            before.map(Contributor::name).filter(it -> from.userId() == null).orElse(from.name()),
            from.group() == null ? before.map(Contributor::group).orElse(null) : from.group(),
            from.patient() || before.map(Contributor::patient).orElse(false),
            reach,
            sealed,
            before.map(Contributor::optedOutAt).orElse(null));
    if (before.isEmpty()) {
      ContributorStore.add(tx, initiative, id, now);
    } else if (!before.get().equals(now)) {
      ContributorStore.update(tx, initiative.workspace(), id, now);
    }
    return Optional.of(new Known(id, before.filter(it -> isOtherWay(wanted, it, now)).isPresent()));
  }

  /** It has to be chosen: that Slack takes nothing for them any more is no other way. */
  private static boolean isOtherWay(NewInput wanted, Contributor before, Contributor now) {
    return !wanted.address().isBlank()
        || (now.reach() == wanted.reach() && now.reach() != before.reach());
  }

  /** As it was chosen; else as before; else by mail if there is an address, else as fits them. */
  private static Reach reach(NewInput wanted, @Nullable Contributor before) {
    Reach fits = wanted.from().reach();
    Reach chosen = wanted.reach();
    if (chosen == null && before == null && !wanted.address().isBlank()) {
      return Reach.MAIL;
    }
    Reach reach = chosen != null ? chosen : before != null ? before.reach() : fits;
    // Somebody who can't be written to any more is a task, whatever was chosen.
    return reach == Reach.SLACK ? fits : reach;
  }

  /** Forgets where to write to them, once nothing is owed to them any more. */
  void forgetAddress(Tx tx, Input input) {
    if (!ContributorStore.hasMore(tx, input)) {
      ContributorStore.update(
          tx, input.workspace(), input.contributorId(), input.contributor().withoutAddress());
      vault.destroy(tx, input.workspace(), input.contributorId());
    }
  }
}

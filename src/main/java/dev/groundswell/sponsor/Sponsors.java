package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.privacy.Finding;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.reminder.Subject;
import dev.groundswell.sponsor.Changed.Field;
import dev.groundswell.sponsor.Changed.Why;
import dev.groundswell.sponsor.Subscription.State;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the sponsors of an initiative. */
public final class Sponsors {
  private final Database database;
  private final Initiatives initiatives;
  private final Watch watch;
  private final SponsorStore store;
  private final ProfileStore profiles;
  private final Ids ids;
  private final Clock clock;
  private final Subscriptions subscriptions;
  private final Access access;

  public Sponsors(
      Database database,
      Initiatives initiatives,
      Watch watch,
      Vault vault,
      Ids ids,
      Clock clock,
      Subscriptions subscriptions) {
    this.database = database;
    this.initiatives = initiatives;
    this.watch = watch;
    this.store = new SponsorStore(vault);
    this.profiles = new ProfileStore(vault);
    this.ids = ids;
    this.clock = clock;
    this.subscriptions = subscriptions;
    this.access = new Access(initiatives, store);
    watch.whoKnows(
        (tx, workspace, viewer, id) -> named(tx, workspace, viewer, id).map(Subject::named));
    watch.whenHandedOver(
        (tx, workspace, id, to) ->
            named(tx, workspace, to, id).isPresent()
                && SponsorStore.handOver(tx, workspace, id, to));
    subscriptions.whoGets(
        (tx, workspace, viewer, item, id) -> named(tx, workspace, viewer, UUID.fromString(id)));
  }

  private Optional<String> named(Tx tx, WorkspaceId workspace, UserId viewer, UUID id) {
    return access.may(tx, workspace, viewer, id, Deed.SEE_SPONSORS).map(Sponsor::name);
  }

  /** {@link #add(WorkspaceId, UserId, ChannelId, String, String)} in no channel. */
  public Added add(WorkspaceId workspace, UserId by, String name, String address) {
    return add(workspace, by, null, name, address);
  }

  /**
   * Adds a sponsor to the current initiative of the one who asks.
   *
   * @param channel where they ask, or null
   */
  public Added add(
      WorkspaceId workspace, UserId by, @Nullable ChannelId channel, String name, String address) {
    Optional<Finding> finding = PatientGuard.check(name);
    if (finding.isPresent()) {
      return new Added.PatientDetails(finding.get().kind());
    }
    String clean = OneLine.of(name);
    if (clean.isEmpty()
        || clean.length() > Sponsor.LONGEST_NAME
        || clean.chars().anyMatch(Character::isISOControl)) {
      return new Added.NameMissing();
    }
    if (MailAddress.parse(address) instanceof MailAddress.Bad bad) {
      return new Added.BadAddress(bad.sentence());
    }
    MailAddress mailbox = new MailAddress(address.strip());
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Optional<Initiative> current = initiatives.current(tx, workspace, by, channel);
          if (current.isEmpty()) {
            return new Added.NoInitiative();
          }
          Initiative initiative = current.get();
          if (!initiatives.standing(tx, workspace, by, initiative.id()).may(Deed.CHANGE_SPONSORS)) {
            return new Added.NotLead(initiative.lead());
          }
          Optional<Sponsor> before = store.byAddress(tx, workspace, initiative.id(), mailbox);
          if (before.isPresent()) {
            return backAgain(tx, before.get(), now).orElseGet(() -> new Added.Exists(before.get()));
          }
          Sponsor sponsor = new Sponsor(workspace, ids.next(), initiative.id(), clean, mailbox, by);
          store.add(tx, sponsor, now);
          LocalDate today = LocalDate.ofInstant(now, initiative.zone());
          watch.begin(tx, sponsor, Profile.fresh(initiative.zone(), today), now);
          subscriptions.ask(tx, sponsor, now);
          return new Added.Done(sponsor, subscriptions.mailing().isOn());
        });
  }

  /** Somebody who left is a sponsor again; whether they want mail is asked anew. */
  private Optional<Added> backAgain(Tx tx, Sponsor sponsor, Instant now) {
    Optional<Profile> left = profiles.find(tx, sponsor).filter(Profile::hasLeft);
    if (left.isEmpty()) {
      return Optional.empty();
    }
    Profile again = left.get().with(null, null, left.get().checkedOn());
    profiles.save(tx, sponsor, again);
    watch.begin(tx, sponsor, again, now);
    // Whoever stopped the digest themselves is asked by nobody but the link in their mail.
    if (subscriptions.of(tx, sponsor.workspace(), sponsor.id()).state() != State.STOPPED) {
      subscriptions.askAnew(tx, sponsor, now);
    }
    State state = subscriptions.of(tx, sponsor.workspace(), sponsor.id()).state();
    return Optional.of(new Added.BroughtBack(sponsor, state == State.ASKED));
  }

  /**
   * Puts another address in the place of one that was wrong or takes no mail. They are asked there
   * whether they want the digest; whoever stopped it themselves is not asked again.
   */
  public Changed readdress(UserId by, WorkspaceId workspace, UUID id, String address) {
    if (MailAddress.parse(address) instanceof MailAddress.Bad) {
      return new Changed.Wrong(Field.ADDRESS, Why.NOT_READ);
    }
    MailAddress mailbox = new MailAddress(address.strip());
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            access.change(
                tx,
                workspace,
                by,
                id,
                Deed.CHANGE_SPONSORS,
                it -> {
                  Optional<Sponsor> same = store.byAddress(tx, workspace, it.initiative(), mailbox);
                  if (same.isPresent()) {
                    boolean own = same.get().id().equals(id);
                    return new Changed.Wrong(Field.ADDRESS, own ? Why.SAME : Why.TAKEN);
                  }
                  if (subscriptions.of(tx, workspace, id).state() == State.STOPPED) {
                    return new Changed.Stopped(it);
                  }
                  store.readdress(tx, it, mailbox);
                  Sponsor there = store.find(tx, workspace, id).orElseThrow();
                  subscriptions.askAnew(tx, there, now);
                  return new Changed.Done(there);
                }));
  }

  /** Asks them once more whether they want the digest, a month after they were asked in vain. */
  public Changed askAgain(UserId by, WorkspaceId workspace, UUID id) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx ->
            access.change(
                tx,
                workspace,
                by,
                id,
                Deed.CHANGE_SPONSORS,
                it -> {
                  subscriptions.askOnceMore(tx, it, now);
                  return new Changed.Done(it);
                }));
  }

  /**
   * Seals the addresses that an earlier version kept in plain.
   *
   * @return how many there were
   */
  public int sealAddresses() {
    return database.inTransaction(store::sealAddresses);
  }

  /** The sponsors of an initiative, whoever asks: for what goes on inside. */
  public List<Sponsor> of(WorkspaceId workspace, UUID initiative) {
    return database.inTransaction(tx -> store.of(tx, workspace, initiative));
  }

  /**
   * The sponsors of an initiative, in the order in which they were added; empty for those who may
   * not see them.
   */
  public Optional<List<Sponsor>> of(WorkspaceId workspace, UserId reader, UUID initiative) {
    return database.inTransaction(
        tx ->
            initiatives.standing(tx, workspace, reader, initiative).may(Deed.SEE_SPONSORS)
                ? Optional.of(store.of(tx, workspace, initiative))
                : Optional.empty());
  }

  /** A sponsor with how it stands with them and their mail. */
  public record Listed(Sponsor sponsor, Subscription subscription, boolean hasLeft) {}

  /** The same, with how it stands with each. */
  public Optional<List<Listed>> listed(WorkspaceId workspace, UserId reader, UUID initiative) {
    return database.inTransaction(
        tx ->
            initiatives.standing(tx, workspace, reader, initiative).may(Deed.SEE_SPONSORS)
                ? Optional.of(
                    store.of(tx, workspace, initiative).stream().map(it -> listed(tx, it)).toList())
                : Optional.empty());
  }

  private Listed listed(Tx tx, Sponsor sponsor) {
    return new Listed(
        sponsor,
        subscriptions.of(tx, sponsor.workspace(), sponsor.id()),
        profiles.find(tx, sponsor).filter(Profile::hasLeft).isPresent());
  }

  /** One sponsor, whoever asks: for the reminder to their owner. */
  public Optional<Sponsor> find(WorkspaceId workspace, UUID id) {
    return database.inTransaction(tx -> store.find(tx, workspace, id));
  }
}

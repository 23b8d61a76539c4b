package dev.groundswell.sponsor;

import dev.groundswell.db.Database;
import dev.groundswell.db.Tx;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.outbox.Outgoing.Medium;
import dev.groundswell.people.People;
import dev.groundswell.people.Person;
import dev.groundswell.privacy.Finding;
import dev.groundswell.privacy.PatientGuard;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the sponsors of an initiative, and mails them what really happened. */
public final class Sponsors {
  /** The kind of a mail with a digest; its subject is the digest's row. */
  public static final String DIGEST = "sponsor.digest";

  private final Database database;
  private final Initiatives initiatives;
  private final ReportBacks reportBacks;
  private final People people;
  private final Outbox outbox;
  private final SponsorStore store;
  private final Ids ids;
  private final Clock clock;
  private final boolean mailIsSetUp;

  public Sponsors(
      Database database,
      Initiatives initiatives,
      ReportBacks reportBacks,
      People people,
      Outbox outbox,
      Vault vault,
      Ids ids,
      Clock clock,
      boolean mailIsSetUp) {
    this.database = database;
    this.initiatives = initiatives;
    this.reportBacks = reportBacks;
    this.people = people;
    this.outbox = outbox;
    this.store = new SponsorStore(vault);
    this.ids = ids;
    this.clock = clock;
    this.mailIsSetUp = mailIsSetUp;
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
    String clean = name.strip().replaceAll("\\s+", " ");
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
            return new Added.Exists(before.get());
          }
          Sponsor sponsor = new Sponsor(workspace, ids.next(), initiative.id(), clean, mailbox, by);
          store.add(tx, sponsor, now);
          return new Added.Done(sponsor);
        });
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

  /** {@link #sendDigest(WorkspaceId, UserId, ChannelId)} in no channel. */
  public Sent sendDigest(WorkspaceId workspace, UserId by) {
    return sendDigest(workspace, by, null);
  }

  /**
   * Puts a digest for each sponsor of the current initiative into the outbox, except for those to
   * whom nothing new could be said.
   *
   * @param channel where it is asked for, or null
   */
  public Sent sendDigest(WorkspaceId workspace, UserId by, @Nullable ChannelId channel) {
    Instant now = clock.instant();
    return database.inTransaction(
        tx -> {
          Optional<Initiative> current = initiatives.current(tx, workspace, by, channel);
          if (current.isEmpty()) {
            return new Sent.NoInitiative();
          }
          Initiative initiative = current.get();
          if (!initiatives.standing(tx, workspace, by, initiative.id()).may(Deed.SEND_DIGEST)) {
            return new Sent.NotLead(initiative.lead());
          }
          LocalDate pausedUntil = initiative.pausedUntil();
          if (pausedUntil != null && initiative.isPausedAt(now)) {
            return new Sent.Paused(initiative, pausedUntil);
          }
          List<Sponsor> sponsors = store.of(tx, workspace, initiative.id());
          if (sponsors.isEmpty()) {
            return new Sent.NoSponsor(initiative);
          }
          return mailIsSetUp ? send(tx, initiative, sponsors, by, now) : new Sent.NoMail();
        });
  }

  private Sent send(Tx tx, Initiative initiative, List<Sponsor> sponsors, UserId by, Instant now) {
    WorkspaceId workspace = initiative.workspace();
    List<Sponsor> to = new ArrayList<>();
    List<Sponsor> nothingNew = new ArrayList<>();
    for (Sponsor sponsor : sponsors) {
      Instant since = SponsorStore.lastDigest(tx, workspace, sponsor.id()).orElse(Instant.EPOCH);
      if (reportBacks.since(tx, workspace, initiative.id(), since, now).nothingMoved()) {
        nothingNew.add(sponsor);
        continue;
      }
      UUID digest = ids.next();
      SponsorStore.addDigest(tx, workspace, digest, sponsor.id(), since, now, by);
      outbox.put(
          tx,
          workspace,
          Medium.MAIL,
          sponsor.id().toString(),
          by,
          List.of(new Item("digest/" + digest, DIGEST, digest)),
          now);
      to.add(sponsor);
    }
    return new Sent.OnItsWay(initiative, to, nothingNew);
  }

  /** The digest as it will be mailed; empty if its sponsor is gone. */
  public Optional<Digest> compose(WorkspaceId workspace, UUID digest) {
    Optional<SponsorStore.DigestRow> row =
        database.inTransaction(tx -> SponsorStore.digest(tx, workspace, digest));
    return row.flatMap(
        it -> {
          // Slack may be asked for this one, so no transaction is open yet.
          Person by = people.get(workspace, it.askedBy());
          return database.inTransaction(
              tx ->
                  store
                      .find(tx, workspace, it.sponsor())
                      .flatMap(sponsor -> composed(tx, sponsor, digest, it, by)));
        });
  }

  private Optional<Digest> composed(
      Tx tx, Sponsor sponsor, UUID digest, SponsorStore.DigestRow row, Person by) {
    return initiatives
        .find(tx, sponsor.workspace(), sponsor.initiative())
        .map(
            initiative ->
                new Digest(
                    digest,
                    sponsor,
                    initiative,
                    row.since(),
                    row.until(),
                    by,
                    reportBacks.since(
                        tx, sponsor.workspace(), initiative.id(), row.since(), row.until())));
  }
}

package dev.groundswell.feedback;

import dev.groundswell.db.Database;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.kernel.MailAddress;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import dev.groundswell.people.People;
import dev.groundswell.prompt.Words;
import dev.groundswell.vault.Vault;
import java.util.Optional;
import java.util.UUID;

/** Finds what a contributor gets at the moment it goes out, if it still should. */
public final class Letters {
  private final Database database;
  private final Initiatives initiatives;
  private final People people;
  private final Vault vault;
  private final Draft draft;

  public Letters(
      Database database, Initiatives initiatives, People people, Vault vault, Words words) {
    this.vault = vault;
    this.database = database;
    this.initiatives = initiatives;
    this.people = people;
    this.draft = new Draft(words);
  }

  /** What this says, of one of the kinds that contributors get. */
  public Letter find(WorkspaceId workspace, Item item) {
    Optional<Input> found =
        database.inTransaction(tx -> InputStore.find(tx, workspace, item.subject()));
    Optional<Initiative> initiative =
        found.flatMap(
            it -> database.inTransaction(tx -> initiatives.find(tx, workspace, it.initiative())));
    if (found.isEmpty() || initiative.isEmpty()) {
      return new Letter.NotWanted("the input is not there any more");
    }
    Input input = found.get();
    return whyNot(item, input, initiative.get())
        .<Letter>map(Letter.NotWanted::new)
        .orElseGet(() -> wanted(item, input, initiative.get()));
  }

  /**
   * What a contributor was told, as it was sent, with what they answered by now.
   *
   * @param times which of the messages to them it was; empty if another took its place since
   */
  public Optional<Letter.Wanted> asTold(WorkspaceId workspace, UUID id, int times) {
    return database.inTransaction(
        tx ->
            InputStore.find(tx, workspace, id)
                .filter(it -> !it.isWithdrawn())
                .filter(it -> it.reportBack().sending().times() == times)
                .flatMap(
                    input ->
                        initiatives
                            .find(tx, workspace, input.initiative())
                            .map(it -> told(input, it))));
  }

  /** Where to mail it; empty when there is no address, or it was erased. */
  public Optional<MailAddress> address(Input input) {
    String sealed = input.contributor().address();
    return sealed == null
        ? Optional.empty()
        : database
            .inTransaction(tx -> vault.open(tx, input.workspace(), input.contributorId(), sealed))
            .map(MailAddress::new);
  }

  private Letter wanted(Item item, Input input, Initiative initiative) {
    if (item.kind().equals(ReportBacks.WEIGHING)) {
      return new Letter.Wanted(input, initiative, input.owner(), draft.weighing(input), 0);
    }
    return told(input, initiative);
  }

  private static Letter.Wanted told(Input input, Initiative initiative) {
    ReportBack.Sending sending = input.reportBack().sending();
    UserId by = sending.by() == null ? input.owner() : sending.by();
    String wording = input.reportBack().wording();
    return new Letter.Wanted(
        input, initiative, by, wording == null ? "" : wording, sending.times());
  }

  private Optional<String> whyNot(Item item, Input input, Initiative initiative) {
    ReportBack reportBack = input.reportBack();
    ReportBack.Sending sending = reportBack.sending();
    if (input.isWithdrawn()) {
      return Optional.of("the input was withdrawn");
    } else if (initiative.isArchived()) {
      return Optional.of("the initiative is archived");
    } else if (input.contributor().hasOptedOut()) {
      return Optional.of("they do not want to be written to any more");
    } else if (item.kind().equals(ReportBacks.WEIGHING)) {
      if (!item.occasion().equals(ReportBacks.weighingOccasion(input))) {
        return Optional.of("it was somebody else who said it");
      }
      return input.isDecided() ? Optional.of("it is decided by now") : unreachable(item, input);
    } else if (reportBack.state() == ReportBack.State.UNREACHABLE) {
      return Optional.of("they can't be told any more");
    } else if (!reportBack.waits()) {
      return Optional.of("they have heard by now");
    } else if (!item.occasion().equals(ReportBacks.occasion(input.id(), sending.times()))) {
      return Optional.of("another message took its place");
    } else if (input.ruling() == null || !input.ruling().id().equals(sending.decision())) {
      return Optional.of("the decision changed since");
    }
    return unreachable(item, input);
  }

  private Optional<String> unreachable(Item item, Input input) {
    boolean slack =
        item.kind().equals(ReportBacks.TOLD) || item.kind().equals(ReportBacks.WEIGHING);
    return slack
        ? input
            .contributor()
            .account()
            .filter(it -> !people.get(input.workspace(), it).reachable())
            .map(it -> "their account can't be written to any more")
        : Optional.empty();
  }
}

package dev.groundswell;

import dev.groundswell.advice.AdviceHoldings;
import dev.groundswell.config.SettingsReader;
import dev.groundswell.db.Database;
import dev.groundswell.feedback.FeedbackHoldings;
import dev.groundswell.initiative.InitiativeSurroundings;
import dev.groundswell.kernel.Ids;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.people.People;
import dev.groundswell.people.PeopleHoldings;
import dev.groundswell.pledge.PledgeHoldings;
import dev.groundswell.practice.PracticeHoldings;
import dev.groundswell.privacy.Erasure;
import dev.groundswell.privacy.Holdings.Erased;
import dev.groundswell.privacy.Somebody;
import dev.groundswell.reminder.ReminderHoldings;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.schedule.CronRecurrence;
import dev.groundswell.sponsor.SponsorHoldings;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What somebody does to the database by hand, from the command line. */
final class Upkeep {
  private final SettingsReader settings;
  private final Clock clock;
  private final RandomGenerator random;

  Upkeep(SettingsReader settings, Clock clock, RandomGenerator random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  /** Wraps each key anew; the sentence says what to do next. */
  String rekey() {
    try (Database database = Database.open(settings.database())) {
      int wrapped = Vault.unlock(database, settings.encryptionKey(), clock).rekey();
      return wrapped == 0
          ? "Every key was wrapped in the first of ENCRYPTION_KEY already."
          : wrapped
              + (wrapped == 1 ? " key was" : " keys were")
              + " wrapped anew. Take the old one out of ENCRYPTION_KEY when every server has been"
              + " started with both.";
    }
  }

  /**
   * Erases a person, or only says what that would do.
   *
   * @return lines for whoever asked
   */
  List<String> erase(WorkspaceId workspace, Somebody who, boolean inEarnest) {
    try (Database database = Database.open(settings.database())) {
      Ids ids = new Ids(clock, random);
      Vault vault = Vault.unlock(database, settings.encryptionKey(), clock);
      // Nobody is looked up and nothing is planned here: reminders are only taken away.
      People people = new People(database, (where, user) -> Optional.empty(), clock);
      Reminders reminders =
          new Reminders(
              database,
              new Outbox(database, ids),
              new InitiativeSurroundings(people),
              new CronRecurrence(),
              ids,
              clock);
      Erasure erasure = erasure(database, vault, reminders);
      List<Erased> done =
          inEarnest ? erasure.erase(workspace, who) : erasure.rehearse(workspace, who);
      return lines(done, inEarnest);
    }
  }

  /** Everything that keeps something about people. */
  static Erasure erasure(Database database, Vault vault, Reminders reminders) {
    return new Erasure(
        database,
        List.of(
            new PeopleHoldings(),
            new ReminderHoldings(),
            new AdviceHoldings(),
            new FeedbackHoldings(vault, reminders),
            new PledgeHoldings(reminders),
            new PracticeHoldings(vault),
            new SponsorHoldings(vault, reminders)));
  }

  private static List<String> lines(List<Erased> done, boolean inEarnest) {
    if (done.isEmpty()) {
      return List.of("Nothing is kept about them in that workspace. Check the id or the name.");
    }
    List<String> lines = new ArrayList<>();
    lines.add(inEarnest ? "Erased:" : "This would be erased:");
    done.forEach(it -> lines.add("  " + it.count() + " " + it.what()));
    lines.add(
        inEarnest
            ? "Backups that are older than this still hold it; delete them when their time is up."
            : "Nothing was changed. Add --yes to do it; it can't be undone.");
    return lines;
  }
}

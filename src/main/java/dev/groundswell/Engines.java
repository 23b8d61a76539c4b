package dev.groundswell;

import dev.groundswell.config.Settings;
import dev.groundswell.db.Database;
import dev.groundswell.initiative.AppRemoved;
import dev.groundswell.initiative.InitiativeSurroundings;
import dev.groundswell.initiative.Initiatives;
import dev.groundswell.initiative.QuietInitiatives;
import dev.groundswell.kernel.Ids;
import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.metrics.Metrics;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.people.People;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.Recurrence;
import dev.groundswell.reminder.Reminders;
import dev.groundswell.reminder.Surroundings;
import dev.groundswell.schedule.CronRecurrence;
import dev.groundswell.slack.Replies;
import dev.groundswell.slack.SlackClients;
import dev.groundswell.slack.SlackDirectory;
import dev.groundswell.vault.Vault;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What all features stand on: words, storage, people, initiatives, reminders and the outbox. */
final class Engines {
  final Settings settings;
  final Clock clock;
  final Words words;
  final TipLibrary library;
  final AudienceWords audienceWords;
  final Database database;
  final Metrics metrics;
  final Ids ids;
  final Vault vault;
  final SlackClients clients;
  final Replies replies;
  final People people;
  final Outbox outbox;
  final Surroundings surroundings;
  final Recurrence recurrence = new CronRecurrence();
  final Reminders reminders;
  final Initiatives initiatives;

  Engines(
      Settings settings, PromptFiles prompts, Clock clock, RandomGenerator random, OpenParts open) {
    this.settings = settings;
    this.clock = clock;
    words = Words.load(prompts);
    library = TipLibrary.load(prompts);
    audienceWords = new AudienceWords(library);

    database = open.closing(Database.open(settings.database()));
    metrics = open.closing(new Metrics());
    ids = new Ids(clock, random);
    vault = Vault.unlock(database, settings.encryptionKey(), clock);

    clients = open.closing(new SlackClients(settings.slackApiUrl(), settings.slackBotToken()));
    replies = open.closing(new Replies(clients, settings.slackApiUrl()));
    people = new People(database, new SlackDirectory(clients), clock);

    outbox = new Outbox(database, ids);
    outbox.heeds(new QuietInitiatives());
    surroundings = new InitiativeSurroundings(people);
    reminders = new Reminders(database, outbox, surroundings, recurrence, ids, clock);
    initiatives = new Initiatives(database, people, ids, clock);
    people.onTravel(reminders::travelled);
    people.onDeparture(new AppRemoved(reminders, outbox));
  }
}

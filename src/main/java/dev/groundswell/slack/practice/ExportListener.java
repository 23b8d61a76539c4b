package dev.groundswell.slack.practice;

import dev.groundswell.practice.Exports;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Replies;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The list of practices as a file, in a direct message. */
public final class ExportListener implements Feature {
  static final String EXPORT = "practice.export";

  private final Exports exports;
  private final Replies replies;
  private final Words words;
  private final Refusals refusals;

  public ExportListener(Exports exports, Replies replies, Words words) {
    this.exports = exports;
    this.replies = replies;
    this.words = words;
    this.refusals = new Refusals(words);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(EXPORT, this::export);
  }

  private Reaction export(Click click) {
    Caller caller = click.caller();
    return new Reaction.Say(
        exports
            .csv(
                caller.workspace(),
                caller.user(),
                UUID.fromString(click.value()),
                List.of(words.plain("practice.export-head").split("\\s*;\\s*")),
                words.plain("practice.export-left-alone"))
            .either(sheet -> send(caller, sheet), refusals::message));
  }

  private Message send(Caller caller, Exports.Sheet sheet) {
    replies.file(
        caller.user().value(),
        words.plain("practice.export-name") + "-" + sheet.today() + ".csv",
        words.say("practice.export-comment", "initiative", sheet.initiative().name()),
        () -> Optional.of(sheet.csv()),
        why -> Message.of(words.say("practice.export-failed")));
    return Message.of(words.say("practice.export-on-its-way"));
  }
}

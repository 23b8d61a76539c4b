package dev.groundswell.slack;

import dev.groundswell.privacy.Finding;
import dev.groundswell.prompt.Words;
import java.util.List;

/**
 * Says why something was not kept, and never what it was: to the one who typed it, or under the
 * field where it still stands.
 */
public final class PatientDetailsView {
  private PatientDetailsView() {}

  public static Message message(Words words, Finding.Kind kind) {
    String sentence = words.say(kind.words());
    String otherwise = words.say("privacy.no-patient");
    return new Message(
        sentence + " " + otherwise, List.of(Blocks.section(sentence), Blocks.context(otherwise)));
  }

  /** For under a field, where nothing is formatted. */
  public static String plain(Words words, Finding.Kind kind) {
    return words.plain(kind.words()) + " " + words.plain("privacy.no-patient");
  }
}

package dev.groundswell.search;

import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.Situation;
import dev.groundswell.knowledge.Stage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants advice on, and what they picked beside it from lists.
 *
 * @param text in their own words, as Slack sends it; cut to 2,000 characters, may be empty
 * @param audiences the audiences picked; empty if none was
 * @param stageOrNull the stage of change picked
 * @param situationOrNull the situation picked
 */
public record Question(
    String text,
    List<Audience> audiences,
    @Nullable Stage stageOrNull,
    @Nullable Situation situationOrNull) {
  static final int LONGEST = 2_000;

  public Question {
    text =
        text.length() <= LONGEST
            ? text
            : text.substring(
                0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    audiences = List.copyOf(audiences);
  }

  /** A question with nothing picked. */
  public static Question of(String text) {
    return new Question(text, List.of(), null, null);
  }

  /** The same question, about these people. */
  public Question about(List<Audience> picked) {
    return new Question(text, picked, stageOrNull, situationOrNull);
  }

  /** The same question, for somebody at this stage. */
  public Question at(@Nullable Stage picked) {
    return new Question(text, audiences, picked, situationOrNull);
  }

  /** The same question, on this occasion. */
  public Question on(@Nullable Situation picked) {
    return new Question(text, audiences, stageOrNull, picked);
  }

  public Optional<Stage> stage() {
    return Optional.ofNullable(stageOrNull);
  }

  public Optional<Situation> situation() {
    return Optional.ofNullable(situationOrNull);
  }
}

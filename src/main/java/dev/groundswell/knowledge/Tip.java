package dev.groundswell.knowledge;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One piece of advice. Texts are plain, on one line, and not escaped for Slack.
 *
 * @param id kebab-case and unique in the library
 * @param title what to do, at most 70 characters
 * @param advice one to three sentences
 * @param why one sentence
 * @param exampleOrNull a real case that the source gives
 * @param sayOrNull a sentence to say to this audience
 * @param noteOrNull a remark where the sources pull in different directions
 * @param asks three to eight questions that this tip answers, in people's own words
 * @param audiences whom it helps to win, the main one first; never empty
 * @param stages the stages it fits best; empty means that it fits any
 * @param situations occasions to look for it; never empty
 * @param sources passages it rests on; never empty
 * @param related ids of closely related tips
 */
public record Tip(
    String id,
    String title,
    String advice,
    String why,
    @Nullable String exampleOrNull,
    @Nullable String sayOrNull,
    @Nullable String noteOrNull,
    List<String> asks,
    List<Audience> audiences,
    Set<Stage> stages,
    List<Situation> situations,
    List<Source> sources,
    List<String> related) {
  public Tip {
    asks = List.copyOf(asks);
    audiences = List.copyOf(audiences);
    Set<Stage> inOrder = EnumSet.noneOf(Stage.class);
    inOrder.addAll(stages);
    stages = Collections.unmodifiableSet(inOrder);
    situations = List.copyOf(situations);
    sources = List.copyOf(sources);
    related = List.copyOf(related);
  }

  public Optional<String> example() {
    return Optional.ofNullable(exampleOrNull);
  }

  public Optional<String> say() {
    return Optional.ofNullable(sayOrNull);
  }

  public Optional<String> note() {
    return Optional.ofNullable(noteOrNull);
  }

  /** True if it is made for no stage in particular. */
  public boolean fitsAnyStage() {
    return stages.isEmpty();
  }

  /** True if it is made for this stage or for any. */
  public boolean fits(Stage stage) {
    return fitsAnyStage() || stages.contains(stage);
  }

  /** True if it names this very audience; a tip for everyone names only {@code everyone}. */
  public boolean serves(Audience audience) {
    return audiences.contains(audience);
  }

  /** True if it holds for any audience. */
  public boolean servesEveryone() {
    return audiences.stream().anyMatch(Audience::isEveryone);
  }
}

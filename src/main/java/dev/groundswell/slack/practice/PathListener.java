package dev.groundswell.slack.practice;

import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.practice.Card;
import dev.groundswell.practice.Practices;
import dev.groundswell.practice.StageMove;
import dev.groundswell.practice.readiness.Assessment;
import dev.groundswell.practice.readiness.Dimension;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Days;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Replies;
import dev.groundswell.slack.practice.chart.Captions;
import dev.groundswell.slack.practice.chart.Picture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The path of a practice as a picture, by direct message; and as a text that says the same. */
public final class PathListener implements Feature {
  static final String PATH = "practice.path";

  private final Practices practices;
  private final Replies replies;
  private final Words words;
  private final TipLibrary library;
  private final CardView cards;
  private final Refusals refusals;

  public PathListener(Practices practices, Replies replies, Words words, TipLibrary library) {
    this.practices = practices;
    this.replies = replies;
    this.words = words;
    this.library = library;
    this.cards = new CardView(words, library);
    this.refusals = new Refusals(words);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(PATH, this::send);
  }

  private Reaction send(Click click) {
    Caller caller = click.caller();
    UUID engagement = UUID.fromString(click.value());
    return new Reaction.Say(
        practices
            .card(caller.workspace(), caller.user(), engagement)
            .either(card -> send(caller, card), refusals::message));
  }

  private Message send(Caller caller, Card card) {
    replies.file(
        caller.user().value(),
        "path.png",
        inWords(card),
        () -> Optional.of(Picture.png(card, captions())),
        refused -> Message.of(words.say("practice.path-failed") + "\n" + inWords(card)));
    return Message.of(words.say("practice.path-sent", "name", card.practice().name()));
  }

  private Captions captions() {
    return new Captions(
        words.plain("practice.path-title"),
        words.plain("practice.path-scales"),
        words.plain("practice.path-stages"),
        dimension -> words.plain("practice.scale-" + dimension.id()),
        corner -> words.plain("practice.corner-" + corner.id()),
        cards::stage);
  }

  /** What the picture shows, for those who don't see it, in the order in which it came. */
  String inWords(Card card) {
    Stage first =
        card.moves().isEmpty() ? card.engagement().course().stage() : card.moves().get(0).from();
    List<Line> lines = new ArrayList<>();
    lines.add(moved(card.engagement().beganOn(), "practice.path-began", first));
    for (Assessment each : card.trajectory().assessments()) {
      lines.add(
          new Line(
              each.ratedOn(),
              words.say(
                  "practice.path-rated",
                  "day",
                  Days.withYear(each.ratedOn()),
                  "willingness",
                  score(each, Dimension.WILLINGNESS),
                  "stability",
                  score(each, Dimension.STABILITY))));
    }
    for (StageMove move : card.moves()) {
      String how = move.isBack() ? "practice.path-back" : "practice.path-forward";
      lines.add(moved(move.on(), how, move.to()));
    }
    return Stream.concat(
            Stream.of(words.say("practice.path-intro", "name", card.practice().name())),
            lines.stream().sorted(Comparator.comparing(Line::day)).map(Line::text))
        .collect(Collectors.joining("\n"));
  }

  private record Line(LocalDate day, String text) {}

  private Line moved(LocalDate day, String how, Stage stage) {
    return new Line(
        day, words.say(how, "day", Days.withYear(day), "stage", library.wording(stage).label()));
  }

  private String score(Assessment assessment, Dimension dimension) {
    OptionalDouble score = assessment.readiness().on(dimension);
    return score.isPresent()
        ? Scale.number(score.getAsDouble())
        : words.plain("practice.list-unknown-score");
  }
}

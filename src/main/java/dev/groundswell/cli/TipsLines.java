package dev.groundswell.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.Situation;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.knowledge.TipLibrary;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints the tips for an audience, as text or as JSON. */
public final class TipsLines {
  private static final int SHOWN = 3;

  private final TipLibrary library;
  private final PrintWriter out;

  public TipsLines(TipLibrary library, PrintWriter out) {
    this.library = library;
    this.out = out;
  }

  /**
   * Prints three tips.
   *
   * @param audience as people write it, such as {@code docs} or {@code "front desk"}
   * @param stage a stage's id, or null
   * @param situation a situation's id, or null
   * @throws IllegalArgumentException with a sentence that says what is known
   */
  public void print(
      String audience, @Nullable String stage, @Nullable String situation, boolean asJson) {
    AudienceWords.Reading reading = new AudienceWords(library).read(audience);
    if (!(reading instanceof AudienceWords.Recognised known) || known.audiences().isEmpty()) {
      throw new IllegalArgumentException(
          "AUDIENCE should be one of: "
              + library.audiences().stream().map(Audience::id).collect(Collectors.joining(", ")));
    }
    Stage wantedStage = stage == null ? known.stageOrNull() : stage(stage);
    Situation wantedSituation = situation == null ? known.situationOrNull() : situation(situation);
    List<Tip> tips =
        library.forAudience(known.audiences(), wantedStage, wantedSituation).page(0, SHOWN);
    if (asJson) {
      json(tips);
    } else {
      TipText.print(tips, out);
    }
    out.flush();
  }

  private static Stage stage(String id) {
    return Stage.of(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--stage should be one of: "
                        + Arrays.stream(Stage.values())
                            .map(Stage::id)
                            .collect(Collectors.joining(", "))));
  }

  private Situation situation(String id) {
    return library
        .situation(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--situation should be one of: "
                        + library.situations().stream()
                            .map(Situation::id)
                            .collect(Collectors.joining(", "))));
  }

  private void json(List<Tip> tips) {
    ObjectMapper json = new ObjectMapper();
    ArrayNode list = json.createArrayNode();
    for (Tip tip : tips) {
      ObjectNode node = list.addObject();
      node.put("id", tip.id()).put("title", tip.title());
      node.put("advice", tip.advice()).put("why", tip.why());
      tip.say().ifPresent(say -> node.put("say", say));
      ArrayNode sources = node.putArray("sources");
      tip.sources().forEach(source -> sources.add(source.cite()));
    }
    try {
      out.println(json.writeValueAsString(list));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts is always JSON", e);
    }
  }
}

package dev.groundswell.knowledge;

import dev.groundswell.prompt.Nearest;
import dev.groundswell.prompt.YamlNode;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads {@code tips/readiness.yaml}, once the tips that it names are known. */
final class ReadinessReader {
  static final String FILE = "tips/readiness.yaml";

  private final TipReader tips;
  private final Sources sources;

  ReadinessReader(TipReader tips, Sources sources) {
    this.tips = tips;
    this.sources = sources;
  }

  ReadinessModel model(YamlNode node) {
    node.only(
        "purpose",
        "rule",
        "scale",
        "dimensions",
        "components_to_watch",
        "quadrants",
        "contextual_factors",
        "assessment",
        "source");
    YamlNode dimensions = node.get("dimensions").only("willingness", "stability");
    YamlNode assessment = node.get("assessment").only("may_contain", "uses", "rules");
    return new ReadinessModel(
        node.text("purpose"),
        node.text("rule"),
        node.text("scale"),
        dimension("willingness", dimensions.get("willingness")),
        dimension("stability", dimensions.get("stability")),
        components(node.get("components_to_watch")),
        quadrants(node.get("quadrants")),
        components(node.get("contextual_factors")),
        new ReadinessModel.Assessment(
            assessment.texts("may_contain"), assessment.texts("uses"), assessment.texts("rules")),
        sources.cited(node));
  }

  StagesOfChange stages(YamlNode node) {
    node.only("model", "movement", "note", "stages", "source");
    YamlNode list = node.get("stages");
    Map<Stage, StagesOfChange.Guidance> guidance = new EnumMap<>(Stage.class);
    for (YamlNode item : list.items()) {
      item.only("id", "means", "facilitation_stages", "facilitator_does", "avoid");
      String id = item.text("id");
      Optional<Stage> stage = Stage.of(id);
      if (stage.isEmpty()) {
        item.complain("\"" + id + "\" is not a stage" + Nearest.hint(id, Stage.ids()));
      } else if (guidance.put(stage.get(), guidance(stage.get(), item)) != null) {
        item.complain("the stage \"" + id + "\" stands twice");
      }
    }
    for (Stage stage : Stage.values()) {
      if (list.hasItems() && !guidance.containsKey(stage)) {
        list.complain("the stage \"" + stage.id() + "\" is missing");
      }
    }
    return new StagesOfChange(
        node.text("model"),
        node.text("movement"),
        node.text("note"),
        guidance,
        sources.cited(node));
  }

  LowTouch lowTouch(YamlNode node) {
    node.only("for", "aim", "strategies", "never", "source");
    return new LowTouch(
        node.text("for"),
        node.text("aim"),
        node.get("strategies").items().stream()
            .map(
                item -> {
                  item.only("id", "do", "tips");
                  return new LowTouch.Strategy(item.text("id"), item.text("do"), tips(item));
                })
            .toList(),
        node.texts("never"),
        sources.cited(node));
  }

  private static StagesOfChange.Guidance guidance(Stage stage, YamlNode item) {
    return new StagesOfChange.Guidance(
        stage,
        item.text("means"),
        item.texts("facilitation_stages"),
        item.texts("facilitator_does"),
        item.texts("avoid"));
  }

  private static ReadinessModel.Dimension dimension(String id, YamlNode node) {
    node.only("label", "also_called", "means", "components", "questions_to_ask");
    return new ReadinessModel.Dimension(
        id,
        node.text("label"),
        node.text("also_called"),
        node.text("means"),
        components(node.get("components")),
        node.texts("questions_to_ask"));
  }

  private static List<ReadinessModel.Component> components(YamlNode list) {
    Set<String> ids = new HashSet<>();
    return list.items().stream()
        .map(
            item -> {
              item.only("id", "text");
              String id = item.text("id");
              if (!id.isEmpty() && !ids.add(id)) {
                item.complain("the id \"" + id + "\" stands twice");
              }
              return new ReadinessModel.Component(id, item.text("text"));
            })
        .toList();
  }

  private List<ReadinessModel.Quadrant> quadrants(YamlNode list) {
    Set<List<Boolean>> corners = new HashSet<>();
    List<ReadinessModel.Quadrant> quadrants =
        list.items().stream().map(item -> quadrant(item, corners)).toList();
    if (list.hasItems() && corners.size() < 4) {
      list.complain("each combination of high and low willingness and stability should stand here");
    }
    return quadrants;
  }

  private ReadinessModel.Quadrant quadrant(YamlNode item, Set<List<Boolean>> corners) {
    item.only("id", "willingness", "stability", "do", "tips");
    boolean willing = high(item.get("willingness"));
    boolean stable = high(item.get("stability"));
    if (!corners.add(List.of(willing, stable))) {
      item.complain("this combination of willingness and stability stands here twice");
    }
    return new ReadinessModel.Quadrant(
        item.text("id"), willing, stable, item.text("do"), tips(item));
  }

  private static boolean high(YamlNode node) {
    String text = node.text();
    if (!text.isEmpty() && !text.equals("high") && !text.equals("low")) {
      node.complain("\"" + text + "\" should be high or low");
    }
    return text.equals("high");
  }

  private List<Tip> tips(YamlNode owner) {
    String who = "\"" + owner.text("id") + "\" names the tip";
    return owner.get("tips").items().stream()
        .map(item -> tips.known(item, who).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }
}

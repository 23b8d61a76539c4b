package dev.groundswell.knowledge;

import dev.groundswell.prompt.Nearest;
import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.YamlFile;
import dev.groundswell.prompt.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words by which tips are sorted, as {@code tips/vocabularies.yaml} has them, in its order. */
record Vocabulary(
    Map<String, Audience> audiences,
    Map<Stage, StageWording> stages,
    Map<String, Situation> situations) {
  static final String FILE = "tips/vocabularies.yaml";

  static Vocabulary read(PromptFiles files, Problems problems) {
    YamlNode root =
        YamlFile.read(files, FILE, problems).only("stakeholders", "stages", "situations");
    Vocabulary read =
        new Vocabulary(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    Names audienceNames = new Names("stakeholder");
    Names stageNames = new Names("stage");
    Names situationNames = new Names("situation");
    root.get("stakeholders")
        .fields()
        .forEach(
            (id, node) -> {
              Audience audience =
                  new Audience(kebab(id, node), label(node), means(node), also(node));
              read.audiences.put(id, audience);
              audienceNames.add(audience, node);
            });
    root.get("stages")
        .fields()
        .forEach(
            (id, node) -> {
              StageWording wording =
                  new StageWording(stage(id, node), label(node), means(node), also(node));
              read.stages.put(wording.stage(), wording);
              stageNames.add(wording, node);
            });
    root.get("situations")
        .fields()
        .forEach(
            (id, node) -> {
              Situation situation =
                  new Situation(kebab(id, node), label(node), means(node), also(node));
              read.situations.put(id, situation);
              situationNames.add(situation, node);
            });
    checkComplete(root, read);
    audienceNames.apartFrom(stageNames);
    audienceNames.apartFrom(situationNames);
    stageNames.apartFrom(situationNames);
    stageNames.apartFrom(audienceNames);
    situationNames.apartFrom(audienceNames);
    situationNames.apartFrom(stageNames);
    return read;
  }

  private static void checkComplete(YamlNode root, Vocabulary read) {
    if (!root.present()) {
      return;
    }
    YamlNode stages = root.get("stages");
    for (Stage stage : Stage.values()) {
      if (stages.present() && !read.stages.containsKey(stage)) {
        stages.complain("the stage \"" + stage.id() + "\" is missing");
      }
    }
    YamlNode situations = root.get("situations");
    if (situations.hasFields() && read.situations.isEmpty()) {
      situations.complain("no situation is listed");
    }
    YamlNode audiences = root.get("stakeholders");
    if (audiences.present() && !read.audiences.containsKey(Audience.EVERYONE)) {
      audiences.complain("the stakeholder \"everyone\" is missing");
    }
  }

  Optional<Audience> audience(YamlNode node, String who) {
    return known(audiences, node, who + " names the audience", FILE);
  }

  /**
   * The entry that a node names, or a problem at its line, unless {@code file} itself could not be
   * read.
   */
  static <T> Optional<T> known(Map<String, T> entries, YamlNode node, String says, String file) {
    String written = node.text();
    T entry = entries.get(written);
    if (entry == null && !written.isEmpty() && !entries.isEmpty()) {
      String where = file.substring(file.lastIndexOf('/') + 1);
      node.complain(
          says
              + " \""
              + written
              + "\", which "
              + where
              + " does not know"
              + Nearest.hint(written, entries.keySet()));
    }
    return Optional.ofNullable(entry);
  }

  private static String kebab(String id, YamlNode node) {
    if (!id.matches(TipReader.KEBAB)) {
      node.complain("\"" + id + "\" should be small letters, digits and hyphens");
    }
    node.only("label", "means", "also_called");
    return id;
  }

  private static Stage stage(String id, YamlNode node) {
    kebab(id, node);
    Optional<Stage> stage = Stage.of(id);
    if (stage.isEmpty()) {
      node.complain("\"" + id + "\" is not a stage" + Nearest.hint(id, Stage.ids()));
    }
    return stage.orElse(Stage.PRECONTEMPLATION);
  }

  private static String label(YamlNode node) {
    return node.text("label");
  }

  private static String means(YamlNode node) {
    return node.text("means");
  }

  private static List<String> also(YamlNode node) {
    return node.textsIfAny("also_called");
  }

  /** Who owns which name within one kind, in the compared form. */
  private static final class Names {
    private final String kind;
    private final Map<String, Term> owners = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<YamlNode, String> extras = new LinkedHashMap<>();

    Names(String kind) {
      this.kind = kind;
    }

    void add(Term term, YamlNode node) {
      own(Folding.name(term.id()), term, node);
      own(Folding.name(term.label()), term, node);
      node.find("also_called")
          .map(YamlNode::items)
          .orElse(List.of())
          .forEach(item -> extra(item, term));
    }

    private void extra(YamlNode item, Term term) {
      String name = Folding.name(item.text());
      if (owners.get(name.replace(" ", "")) != term) {
        extras.put(item, name);
      }
      if (name.isEmpty() && !item.text().isEmpty()) {
        item.complain("\"" + item.text() + "\" has no letter that could be typed");
      }
      own(name, term, item);
    }

    private void own(String name, Term term, YamlNode where) {
      String key = name.replace(" ", "");
      Term owner = owners.putIfAbsent(key, term);
      Integer first = lines.putIfAbsent(key, where.line());
      if (owner != null && !owner.id().equals(term.id())) {
        where.complain(
            "\"%s\" leads to \"%s\", but by line %d to the %s \"%s\"; it may lead to one only"
                .formatted(name, term.id(), first, kind, owner.id()));
      }
    }

    /** An extra name may not be taken by another kind; two ids may coincide, the audience wins. */
    void apartFrom(Names other) {
      extras.forEach(
          (item, name) -> {
            Term owner = other.owners.get(name.replace(" ", ""));
            if (owner != null) {
              item.complain(
                  "\"%s\" is also a name of the %s \"%s\"".formatted(name, other.kind, owner.id()));
            }
          });
    }
  }

  Collection<Term> terms() {
    List<Term> all = new ArrayList<>(audiences.values());
    all.addAll(stages.values());
    all.addAll(situations.values());
    return all;
  }
}

package dev.groundswell.knowledge;

import dev.groundswell.prompt.Nearest;
import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.YamlFile;
import dev.groundswell.prompt.YamlNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the files of tips one after the other, then checks what they say about each other. */
final class TipReader {
  static final String KEBAB = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final int LONGEST_TITLE = 70;
  private static final int MOST_SENTENCES = 3;
  private static final int FEWEST_TIPS = 3;
  private static final int FEWEST_ASKS = 3;
  private static final int MOST_ASKS = 8;
  private static final Pattern NEXT_SENTENCE =
      Pattern.compile("[.!?]['\")\u2019\u201D]*\\s+(?=[\\p{Lu}'\"\u2018\u201C])");
  private static final String[] FIELDS = {
    "id",
    "title",
    "advice",
    "why",
    "example",
    "say",
    "note",
    "asks",
    "stakeholders",
    "stages",
    "situations",
    "source",
    "related"
  };

  private final Vocabulary vocabulary;
  private final Sources sources;
  private final Map<String, Tip> tips = new LinkedHashMap<>();
  private final Map<String, YamlNode> places = new LinkedHashMap<>();
  private boolean complete = true;

  TipReader(Vocabulary vocabulary, Sources sources) {
    this.vocabulary = vocabulary;
    this.sources = sources;
  }

  /** Reads one file: a field {@code tips} with a list. */
  void read(PromptFiles files, String name, Problems problems) {
    List<YamlNode> items = YamlFile.read(files, name, problems).only("tips").get("tips").items();
    complete &= !items.isEmpty();
    items.forEach(this::tip);
  }

  /**
   * All tips read, by id, in the order of the files, once {@code related} and audiences were
   * checked.
   */
  Map<String, Tip> checked(PromptFiles files, Problems problems) {
    places.forEach(this::checkRelated);
    long forAll = tips.values().stream().filter(Tip::servesEveryone).count();
    for (Audience audience : vocabulary.audiences().values()) {
      long own =
          tips.values().stream().filter(t -> !t.servesEveryone() && t.serves(audience)).count();
      if (complete && own + forAll < FEWEST_TIPS) {
        problems.add(
            files.label(Vocabulary.FILE) + ":1",
            "the audience \"%s\" has only %d tips, those for everyone included; it needs %d"
                .formatted(audience.id(), own + forAll, FEWEST_TIPS));
      }
    }
    return tips;
  }

  private void tip(YamlNode node) {
    node.only(FIELDS);
    String id = id(node);
    String who = "the tip \"" + id + "\"";
    Tip tip =
        new Tip(
            id,
            title(node),
            advice(node),
            node.text("why"),
            node.textIfAny("example").orElse(null),
            node.textIfAny("say").orElse(null),
            node.textIfAny("note").orElse(null),
            asks(node),
            each(node, "stakeholders", item -> vocabulary.audience(item, who)),
            stages(node, who),
            each(node, "situations", item -> situation(item, who)),
            sources.cited(node),
            node.textsIfAny("related"));
    if (!id.isEmpty() && tips.putIfAbsent(id, tip) == null) {
      places.put(id, node);
    } else if (!id.isEmpty()) {
      String first = Optional.ofNullable(places.get(id)).map(YamlNode::where).orElse("");
      node.complain("the id \"" + id + "\" is taken by " + first);
    }
  }

  private static String id(YamlNode node) {
    YamlNode id = node.get("id");
    String text = id.text();
    if (!text.isEmpty() && !text.matches(KEBAB)) {
      id.complain("the id \"" + text + "\" should be small letters, digits and hyphens");
    }
    return text;
  }

  private static String title(YamlNode node) {
    YamlNode title = node.get("title");
    String text = title.text();
    int length = text.codePointCount(0, text.length());
    if (length > LONGEST_TITLE) {
      title.complain(
          "the title has %d characters; %d are the most".formatted(length, LONGEST_TITLE));
    }
    return text;
  }

  private static String advice(YamlNode node) {
    YamlNode advice = node.get("advice");
    String text = advice.text();
    long sentences = 1 + NEXT_SENTENCE.matcher(text).results().count();
    if (sentences > MOST_SENTENCES) {
      advice.complain(
          "the advice has %d sentences; %d are the most".formatted(sentences, MOST_SENTENCES));
    }
    return text;
  }

  private static List<String> asks(YamlNode node) {
    YamlNode asks = node.get("asks");
    List<YamlNode> items = asks.items();
    if (!items.isEmpty() && (items.size() < FEWEST_ASKS || items.size() > MOST_ASKS)) {
      asks.complain(
          "there are %d asks; three to eight are needed, each put as another person would"
              .formatted(items.size()));
    }
    Set<String> seen = new HashSet<>();
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items) {
      String text = item.text().replaceAll("\\s+", " ");
      if (!seen.add(text)) {
        item.complain("\"" + text + "\" stands twice in \"asks\"");
      }
      texts.add(text);
    }
    return texts;
  }

  private Optional<Situation> situation(YamlNode item, String who) {
    return Vocabulary.known(
        vocabulary.situations(), item, who + " names the situation", Vocabulary.FILE);
  }

  private Set<Stage> stages(YamlNode node, String who) {
    Set<Stage> stages = EnumSet.noneOf(Stage.class);
    List<YamlNode> items = node.get("stages").items();
    for (YamlNode item : items) {
      String text = item.text();
      Optional<Stage> stage = Stage.of(text);
      if (stage.isPresent() && !stages.add(stage.get())) {
        item.complain("\"" + text + "\" stands twice in \"stages\"");
      } else if (text.equals("any") && items.size() > 1) {
        item.complain("\"any\" stands alone or not at all");
      } else if (stage.isEmpty() && !text.isEmpty() && !text.equals("any")) {
        item.complain(
            who
                + " names the stage \""
                + text
                + "\", which does not exist"
                + Nearest.hint(text, Stage.ids()));
      }
    }
    return stages;
  }

  private static <T> List<T> each(
      YamlNode node, String field, Function<YamlNode, Optional<T>> read) {
    List<T> found = new ArrayList<>();
    for (YamlNode item : node.get(field).items()) {
      Optional<T> value = read.apply(item);
      if (value.isPresent() && found.contains(value.get())) {
        item.complain("\"" + item.text() + "\" stands twice in \"" + field + "\"");
      }
      value.ifPresent(found::add);
    }
    return found;
  }

  private void checkRelated(String id, YamlNode node) {
    Set<String> seen = new HashSet<>();
    for (YamlNode item : node.find("related").map(YamlNode::items).orElse(List.of())) {
      String other = item.text();
      if (other.equals(id)) {
        item.complain("the tip \"" + id + "\" is related to itself");
      } else if (!seen.add(other)) {
        item.complain("\"" + other + "\" stands twice in \"related\"");
      } else {
        known(item, "the tip \"" + id + "\" is related to");
      }
    }
  }

  /**
   * The tip that a node names, or a problem at its line, unless it may be in a file that could not
   * be read.
   */
  Optional<Tip> known(YamlNode item, String says) {
    String id = item.text();
    if (complete && !tips.containsKey(id) && !id.isEmpty()) {
      item.complain(
          says + " \"" + id + "\", but there is no such tip" + Nearest.hint(id, tips.keySet()));
    }
    return Optional.ofNullable(tips.get(id));
  }
}

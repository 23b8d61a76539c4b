package dev.groundswell.search;

import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.YamlFile;
import dev.groundswell.prompt.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The routes of {@code search/routes.yaml}, their examples and their alarm words. */
final class Routes {
  static final String FILE = "search/routes.yaml";
  private static final Set<String> KNOWN =
      Set.of(Route.EMERGENCY, "clinical", "legal", "personnel", "data-protection");

  /** How to recognise a route: alike questions, questions that only sound alike, alarm words. */
  record Sign(
      Route route,
      List<String> examples,
      List<String> lookalikes,
      List<String> words,
      List<String> subjects,
      List<String> unless) {
    boolean alarmedBy(String text) {
      return words.stream().anyMatch(text::contains)
          || (subjects.stream().anyMatch(text::contains)
              && unless.stream().noneMatch(text::contains));
    }
  }

  private Routes() {}

  static List<Sign> read(PromptFiles files, Problems problems) {
    List<Sign> signs = new ArrayList<>();
    YamlNode root = YamlFile.read(files, FILE, problems).only("routes").get("routes");
    for (Map.Entry<String, YamlNode> entry : root.fields().entrySet()) {
      YamlNode node =
          entry
              .getValue()
              .only("title", "answer", "words", "subjects", "unless", "examples", "not");
      Route route = new Route(entry.getKey(), node.text("title"), node.text("answer"));
      signs.add(
          new Sign(
              route,
              node.texts("examples"),
              node.texts("not"),
              phrases(node.textsIfAny("words")),
              phrases(node.textsIfAny("subjects")),
              phrases(node.textsIfAny("unless"))));
    }
    for (String id : KNOWN) {
      root.get(id);
    }
    root.only(KNOWN.toArray(String[]::new));
    return signs;
  }

  /** The route of an alarm word in the question, unless the question is plainly about a project. */
  static Optional<Route> alarmed(List<Sign> signs, String question) {
    String text = phrase(question);
    return signs.stream().filter(sign -> sign.alarmedBy(text)).map(Sign::route).findFirst();
  }

  private static List<String> phrases(List<String> texts) {
    return texts.stream().map(Routes::phrase).toList();
  }

  /** The plain words with a blank before and after each, so that only whole words are found. */
  private static String phrase(String text) {
    return " " + String.join(" ", Stems.of(text).stream().map(Stems.Word::plain).toList()) + " ";
  }
}

package dev.groundswell.knowledge;

import dev.groundswell.prompt.Nearest;
import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.YamlFile;
import dev.groundswell.prompt.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The documents of {@code tips/sources.yaml}, and the passages that other files cite from them. */
record Sources(Map<String, SourceDocument> documents) {
  static final String FILE = "tips/sources.yaml";

  static Sources read(PromptFiles files, Problems problems) {
    YamlNode root = YamlFile.read(files, FILE, problems).only("documents", "text_gaps");
    Sources read = new Sources(new LinkedHashMap<>());
    root.get("documents")
        .fields()
        .forEach((key, node) -> read.documents.put(key, document(key, node)));
    if (read.documents.isEmpty() && root.hasFields()) {
      root.complain("no document is listed");
    }
    root.find("text_gaps").ifPresent(gaps -> gaps.items().forEach(read::gap));
    return read;
  }

  private static SourceDocument document(String key, YamlNode node) {
    if (!key.matches(TipReader.KEBAB)) {
      node.complain("\"" + key + "\" should be small letters, digits and hyphens");
    }
    node.only(
        "title",
        "short",
        "publisher",
        "author",
        "part_of",
        "year",
        "year_note",
        "note",
        "sections");
    node.textIfAny("year_note");
    node.textIfAny("note");
    return new SourceDocument(
        key,
        node.text("title"),
        node.text("short"),
        node.text("publisher"),
        node.textIfAny("author").orElse(null),
        node.textIfAny("part_of").orElse(null),
        node.find("year").map(YamlNode::number).orElse(null),
        node.texts("sections"));
  }

  private void gap(YamlNode gap) {
    passage(gap.only("document", "section", "missing"));
    gap.text("missing");
  }

  /**
   * One passage from a node with {@code document} and {@code section}; a wrong one is a problem.
   */
  Optional<Source> passage(YamlNode node) {
    YamlNode section = node.get("section");
    String heading = section.text();
    Optional<SourceDocument> document =
        Vocabulary.known(documents, node.get("document"), "the source names the document", FILE);
    document
        .filter(d -> !heading.isEmpty() && !d.sections().contains(heading))
        .ifPresent(
            d ->
                section.complain(
                    "the document \"%s\" has no section \"%s\" in sources.yaml%s"
                        .formatted(d.key(), heading, Nearest.hint(heading, d.sections()))));
    return document.map(d -> new Source(d, heading));
  }

  /** The field {@code source}: one passage or a list of them. */
  List<Source> cited(YamlNode owner) {
    YamlNode source = owner.get("source");
    List<YamlNode> nodes = source.hasFields() ? List.of(source) : source.items();
    return nodes.stream()
        .map(node -> passage(node.only("document", "section")).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }
}

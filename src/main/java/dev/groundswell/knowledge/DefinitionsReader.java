package dev.groundswell.knowledge;

import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.YamlFile;
import dev.groundswell.prompt.YamlNode;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Reads {@code tips/definitions.yaml}. */
final class DefinitionsReader {
  static final String FILE = "tips/definitions.yaml";

  private final Vocabulary vocabulary;
  private final Sources sources;
  private final Set<String> pledgeIds = new HashSet<>();

  DefinitionsReader(Vocabulary vocabulary, Sources sources) {
    this.vocabulary = vocabulary;
    this.sources = sources;
  }

  BuyIn read(PromptFiles files, Problems problems) {
    YamlNode root =
        YamlFile.read(files, FILE, problems).only("buy_in", "why_it_matters", "forms_of_buy_in");
    return new BuyIn(
        definition(root.get("buy_in")),
        root.get("why_it_matters").items().stream().map(this::reason).toList(),
        root.get("forms_of_buy_in").items().stream().map(this::form).toList());
  }

  private BuyIn.Definition definition(YamlNode node) {
    node.only(
        "short", "it_is", "it_is_not", "hard_to_see", "when", "head_start", "ends_when", "source");
    return new BuyIn.Definition(
        node.text("short"),
        node.text("it_is"),
        node.text("it_is_not"),
        node.text("hard_to_see"),
        node.text("when"),
        node.text("head_start"),
        node.text("ends_when"),
        sources.cited(node));
  }

  private BuyIn.Reason reason(YamlNode node) {
    node.only("group", "reason", "source");
    return new BuyIn.Reason(node.text("group"), node.text("reason"), sources.cited(node));
  }

  private BuyIn.Form form(YamlNode node) {
    node.only("group", "stakeholders", "pledges", "sign", "note", "source");
    String group = node.text("group");
    List<Audience> audiences =
        node.get("stakeholders").items().stream()
            .map(
                item ->
                    vocabulary.audience(item, "the form of buy-in \"" + group + "\"").orElse(null))
            .filter(Objects::nonNull)
            .toList();
    return new BuyIn.Form(
        group,
        audiences,
        node.get("pledges").items().stream().map(this::pledge).toList(),
        node.text("sign"),
        node.textIfAny("note").orElse(null),
        sources.cited(node));
  }

  private BuyIn.PledgeForm pledge(YamlNode node) {
    node.only("id", "text", "named_in_text");
    String id = node.text("id");
    if (!id.isEmpty() && !pledgeIds.add(id)) {
      node.complain("the id \"" + id + "\" stands twice");
    }
    return new BuyIn.PledgeForm(id, node.text("text"), node.get("named_in_text").flag());
  }
}

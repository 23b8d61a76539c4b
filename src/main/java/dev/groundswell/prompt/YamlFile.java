package dev.groundswell.prompt;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One YAML file, read as a tree that knows its lines. No object is ever built from a tag, so a file
 * cannot run code. Problems go to the {@link Problems} given, and reading goes on.
 */
public final class YamlFile {
  private final String label;
  private final Problems problems;

  private YamlFile(String label, Problems problems) {
    this.label = label;
    this.problems = problems;
  }

  /**
   * Opens and parses a file. One that is missing, wrongly encoded, empty or not YAML is noted as a
   * problem, and yields an absent node, which answers every question with nothing and complains no
   * further.
   */
  public static YamlNode read(PromptFiles files, String name, Problems problems) {
    try {
      return parse(files.label(name), files.read(name), problems);
    } catch (BrokenFile e) {
      problems.add(e);
      return new YamlFile(files.label(name), problems).absent();
    }
  }

  /** Parses a text; {@code label} is what messages call it. */
  public static YamlNode parse(String label, String text, Problems problems) {
    YamlFile file = new YamlFile(label, problems);
    try {
      LoaderOptions options = new LoaderOptions();
      options.setMaxAliasesForCollections(0);
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        problems.add(label + ":1", "this file is empty");
        return file.absent();
      }
      return new YamlNode(file, root, "this file");
    } catch (MarkedYAMLException e) {
      problems.add(label + ":" + line(e), "this is not YAML: " + oneLine(e.getProblem()));
    } catch (YAMLException e) {
      problems.add(label + ":1", "this is not YAML: " + oneLine(e.getMessage()));
    }
    return file.absent();
  }

  /** A quote that is never closed is told where it was opened, anything else where it is found. */
  private static int line(MarkedYAMLException e) {
    boolean atEnd = oneLine(e.getProblem()).contains("unexpected end of stream");
    Mark mark = atEnd && e.getContextMark() != null ? e.getContextMark() : e.getProblemMark();
    return mark == null ? 1 : mark.getLine() + 1;
  }

  YamlNode absent() {
    return new YamlNode(this, null, "");
  }

  String where(int line) {
    return label + ":" + line;
  }

  void complain(int line, String what) {
    problems.add(where(line), what);
  }

  private static String oneLine(@Nullable String text) {
    return text == null ? "it cannot be parsed" : text.replaceAll("\\s+", " ");
  }
}

package dev.groundswell.prompt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One place in a YAML file: a text, a list, or a map of fields. A question that the file cannot
 * answer is noted as a problem with its line and answered with nothing ("", an empty list, an
 * absent node), so that one pass finds all problems; look at the {@link Problems} before using what
 * was read.
 */
public final class YamlNode {
  private final YamlFile file;
  private final @Nullable Node node;
  private final String name;
  private final int keyLine;
  private @Nullable Map<String, YamlNode> fields;

  YamlNode(YamlFile file, @Nullable Node node, String name) {
    this(file, node, name, 1);
  }

  private YamlNode(YamlFile file, @Nullable Node node, String name, int keyLine) {
    this.file = file;
    this.node = node;
    this.name = name;
    this.keyLine = keyLine;
  }

  /** Where this stands, as {@code prompts/tips/clinicians.yaml:12}. */
  public String where() {
    return file.where(line());
  }

  /** The line at which this begins, counted from 1. */
  public int line() {
    return node == null ? 1 : node.getStartMark().getLine() + 1;
  }

  /** False where a field that was asked for is missing, or the file could not be parsed. */
  public boolean present() {
    return node != null;
  }

  /** True for a map of fields, as opposed to a text or a list. */
  public boolean hasFields() {
    return node instanceof MappingNode;
  }

  /** True for a list. */
  public boolean hasItems() {
    return node instanceof SequenceNode;
  }

  /** Notes a problem at this line. */
  public void complain(String what) {
    file.complain(line(), what);
  }

  /** A text that is not blank, with its outer white space removed. */
  public String text() {
    String value = scalar(Tag.STR, "text; put quotes around it");
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR) && value.isBlank()) {
      complain(name + " is blank");
    }
    return value.strip();
  }

  /** A whole number; 0 if it is none. */
  public int number() {
    String value = scalar(Tag.INT, "a whole number");
    try {
      return value.isEmpty() ? 0 : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      complain(name + " should be a whole number, not \"" + value + "\"");
      return 0;
    }
  }

  /** {@code true} or {@code false}. */
  public boolean flag() {
    String value = scalar(Tag.BOOL, "true or false");
    if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
      complain(name + " should be true or false, not \"" + value + "\"");
    }
    return value.equals("true");
  }

  /** The items of a list; an empty list is a problem. */
  public List<YamlNode> items() {
    if (node == null) {
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      complain(name + " should be a list");
      return List.of();
    }
    List<YamlNode> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      items.add(new YamlNode(file, item, "an item of " + name));
    }
    if (items.isEmpty()) {
      complain(name + " is an empty list");
    }
    return items;
  }

  /**
   * The fields in the order of the file. A field that stands twice is a problem, and its first
   * value holds.
   */
  public Map<String, YamlNode> fields() {
    Map<String, YamlNode> known = fields;
    if (known == null) {
      known = readFields();
      fields = known;
    }
    return known;
  }

  private Map<String, YamlNode> readFields() {
    Map<String, YamlNode> found = new LinkedHashMap<>();
    if (node == null) {
      return found;
    }
    if (!(node instanceof MappingNode map)) {
      complain(name + " should have fields, each as \"name: value\"");
      return found;
    }
    for (NodeTuple tuple : map.getValue()) {
      YamlNode key = new YamlNode(file, tuple.getKeyNode(), "the name of a field");
      String field = key.text();
      YamlNode value = new YamlNode(file, tuple.getValueNode(), "\"" + field + "\"", key.line());
      if (!field.isEmpty() && found.putIfAbsent(field, value) != null) {
        key.complain("the field \"" + field + "\" stands here twice");
      }
    }
    return found;
  }

  /** The field of this name; a missing one is a problem and yields an absent node. */
  public YamlNode get(String field) {
    YamlNode value = fields().get(field);
    if (value != null) {
      return value;
    }
    if (node instanceof MappingNode) {
      complain("the field \"" + field + "\" is missing");
    }
    return file.absent();
  }

  /** The field of this name, if the file has it. */
  public Optional<YamlNode> find(String field) {
    return Optional.ofNullable(fields().get(field));
  }

  /** The text in a field that must be there. */
  public String text(String field) {
    return get(field).text();
  }

  /** The text in a field that may be left out. */
  public Optional<String> textIfAny(String field) {
    return find(field).map(YamlNode::text);
  }

  /** The texts of a list that must be there and may not be empty. */
  public List<String> texts(String field) {
    return get(field).items().stream().map(YamlNode::text).toList();
  }

  /** The texts of a list that may be left out. */
  public List<String> textsIfAny(String field) {
    return fields().containsKey(field) ? texts(field) : List.of();
  }

  /** Notes each field that is not among these, at the line of its name. */
  public YamlNode only(String... known) {
    List<String> names = Arrays.asList(known);
    fields()
        .forEach(
            (field, value) -> {
              if (!names.contains(field)) {
                file.complain(
                    value.keyLine,
                    "the field \"" + field + "\" is not known here" + Nearest.hint(field, names));
              }
            });
    return this;
  }

  private String scalar(Tag wanted, String shape) {
    if (node == null) {
      return "";
    }
    if (!(node instanceof ScalarNode scalar)) {
      complain(name + " should be " + shape);
      return "";
    }
    String value = scalar.getValue();
    if (!node.getTag().equals(wanted)) {
      complain(
          value.isEmpty()
              ? name + " is blank"
              : name + " is \"" + value + "\" but should be " + shape);
      return "";
    }
    return value;
  }
}

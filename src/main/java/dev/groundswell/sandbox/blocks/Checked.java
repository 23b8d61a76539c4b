package dev.groundswell.sandbox.blocks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A piece of JSON under examination: it knows where it is, and collects what is wrong. */
record Checked(String path, JsonNode node, List<Problem> problems) {

  static Checked whole(JsonNode node) {
    return new Checked("", node, new ArrayList<>());
  }

  Checked child(String name) {
    return new Checked(path + "/" + name, node.path(name), problems);
  }

  Checked child(int index) {
    return new Checked(path + "/" + index, node.path(index), problems);
  }

  List<Checked> children() {
    List<Checked> children = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      children.add(child(i));
    }
    return children;
  }

  boolean has(String name) {
    return node.hasNonNull(name);
  }

  boolean present() {
    return !node.isMissingNode() && !node.isNull();
  }

  String string(String name) {
    return node.path(name).asText("");
  }

  String type() {
    return string("type");
  }

  void wrong(String sentence) {
    problems.add(new Problem(path, sentence, false));
  }

  void tooLong(String sentence) {
    problems.add(new Problem(path, sentence, true));
  }

  /** Whether this is an object; says so if it is not. */
  boolean object() {
    if (!node.isObject()) {
      wrong("must be an object");
    }
    return node.isObject();
  }

  /** No field but these. */
  void only(Set<String> fields) {
    for (String name : (Iterable<String>) node::fieldNames) {
      if (!fields.contains(name)) {
        wrong("has an unknown field: " + name);
      }
    }
  }

  void needs(String... fields) {
    for (String field : fields) {
      if (!has(field)) {
        wrong("lacks the required field " + field);
      }
    }
  }

  /** A string field, if it is there, of this many characters. */
  void string(String name, int least, int most) {
    Checked field = child(name);
    if (!field.present()) {
      return;
    }
    if (!field.node.isTextual()) {
      field.wrong("must be a string");
      return;
    }
    int length = field.node.asText().length();
    if (length < least) {
      field.wrong("must be at least %d characters, is %d".formatted(least, length));
    }
    if (length > most) {
      field.tooLong("must be at most %d characters, is %d".formatted(most, length));
    }
  }

  void bool(String... names) {
    for (String name : names) {
      Checked field = child(name);
      if (field.present() && !field.node.isBoolean()) {
        field.wrong("must be true or false");
      }
    }
  }

  /** A string field, if it is there, that is one of these. */
  void oneOf(String name, Set<String> values) {
    Checked field = child(name);
    if (field.present() && !values.contains(field.node.asText())) {
      field.wrong("must be one of " + values.stream().sorted().toList());
    }
  }

  /** An address that a browser may follow, if it is there. */
  void link(String name, Set<String> schemes) {
    string(name, 1, 3000);
    Checked field = child(name);
    if (field.present()) {
      String url = field.node.asText();
      int colon = url.indexOf(':');
      if (colon < 0
          || !schemes.contains(url.substring(0, colon).toLowerCase(java.util.Locale.ROOT))) {
        field.wrong("must start with one of " + schemes.stream().sorted().toList());
      }
    }
  }

  /** An array field with this many entries; its entries, or none when it is no array. */
  List<Checked> array(String name, int least, int most) {
    Checked field = child(name);
    if (!field.node.isArray()) {
      field.wrong("must be an array");
      return List.of();
    }
    if (field.node.size() < least) {
      field.wrong("must have at least %d entries, has %d".formatted(least, field.node.size()));
    }
    if (field.node.size() > most) {
      field.wrong("must have at most %d entries, has %d".formatted(most, field.node.size()));
    }
    return field.children();
  }
}

package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One call of the Web API, its parameters from a form or from JSON. */
record Call(String method, String token, ObjectNode parameters) {

  /** A parameter as text; empty when it is absent. */
  String text(String name) {
    JsonNode value = parameters.path(name);
    return value.isContainerNode() ? value.toString() : value.asText("").strip();
  }

  /** A parameter that must be there. */
  String required(String name) {
    String value = text(name);
    if (value.isEmpty()) {
      throw new Refused(
          "invalid_arguments", java.util.List.of("[ERROR] missing required field: " + name));
    }
    return value;
  }

  boolean is(String name) {
    return text(name).equals("true") || text(name).equals("1");
  }

  int number(String name, int otherwise) {
    String value = text(name);
    return value.matches("\\d{1,9}") ? Integer.parseInt(value) : otherwise;
  }

  boolean has(String name) {
    return !parameters.path(name).isMissingNode() && !parameters.path(name).isNull();
  }

  /** A parameter that is an object, in JSON or as text within a form. */
  ObjectNode object(String name, String refusal) {
    if (tree(name) instanceof ObjectNode object) {
      return object.deepCopy();
    }
    throw new Refused(refusal);
  }

  ArrayNode array(String name, String refusal) {
    if (tree(name) instanceof ArrayNode array) {
      return array.deepCopy();
    }
    throw new Refused(refusal);
  }

  private JsonNode tree(String name) {
    JsonNode value = parameters.path(name);
    return value.isTextual() ? Json.read(value.asText()) : value;
  }
}

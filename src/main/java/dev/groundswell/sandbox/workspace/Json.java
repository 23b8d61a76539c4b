package dev.groundswell.sandbox.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Trees of JSON, made and read. */
public final class Json {
  private static final ObjectMapper mapper = new ObjectMapper();

  private Json() {}

  public static ObjectNode object() {
    return mapper.createObjectNode();
  }

  public static ArrayNode array() {
    return mapper.createArrayNode();
  }

  /** The tree, or a missing node when this is not JSON. */
  public static JsonNode read(String text) {
    try {
      JsonNode tree = mapper.readTree(text);
      return tree == null ? MissingNode.getInstance() : tree;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}

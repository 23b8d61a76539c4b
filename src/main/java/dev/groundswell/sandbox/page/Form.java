package dev.groundswell.sandbox.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of a form or of a query, each with one value or several. */
record Form(Map<String, List<String>> fields) {
  Form {
    fields = Map.copyOf(fields);
  }

  /** Reads {@code a=1&b=2}; what is not well escaped is taken as it stands. */
  static Form read(@Nullable String encoded) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      if (!name.isEmpty()) {
        fields
            .computeIfAbsent(decode(name), key -> new ArrayList<>())
            .add(equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return new Form(fields);
  }

  /** The first value; empty when there is none. */
  String text(String name) {
    return fields.getOrDefault(name, List.of("")).get(0);
  }

  int number(String name, int otherwise) {
    return text(name).matches("\\d{1,9}") ? Integer.parseInt(text(name)) : otherwise;
  }

  /** What the controls of a message or view hold: the fields named {@code v.…}, by address. */
  Map<String, List<String>> entries() {
    Map<String, List<String>> entries = new LinkedHashMap<>();
    fields.forEach(
        (name, values) -> {
          if (name.startsWith("v.")) {
            entries.put(name.substring(2), values);
          }
        });
    return entries;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}

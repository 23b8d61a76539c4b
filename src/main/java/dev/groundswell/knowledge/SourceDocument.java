package dev.groundswell.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the documents that the tips rest on. {@code shortName} is what Slack shows; the year is
 * missing where the document gives none.
 */
public record SourceDocument(
    String key,
    String title,
    String shortName,
    String publisher,
    @Nullable String authorOrNull,
    @Nullable String partOfOrNull,
    @Nullable Integer yearOrNull,
    List<String> sections) {
  public SourceDocument {
    sections = List.copyOf(sections);
  }

  public Optional<String> author() {
    return Optional.ofNullable(authorOrNull);
  }

  /** The larger work to which it belongs. */
  public Optional<String> partOf() {
    return Optional.ofNullable(partOfOrNull);
  }

  public Optional<Integer> year() {
    return Optional.ofNullable(yearOrNull);
  }
}

package dev.groundswell.knowledge;

import java.util.List;
import java.util.stream.Stream;

/** An entry of {@code vocabularies.yaml}: a key, what people read, and what people type. */
sealed interface Term permits Audience, StageWording, Situation {
  /** The key that tips use: small letters and hyphens. */
  String id();

  /** What Slack shows. */
  String label();

  /** One sentence of explanation. */
  String means();

  /** Further names, as the file has them. */
  List<String> alsoCalled();

  /** Everything that somebody could type and mean this. */
  default List<String> names() {
    return Stream.concat(Stream.of(id(), label()), alsoCalled().stream()).toList();
  }
}

package dev.groundswell.privacy;

import dev.groundswell.kernel.OneLine;
import dev.groundswell.kernel.UserId;
import java.util.Locale;

/** A person as whoever asks for their erasure knows them. */
public sealed interface Somebody {
  /** By their account in Slack. */
  record Account(UserId id) implements Somebody {}

  /** By the name under which they were recorded; small and capital letters are alike. */
  record Named(String name) implements Somebody {
    public Named {
      if (name.isBlank()) {
        throw new IllegalArgumentException("a name has at least one letter");
      }
      name = OneLine.of(name);
    }

    /** As names are compared. */
    public String key() {
      return name.toLowerCase(Locale.ROOT);
    }
  }
}

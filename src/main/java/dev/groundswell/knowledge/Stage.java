package dev.groundswell.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The five stages of change, in their usual order; one can move both ways between them. */
public enum Stage {
  PRECONTEMPLATION,
  CONTEMPLATION,
  PREPARATION,
  ACTION,
  MAINTENANCE;

  /** The key used in files and on the command line, for instance {@code precontemplation}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stage with this key, exactly as {@link #id()} gives it. */
  public static Optional<Stage> of(String id) {
    return Arrays.stream(values()).filter(stage -> stage.id().equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(Stage::id).toList();
  }
}

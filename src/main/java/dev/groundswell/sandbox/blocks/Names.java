package dev.groundswell.sandbox.blocks;

import java.util.Map;
import java.util.Optional;

/** What ids are called by people who read them. */
public interface Names {
  Optional<String> person(String id);

  Optional<String> channel(String id);

  /** Whom one can choose, by id. */
  Map<String, String> people();

  /** Which channels one can choose, by id. */
  Map<String, String> channels();
}

package dev.groundswell.sponsor;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a line of a digest is about, in the order in which lines stand when nothing else decides;
 * what is stuck stands last, and is left out last.
 */
public enum Topic {
  WIN,
  HEARD_BACK,
  MOVED,
  PLEDGES,
  READINESS,
  INTEREST,
  STUCK;

  /** Where the prompts have its words. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String join(Set<Topic> topics) {
    return topics.stream().sorted().map(Topic::name).collect(Collectors.joining(","));
  }

  static Set<Topic> split(String topics) {
    Set<Topic> all = EnumSet.noneOf(Topic.class);
    Arrays.stream(topics.split(","))
        .filter(it -> !it.isEmpty())
        .map(Topic::valueOf)
        .forEach(all::add);
    return all;
  }
}

package dev.groundswell.practice.readiness;

import java.util.Locale;

/** The four corners between the two scales; what to do in each stands in the readiness model. */
public enum Corner {
  WILLING_AND_STABLE(true, true),
  WILLING_NOT_STABLE(true, false),
  STABLE_NOT_WILLING(false, true),
  NOT_WILLING_NOT_STABLE(false, false);

  private final boolean willing;
  private final boolean stable;

  Corner(boolean willing, boolean stable) {
    this.willing = willing;
    this.stable = stable;
  }

  public boolean willing() {
    return willing;
  }

  public boolean stable() {
    return stable;
  }

  /** As the readiness model calls it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.groundswell.kernel;

/** Slack's id of one Slack workspace, the tenant; {@code T…}. */
public record WorkspaceId(String value) {
  public WorkspaceId {
    if (!value.matches("[A-Z0-9]{2,32}")) {
      throw new IllegalArgumentException("not an id of Slack's: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

package dev.groundswell.sandbox.workspace;

import java.time.ZoneId;

/**
 * Somebody in the workspace.
 *
 * @param handle what is typed after an @
 * @param name what is read
 * @param deactivated has left; can be named and never written to
 */
public record Person(
    String id,
    String handle,
    String name,
    String title,
    String email,
    ZoneId zone,
    boolean bot,
    boolean deactivated) {
  public Person {
    if (!id.matches("[UW][A-Z0-9]{2,20}") || handle.isBlank() || name.isBlank()) {
      throw new IllegalArgumentException("a person needs an id, a handle and a name: " + id);
    }
  }

  /** Whether one can be this person in the sandbox. */
  public boolean playable() {
    return !bot && !deactivated;
  }

  public String firstName() {
    String plain = name.replaceFirst("^Dr\\. ", "");
    int space = plain.indexOf(' ');
    return space < 0 ? plain : plain.substring(0, space);
  }

  Person in(ZoneId other) {
    return new Person(id, handle, name, title, email, other, bot, deactivated);
  }
}

package dev.groundswell.sandbox.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The files of the page, from the jar. */
final class Assets {
  private Assets() {}

  static byte[] read(String name) {
    try (InputStream file = Assets.class.getResourceAsStream("/sandbox/" + name)) {
      return Objects.requireNonNull(file, () -> "sandbox/" + name + " is not in the jar")
          .readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

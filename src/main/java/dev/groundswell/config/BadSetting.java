package dev.groundswell.config;

/** A setting that is missing or wrong; the message names it and says what it should look like. */
public final class BadSetting extends RuntimeException {
  BadSetting(String name, String shape) {
    super(name + " " + shape);
  }
}

package dev.groundswell.kernel;

import java.util.regex.Pattern;

/** A name as it stands in one line, however it was typed or pasted. */
public final class OneLine {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private OneLine() {}

  /** Without blanks around it, and with one blank for each line break, tab or row of blanks. */
  public static String of(String typed) {
    return BLANKS.matcher(typed).replaceAll(" ").strip();
  }
}

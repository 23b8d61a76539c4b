package dev.groundswell.sponsor;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A first result that came early, with what it meant for patients and families.
 *
 * @param source who saw it, or which figures show it
 * @param proven whether the figures show it already
 */
public record Win(UUID id, String words, String source, LocalDate on, boolean proven) {
  public static final int LONGEST = 400;
  public static final int LONGEST_SOURCE = 200;
}

package dev.groundswell.slack.practice;

import dev.groundswell.practice.Meant;
import dev.groundswell.slack.Caller;
import java.util.UUID;

/**
 * What a button or a form carries: an initiative, and what else it says. Those of before carry no
 * initiative, and mean that of the channel.
 */
record Carried(Meant meant, String rest) {
  private static final int ID = 36;

  static String by(UUID initiative, String rest) {
    return initiative + " " + rest;
  }

  static Carried of(Caller caller, String value) {
    return value.matches("(?s)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}( .*)?")
        ? new Carried(
            Meant.by(UUID.fromString(value.substring(0, ID))), value.substring(ID).strip())
        : new Carried(Meant.in(caller.channel()), value);
  }
}

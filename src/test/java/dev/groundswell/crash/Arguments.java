package dev.groundswell.crash;

import dev.groundswell.db.Engine;
import java.util.Iterator;
import java.util.List;

/** What is typed behind {@code bin/crash}. */
final class Arguments {
  private static final String USAGE =
      "bin/crash [--db h2|postgres] [--nodes N] [--kills K] [--inputs I] [--mail N] [--stop N]"
          + " [--rate R] [--seed S]";

  private Arguments() {}

  static Plan read(String... args) {
    Engine engine = Engine.H2;
    int nodes = 0;
    int kills = 9;
    int inputs = 600;
    int mails = 0;
    int stops = 1;
    int rate = 1;
    long seed = System.nanoTime();
    Iterator<String> words = List.of(args).iterator();
    while (words.hasNext()) {
      String option = words.next();
      String given = words.hasNext() ? words.next() : "";
      switch (option) {
        case "--db" -> engine = engine(given);
        case "--nodes" -> nodes = number(given);
        case "--kills" -> kills = number(given);
        case "--inputs" -> inputs = number(given);
        case "--mail" -> mails = number(given);
        case "--stop" -> stops = number(given);
        case "--rate" -> rate = number(given);
        case "--seed" -> seed = number(given);
        default -> throw new IllegalArgumentException(USAGE);
      }
    }
    int usual = engine == Engine.H2 ? 1 : 2;
    return new Plan(engine, nodes == 0 ? usual : nodes, kills, inputs, mails, stops, rate, seed);
  }

  private static Engine engine(String name) {
    return switch (name) {
      case "h2" -> Engine.H2;
      case "postgres", "postgresql" -> Engine.POSTGRESQL;
      default -> throw new IllegalArgumentException(USAGE);
    };
  }

  private static int number(String text) {
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(USAGE);
    }
    return Integer.parseInt(text);
  }
}

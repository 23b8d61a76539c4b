package dev.groundswell.db;

import java.io.IOException;

/** A process of its own that has the database open until its standard input ends. */
public final class HoldsTheFile {
  private HoldsTheFile() {}

  public static void main(String[] args) throws IOException {
    try (Database database = Database.open(DatabaseUrl.parse(args[0]))) {
      System.out.println(database.answers() ? "open" : "silent");
      while (System.in.read() >= 0) {
        // held
      }
    }
  }
}

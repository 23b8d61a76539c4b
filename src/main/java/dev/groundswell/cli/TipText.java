package dev.groundswell.cli;

import dev.groundswell.knowledge.Tip;
import java.io.PrintWriter;
import java.util.List;

/** Tips for a person to read. */
final class TipText {
  private TipText() {}

  static void print(List<Tip> tips, PrintWriter out) {
    for (Tip tip : tips) {
      out.println(tip.title() + "  [" + tip.id() + "]");
      out.println("  " + tip.advice());
      out.println("  Why: " + tip.why());
      tip.say().ifPresent(say -> out.println("  You could say: “" + say + "”"));
      out.println("  From " + tip.sources().get(0).cite());
      out.println();
    }
  }
}

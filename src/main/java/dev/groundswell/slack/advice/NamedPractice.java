package dev.groundswell.slack.advice;

import java.util.ArrayList;
import java.util.List;

/**
 * What may be the name of a practice in what somebody typed, and what stands before it: {@code
 * clinicians, Eastgate}, {@code front desk @Riverside Clinic}, {@code docs Eastgate}.
 */
record NamedPractice(String before, String name) {
  private static final int MOST = 4;

  /**
   * All that it could be, the likeliest first.
   *
   * @param unknown the words that name no audience, stage or situation
   */
  static List<NamedPractice> in(String typed, List<String> unknown) {
    List<NamedPractice> all = new ArrayList<>();
    for (char mark : new char[] {'@', ','}) {
      int at = typed.indexOf(mark);
      while (at >= 0) {
        add(all, typed.substring(0, at), typed.substring(at + 1));
        at = typed.indexOf(mark, at + 1);
      }
    }
    add(all, typed, String.join(" ", unknown));
    return all.stream().limit(MOST).toList();
  }

  private static void add(List<NamedPractice> all, String before, String name) {
    String bare = name.replaceFirst("^[\\s,@\"“”]+", "").replaceFirst("[\\s,\"“”]+$", "");
    if (!bare.isEmpty()) {
      all.add(new NamedPractice(before.strip(), bare));
    }
  }
}

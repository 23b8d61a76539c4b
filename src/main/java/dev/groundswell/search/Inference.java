package dev.groundswell.search;

import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.AudienceWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Sees from a text whom it is about. */
final class Inference {
  private static final int PIECE = 280;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;,\\n])\\s+");

  private final AudienceWords words;

  Inference(AudienceWords words) {
    this.words = words;
  }

  /** The audiences named, in their order, each once; never the one that stands for everyone. */
  List<Audience> audiences(String text) {
    Set<Audience> found = new LinkedHashSet<>();
    for (String piece : pieces(text)) {
      if (words.read(piece) instanceof AudienceWords.Recognised recognised) {
        found.addAll(recognised.audiences());
      }
    }
    found.removeIf(Audience::isEveryone);
    return List.copyOf(found);
  }

  /**
   * True for a bare name such as "front desk" or "budget", which says whom it is about, no more.
   */
  boolean isName(String text) {
    return text.length() <= PIECE
        && words.read(text) instanceof AudienceWords.Recognised recognised
        && !recognised.audiences().isEmpty()
        && recognised.leftover().isEmpty();
  }

  /**
   * The reader of audiences looks at short texts only, so a long one is read sentence by sentence.
   */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (String sentence : SENTENCE_END.split(text.replace('@', ' '))) {
      if (piece.length() + sentence.length() > PIECE && piece.length() > 0) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.append(sentence).append(' ');
    }
    pieces.add(piece.toString());
    return pieces;
  }
}

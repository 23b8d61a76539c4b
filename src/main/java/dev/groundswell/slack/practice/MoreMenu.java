package dev.groundswell.slack.practice;

import dev.groundswell.practice.Card;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What else can be done with a practice. */
enum MoreMenu {
  TIPS,
  STAGE,
  HISTORY,
  SCORES,
  PLAN,
  DEMANDS,
  PEOPLE,
  KICK_OFF,
  WIN,
  FEEDBACK,
  DETAILS,
  REGISTER,
  CONTACT_AGAIN;

  /** What goes on with a practice, and rests while it is to be left alone. */
  private static final Set<MoreMenu> WITH_IT = EnumSet.of(PLAN, KICK_OFF, FEEDBACK);

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<MoreMenu> of(String id) {
    return Arrays.stream(values()).filter(it -> it.id().equals(id)).findFirst();
  }

  /** What makes sense for this one now. */
  static List<MoreMenu> of(Card card) {
    return Arrays.stream(values())
        .filter(it -> card.practice().isLeftAlone() ? !WITH_IT.contains(it) : it != CONTACT_AGAIN)
        .filter(it -> it != PLAN || card.engagement().course().plan() != null)
        .toList();
  }
}

package dev.groundswell.slack.initiative;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.groundswell.initiative.Deed;
import dev.groundswell.initiative.Initiative;
import dev.groundswell.initiative.Member;
import dev.groundswell.initiative.Role;
import dev.groundswell.initiative.Standing;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How one initiative looks, with what the reader may do about it. */
final class CardView {
  static final String SETTINGS = "initiative.settings";
  static final String MEMBERS = "initiative.members";
  static final String HAND_OVER = "initiative.hand-over";
  static final String LEAVE = "initiative.leave";
  static final String PAUSE = "initiative.pause";
  static final String RESUME = "initiative.resume";
  static final String ARCHIVE = "initiative.archive";
  private static final int MOST_HOLIDAYS = 3;
  private static final int MOST_NAMED = 20;

  private final Words words;

  CardView(Words words) {
    this.words = words;
  }

  /**
   * @param today in the zone of the initiative
   */
  List<LayoutBlock> card(
      Initiative initiative, List<Member> members, Standing standing, LocalDate today) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.header(initiative.name()));
    if (!initiative.purpose().isEmpty()) {
      blocks.add(Blocks.section(Mrkdwn.escape(initiative.purpose())));
    }
    LocalDate until = initiative.pausedUntil();
    boolean paused = until != null && today.isBefore(until);
    if (until != null && paused) {
      blocks.add(Blocks.section(words.say("initiative.card-paused", "until", Days.inFull(until))));
    }
    blocks.add(Blocks.section(people(members)));
    blocks.add(Blocks.section(when(initiative, today)));
    List<BlockElement> buttons = buttons(initiative, standing, paused);
    if (!buttons.isEmpty()) {
      blocks.add(Blocks.actions(buttons.toArray(new BlockElement[0])));
    }
    return blocks;
  }

  private String people(List<Member> members) {
    List<String> lines = new ArrayList<>();
    for (Role role : Role.values()) {
      List<Member> some = members.stream().filter(it -> it.role() == role).toList();
      if (!some.isEmpty()) {
        String named =
            some.stream()
                .limit(MOST_NAMED)
                .map(it -> "<@" + it.user() + ">")
                .collect(Collectors.joining(", "));
        String more = some.size() > MOST_NAMED ? " +" + (some.size() - MOST_NAMED) : "";
        lines.add(
            words.say(
                "initiative.card-" + role.name().toLowerCase(Locale.ROOT),
                "people",
                new SafeString(named + more)));
      }
    }
    return String.join("\n", lines);
  }

  private String when(Initiative initiative, LocalDate today) {
    String home =
        initiative.home() == null
            ? words.say("initiative.card-homeless")
            : words.say(
                "initiative.card-home", "channel", new SafeString("<#" + initiative.home() + ">"));
    List<LocalDate> ahead =
        initiative.holidays().stream().filter(it -> !it.isBefore(today)).toList();
    String days =
        words.say(
            "initiative.card-days",
            "days",
            days(initiative),
            "zone",
            Days.clockOf(initiative.zone()));
    if (ahead.isEmpty()) {
      return home + "\n" + days;
    }
    String first =
        ahead.stream()
            .limit(MOST_HOLIDAYS)
            .map(it -> Days.inFull(it) + " " + it.getYear())
            .collect(Collectors.joining(", "));
    int more = ahead.size() - MOST_HOLIDAYS;
    return home
        + "\n"
        + days
        + "\n"
        + words.say("initiative.card-holidays", "days", more > 0 ? first + ", +" + more : first);
  }

  private static String days(Initiative initiative) {
    if (EnumSet.copyOf(initiative.workingDays()).equals(EnumSet.range(MONDAY, FRIDAY))) {
      return inFull(MONDAY) + " to " + inFull(FRIDAY);
    }
    return initiative.workingDays().stream()
        .sorted()
        .map(CardView::shortly)
        .collect(Collectors.joining(", "));
  }

  static String shortly(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static String inFull(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private List<BlockElement> buttons(Initiative initiative, Standing standing, boolean paused) {
    String id = initiative.id().toString();
    List<BlockElement> buttons = new ArrayList<>();
    add(buttons, standing, Deed.CHANGE_SETTINGS, button(SETTINGS, "settings-button", id));
    add(buttons, standing, Deed.CHANGE_MEMBERS, button(MEMBERS, "members-button", id));
    add(buttons, standing, Deed.HAND_OVER, button(HAND_OVER, "hand-over-button", id));
    add(
        buttons,
        standing,
        Deed.PAUSE,
        paused ? button(RESUME, "resume-button", id) : button(PAUSE, "pause-button", id));
    add(buttons, standing, Deed.ARCHIVE, asking(button(ARCHIVE, "archive-button", id), "archive"));
    add(buttons, standing, Deed.LEAVE, asking(button(LEAVE, "leave-button", id), "leave"));
    return buttons;
  }

  private static void add(
      List<BlockElement> buttons, Standing standing, Deed deed, ButtonElement button) {
    if (standing.may(deed)) {
      buttons.add(button);
    }
  }

  private ButtonElement button(String action, String label, String id) {
    return Blocks.button(action, words.plain("initiative." + label), id);
  }

  private ButtonElement asking(ButtonElement button, String what) {
    button.setConfirm(
        ConfirmationDialogObject.builder()
            .title(Blocks.plain(words.plain("initiative." + what + "-title"), 100))
            .text(Blocks.plain(words.plain("initiative." + what + "-question"), 300))
            .confirm(Blocks.plain(words.plain("initiative." + what + "-yes"), 30))
            .deny(Blocks.plain(words.plain("initiative.form-cancel"), 30))
            .build());
    return button;
  }
}

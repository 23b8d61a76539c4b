package dev.groundswell.slack.reminder;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.CheckboxesElement;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.TimePickerElement;
import com.slack.api.model.view.View;
import dev.groundswell.prompt.Words;
import dev.groundswell.reminder.WorkingTime;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Days;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When somebody wants to be written to, as a sentence with a button and as a form. */
public final class HoursView {
  static final String OPEN = "hours.open";
  static final String FORM = "hours.form";
  static final String FROM = "hours.from";
  static final String UNTIL = "hours.until";
  static final String DAYS = "hours.days";
  static final String BACK = "hours.back";

  private final Words words;

  public HoursView(Words words) {
    this.words = words;
  }

  /** When their reminders come, and the way to change it. */
  public List<LayoutBlock> line(WorkingTime hours, ZoneId zone) {
    return List.of(
        Blocks.context(say("now", hours, zone)),
        Blocks.actions(Blocks.button(OPEN, words.plain("hours.button"), "hours")));
  }

  String kept(WorkingTime hours, ZoneId zone) {
    return say("kept", hours, zone);
  }

  private String say(String name, WorkingTime hours, ZoneId zone) {
    return words.say(
        "hours." + name,
        "days",
        days(hours.days()),
        "from",
        hours.from(),
        "until",
        hours.until(),
        "overnight",
        hours.until().isBefore(hours.from()) && !hours.until().equals(LocalTime.MIDNIGHT),
        "zone",
        Days.clockOf(zone));
  }

  /** "from Monday to Friday", "on Monday, Wednesday and Friday", "every day". */
  private String days(Set<DayOfWeek> days) {
    List<DayOfWeek> sorted = days.stream().sorted().toList();
    DayOfWeek first = sorted.get(0);
    DayOfWeek last = sorted.get(sorted.size() - 1);
    if (sorted.size() == 7) {
      return words.plain("hours.every-day");
    } else if (sorted.size() > 2 && EnumSet.range(first, last).equals(days)) {
      return words.plain("hours.range", "first", name(first), "last", name(last));
    } else if (sorted.size() == 1) {
      return words.plain("hours.one", "day", name(first));
    }
    return words.plain(
        "hours.several",
        "others",
        String.join(", ", sorted.stream().limit(sorted.size() - 1).map(HoursView::name).toList()),
        "last",
        name(last));
  }

  private static String name(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  View form(WorkingTime hours, @Nullable LocalDate backOn, ZoneId zone) {
    List<OptionObject> all =
        Stream.of(DayOfWeek.values()).map(it -> Blocks.option(name(it), it.name())).toList();
    return View.builder()
        .type("modal")
        .callbackId(FORM)
        .title(Blocks.title(words.plain("hours.title")))
        .submit(Blocks.submit(words.plain("hours.submit")))
        .close(Blocks.close(words.plain("hours.cancel")))
        .blocks(
            List.of(
                Blocks.section(words.say("hours.intro")),
                field(FROM, "from", zone, time(FROM, hours.from())),
                field(UNTIL, "until", zone, time(UNTIL, hours.until())),
                field(
                    DAYS,
                    "days",
                    zone,
                    CheckboxesElement.builder()
                        .actionId(DAYS)
                        .options(all)
                        .initialOptions(
                            all.stream()
                                .filter(
                                    it -> hours.days().contains(DayOfWeek.valueOf(it.getValue())))
                                .toList())
                        .build()),
                back(
                    field(
                        BACK,
                        "back",
                        zone,
                        DatePickerElement.builder()
                            .actionId(BACK)
                            .initialDate(backOn == null ? null : backOn.toString())
                            .build()))))
        .build();
  }

  private static InputBlock back(InputBlock field) {
    field.setOptional(true);
    return field;
  }

  /** What follows for the time in which somebody is on leave. */
  String away(LocalDate backOn) {
    return words.say("hours.away", "day", Days.inFull(backOn));
  }

  private static TimePickerElement time(String id, LocalTime time) {
    return TimePickerElement.builder().actionId(id).initialTime(time.toString()).build();
  }

  private InputBlock field(String id, String name, ZoneId zone, BlockElement element) {
    return InputBlock.builder()
        .blockId(id)
        .label(
            Blocks.plain(words.plain("hours." + name + "-label", "zone", Days.clockOf(zone)), 2000))
        .hint(Blocks.plain(words.plain("hours." + name + "-hint"), 2000))
        .element(element)
        .build();
  }

  View notice(String sentence) {
    return Blocks.notice(words.plain("hours.title"), words.plain("help.close"), sentence);
  }

  String plain(String name) {
    return words.plain("hours." + name);
  }
}

package dev.groundswell.slack;

import com.slack.api.model.File;
import com.slack.api.model.view.ViewState;
import dev.groundswell.kernel.ChannelId;
import dev.groundswell.kernel.UserId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What stands in the fields of a form; a field is empty when nothing was filled in. */
public interface Filled {
  ViewState state();

  /** What was typed into a field of {@link Blocks#field}, also a number; empty for nothing. */
  default String text(String field) {
    return value(field).map(ViewState.Value::getValue).orElse("");
  }

  /** What was chosen in a menu or among radio buttons. */
  default Optional<String> choice(String field) {
    return value(field)
        .map(ViewState.Value::getSelectedOption)
        .map(ViewState.SelectedOption::getValue);
  }

  /** What was ticked or chosen among several. */
  default List<String> choices(String field) {
    return several(field, ViewState.Value::getSelectedOptions).stream()
        .map(ViewState.SelectedOption::getValue)
        .toList();
  }

  /** Whether any of some checkboxes is ticked. */
  default boolean isTicked(String field) {
    return !choices(field).isEmpty();
  }

  /** The id of the person who was chosen. */
  default Optional<String> user(String field) {
    return value(field).map(ViewState.Value::getSelectedUser);
  }

  /** The people who were chosen. */
  default List<UserId> users(String field) {
    return several(field, ViewState.Value::getSelectedUsers).stream().map(UserId::new).toList();
  }

  /** The channel or conversation that was chosen. */
  default Optional<ChannelId> conversation(String field) {
    return value(field)
        .map(
            it ->
                it.getSelectedConversation() == null
                    ? it.getSelectedChannel()
                    : it.getSelectedConversation())
        .map(ChannelId::new);
  }

  /** The channels or conversations that were chosen. */
  default List<ChannelId> conversations(String field) {
    List<String> chosen = several(field, ViewState.Value::getSelectedConversations);
    return (chosen.isEmpty() ? several(field, ViewState.Value::getSelectedChannels) : chosen)
        .stream().map(ChannelId::new).toList();
  }

  /** The day that was picked; empty too for one that is not in the calendar. */
  default Optional<LocalDate> date(String field) {
    return value(field)
        .map(ViewState.Value::getSelectedDate)
        .flatMap(it -> read(it, LocalDate::parse));
  }

  /** Whether a day was picked, if only one that there is not. */
  default boolean hasDate(String field) {
    return value(field).map(ViewState.Value::getSelectedDate).isPresent();
  }

  /** The time of day that was picked. */
  default Optional<LocalTime> time(String field) {
    return value(field)
        .map(ViewState.Value::getSelectedTime)
        .flatMap(it -> read(it, LocalTime::parse));
  }

  /** The number that was typed; empty too for what is none. */
  default Optional<Long> number(String field) {
    String typed = text(field).strip();
    return typed.matches("[+-]?\\d{1,18}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
  }

  /** The files that were handed in; their contents have to be fetched with the bot's token. */
  default List<Attached> files(String field) {
    return several(field, ViewState.Value::getFiles).stream().map(Filled::attached).toList();
  }

  /**
   * A file that was handed in.
   *
   * @param url where the bot can fetch it, or empty when Slack has not said yet
   * @param size in bytes, 0 when Slack does not say
   */
  record Attached(String id, String name, String mimeType, String url, long size) {}

  private static Attached attached(File file) {
    return new Attached(
        String.valueOf(file.getId()),
        file.getName() == null ? "" : file.getName(),
        file.getMimetype() == null ? "" : file.getMimetype(),
        file.getUrlPrivateDownload() == null ? "" : file.getUrlPrivateDownload(),
        file.getSize() == null ? 0 : file.getSize());
  }

  private static <T> Optional<T> read(String text, Function<String, T> reader) {
    try {
      return Optional.of(reader.apply(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private <T> List<T> several(String field, Function<ViewState.Value, List<T>> chosen) {
    return value(field).map(chosen).orElse(List.of());
  }

  private Optional<ViewState.Value> value(String field) {
    return Optional.ofNullable(state().getValues())
        .map(values -> values.get(field))
        .map(values -> values.get(field));
  }
}

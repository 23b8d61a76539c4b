package dev.groundswell.slack.practice;

import com.slack.api.model.view.ViewState;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Feature.Submission;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A form as somebody fills it in. */
final class Form {
  private final String metadata;
  private final Map<String, Map<String, ViewState.Value>> values = new HashMap<>();

  private Form(String metadata) {
    this.metadata = metadata;
  }

  static Form with(String metadata) {
    return new Form(metadata);
  }

  Form types(Field field, String text) {
    value(Fields.id(field)).setValue(text);
    return this;
  }

  Form picks(Field field, LocalDate day) {
    value(Fields.id(field)).setSelectedDate(day.toString());
    return this;
  }

  Form chooses(String id, String option) {
    value(id).setSelectedOption(option(option));
    return this;
  }

  Form ticks(String id) {
    value(id).setSelectedOptions(List.of(option("ticked")));
    return this;
  }

  Form names(Field field, String user) {
    value(Fields.id(field)).setSelectedUser(user);
    return this;
  }

  private ViewState.Value value(String id) {
    return values
        .computeIfAbsent(id, it -> new HashMap<>(Map.of(id, new ViewState.Value())))
        .get(id);
  }

  private static ViewState.SelectedOption option(String value) {
    ViewState.SelectedOption option = new ViewState.SelectedOption();
    option.setValue(value);
    return option;
  }

  Submission sentBy(Caller caller) {
    ViewState state = new ViewState();
    state.setValues(values);
    return new Submission(caller, metadata, "form/1", state);
  }
}

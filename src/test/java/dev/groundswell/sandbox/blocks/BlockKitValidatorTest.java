package dev.groundswell.sandbox.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each limit is tried at the limit and one over it. */
class BlockKitValidatorTest {
  private static final String DIVIDER = "{'type':'divider'}";
  private final BlockKitValidator validator = new BlockKitValidator();

  // ---- how many

  @Test
  void a_message_has_at_most_50_blocks_and_a_view_100() {
    fine(message(times(50, DIVIDER)));
    wrong(message(times(51, DIVIDER)), "/blocks", "at most 50 entries, has 51");
    fine(modal(times(100, DIVIDER)));
    wrong(modal(times(101, DIVIDER)), "/blocks", "at most 100 entries");
    fine(home(times(100, DIVIDER)));
    wrong(home(times(101, DIVIDER)), "/blocks", "at most 100 entries");
  }

  @Test
  void no_blocks_are_too_few() {
    wrong(message(""), "/blocks", "at least 1 entries");
    wrong(modal(""), "/blocks", "at least 1 entries");
    assertThat(validator.message("{}")).isNotEmpty();
    assertThat(validator.message("no json")).isNotEmpty();
  }

  @Test
  void all_blocks_of_a_message_hold_13200_characters_together() {
    String four = times(4, section(text("mrkdwn", 3000)));
    fine(message(four + "," + section(text("mrkdwn", 1200))));
    List<Problem> problems = message(four + "," + section(text("mrkdwn", 1201)));
    wrong(problems, "", "at most 13200 characters, have 13201");
    assertThat(problems).allMatch(Problem::tooLong);
    fine(modal(four + "," + section(text("mrkdwn", 1201))));
  }

  @Test
  void actions_take_25_elements_and_context_10() {
    fine(message(actions(numbered(25, "%d"))));
    wrong(message(actions(numbered(26, "%d"))), "/blocks/0/elements", "at most 25");
    wrong(message(actions("")), "/blocks/0/elements", "at least 1");
    String words = text("mrkdwn", 3);
    fine(message("{'type':'context','elements':[" + times(10, words) + "]}"));
    wrong(
        message("{'type':'context','elements':[" + times(11, words) + "]}"),
        "/blocks/0/elements",
        "at most 10");
  }

  @Test
  void a_section_takes_10_fields_of_2000() {
    String fields = "{'type':'section','fields':[%s]}";
    fine(message(fields.formatted(times(10, text("mrkdwn", 9)))));
    wrong(
        message(fields.formatted(times(11, text("mrkdwn", 9)))), "/blocks/0/fields", "at most 10");
    fine(message(fields.formatted(text("mrkdwn", 2000))));
    wrong(message(fields.formatted(text("mrkdwn", 2001))), "/blocks/0/fields/0/text", "2000");
    wrong(message("{'type':'section'}"), "/blocks/0", "needs text or fields");
  }

  @ParameterizedTest
  @CsvSource({
    "static_select,100",
    "multi_static_select,100",
    "checkboxes,10",
    "radio_buttons,10",
    "overflow,5"
  })
  void there_are_only_so_many_options(String type, int most) {
    fine(message(accessory(type, "'options':[" + options(most) + "]")));
    wrong(
        message(accessory(type, "'options':[" + options(most + 1) + "]")),
        "/blocks/0/accessory/options",
        "at most " + most);
    wrong(message(accessory(type, "'options':[]")), "/blocks/0/accessory/options", "at least 1");
  }

  @Test
  void there_are_at_most_100_groups_of_options() {
    String group = "{'label':" + text("plain_text", 75) + ",'options':[" + options(1) + "]}";
    fine(message(accessory("static_select", "'option_groups':[" + times(100, group) + "]")));
    wrong(
        message(accessory("static_select", "'option_groups':[" + times(101, group) + "]")),
        "/blocks/0/accessory/option_groups",
        "at most 100");
    wrong(
        message(
            accessory(
                "static_select",
                "'option_groups':[{'label':"
                    + text("plain_text", 76)
                    + ",'options':["
                    + options(1)
                    + "]}]")),
        "/blocks/0/accessory/option_groups/0/label/text",
        "at most 75");
    wrong(message(accessory("static_select", "'action_id':'a'")), "/blocks/0/accessory", "either");
  }

  // ---- how long

  @Test
  void a_text_has_1_to_3000_characters() {
    fine(message(section(text("mrkdwn", 1))));
    fine(message(section(text("mrkdwn", 3000))));
    wrong(message(section(text("mrkdwn", 0))), "/blocks/0/text/text", "at least 1");
    wrong(message(section(text("mrkdwn", 3001))), "/blocks/0/text/text", "at most 3000");
  }

  @Test
  void a_header_is_plain_and_short() {
    fine(message("{'type':'header','text':" + text("plain_text", 150) + "}"));
    wrong(
        message("{'type':'header','text':" + text("plain_text", 151) + "}"),
        "/blocks/0/text/text",
        "at most 150");
    wrong(
        message("{'type':'header','text':" + text("mrkdwn", 5) + "}"),
        "/blocks/0/text",
        "must be plain_text");
  }

  @ParameterizedTest
  @CsvSource({"value,2000", "accessibility_label,75", "action_id,255"})
  void a_button_has_its_limits(String field, int most) {
    fine(message(actions(button("'%s':'%s'".formatted(field, letters(most))))));
    wrong(
        message(actions(button("'%s':'%s'".formatted(field, letters(most + 1))))),
        "/blocks/0/elements/0/" + field,
        "at most " + most);
  }

  @Test
  void a_button_says_at_most_75_characters_in_a_known_style() {
    fine(message(actions("{'type':'button','text':" + text("plain_text", 75) + "}")));
    wrong(
        message(actions("{'type':'button','text':" + text("plain_text", 76) + "}")),
        "/blocks/0/elements/0/text/text",
        "at most 75");
    fine(message(actions(button("'style':'danger'"))));
    wrong(
        message(actions(button("'style':'pretty'"))), "/blocks/0/elements/0/style", "must be one");
  }

  @Test
  void an_address_is_at_most_3000_long_and_of_the_web_or_mail() {
    String start = "https://example.com/";
    fine(message(actions(button("'url':'" + start + letters(3000 - start.length()) + "'"))));
    wrong(
        message(actions(button("'url':'" + start + letters(3001 - start.length()) + "'"))),
        "/blocks/0/elements/0/url",
        "at most 3000");
    fine(message(actions(button("'url':'mailto:ann@example.com'"))));
    wrong(
        message(actions(button("'url':'javascript:alert(1)'"))),
        "/blocks/0/elements/0/url",
        "must start with one of [http, https, mailto]");
  }

  @ParameterizedTest
  @CsvSource({"text,75", "description,75"})
  void an_option_says_little(String field, int most) {
    fine(message(accessory("static_select", "'options':[" + option(field, most) + "]")));
    wrong(
        message(accessory("static_select", "'options':[" + option(field, most + 1) + "]")),
        "/blocks/0/accessory/options/0/" + field + "/text",
        "at most " + most);
  }

  @Test
  void the_value_of_an_option_has_1_to_150_characters() {
    String option = "'options':[{'text':" + text("plain_text", 3) + ",'value':'%s'}]";
    fine(message(accessory("radio_buttons", option.formatted(letters(150)))));
    wrong(
        message(accessory("radio_buttons", option.formatted(letters(151)))),
        "/blocks/0/accessory/options/0/value",
        "at most 150");
    wrong(
        message(accessory("radio_buttons", option.formatted(""))),
        "/blocks/0/accessory/options/0/value",
        "at least 1");
  }

  @Test
  void a_placeholder_has_at_most_150_characters() {
    fine(message(accessory("users_select", "'placeholder':" + text("plain_text", 150))));
    wrong(
        message(accessory("users_select", "'placeholder':" + text("plain_text", 151))),
        "/blocks/0/accessory/placeholder/text",
        "at most 150");
  }

  @ParameterizedTest
  @CsvSource({"title,100", "text,300", "confirm,30", "deny,30"})
  void a_confirmation_is_brief(String field, int most) {
    fine(message(actions(button("'confirm':" + confirm(field, most)))));
    wrong(
        message(actions(button("'confirm':" + confirm(field, most + 1)))),
        "/blocks/0/elements/0/confirm/" + field + "/text",
        "at most " + most);
  }

  @Test
  void an_image_has_an_address_and_an_alternative() {
    String image = "{'type':'image','image_url':'https://e.com/%s','alt_text':'%s'}";
    fine(message(image.formatted(letters(2986), letters(2000))));
    wrong(message(image.formatted(letters(2987), "a")), "/blocks/0/image_url", "at most 3000");
    wrong(message(image.formatted("a", letters(2001))), "/blocks/0/alt_text", "at most 2000");
    wrong(message(image.formatted("a", "")), "/blocks/0/alt_text", "at least 1");
    wrong(
        message("{'type':'image','alt_text':'a'}"), "/blocks/0", "either image_url or slack_file");
    fine(message("{'type':'image','alt_text':'a','slack_file':{'id':'F1'}}"));
    wrong(
        message("{'type':'image','alt_text':'a','image_url':'data:image/png,x'}"),
        "/blocks/0/image_url",
        "must start");
  }

  @ParameterizedTest
  @ValueSource(strings = {"label", "hint"})
  void the_label_and_hint_of_an_input_have_at_most_2000_characters(String field) {
    String other = field.equals("label") ? "" : "'label':" + text("plain_text", 1) + ",";
    String input = "{'type':'input',%s'%s':%s,'element':{'type':'plain_text_input'}}";
    fine(modal(input.formatted(other, field, text("plain_text", 2000))));
    wrong(
        modal(input.formatted(other, field, text("plain_text", 2001))),
        "/blocks/0/" + field + "/text",
        "at most 2000");
  }

  @Test
  void a_field_holds_at_most_3000_characters() {
    fine(modal(input("{'type':'plain_text_input','initial_value':'" + letters(3000) + "'}")));
    wrong(
        modal(input("{'type':'plain_text_input','initial_value':'" + letters(3001) + "'}")),
        "/blocks/0/element/initial_value",
        "at most 3000");
    fine(modal(input("{'type':'plain_text_input','max_length':3000,'min_length':3000}")));
    wrong(
        modal(input("{'type':'plain_text_input','max_length':3001}")),
        "/blocks/0/element/max_length",
        "between 1 and 3000");
    wrong(
        modal(input("{'type':'plain_text_input','max_length':3,'min_length':4}")),
        "/blocks/0/element",
        "above its max_length");
  }

  @ParameterizedTest
  @ValueSource(strings = {"title", "submit", "close"})
  void the_labels_of_a_modal_have_at_most_24_characters(String label) {
    String other = label.equals("title") ? "" : ",'title':" + text("plain_text", 1);
    String view = "{'type':'modal','blocks':[" + DIVIDER + "],'%s':%s%s}";
    fine(validator.modal(json(view.formatted(label, text("plain_text", 24), other))));
    wrong(
        validator.modal(json(view.formatted(label, text("plain_text", 25), other))),
        "/" + label + "/text",
        "at most 24");
    wrong(
        validator.modal(json(view.formatted(label, text("mrkdwn", 5), other))),
        "/" + label,
        "must be plain_text");
  }

  @ParameterizedTest
  @CsvSource({"private_metadata,3000", "callback_id,255", "external_id,255"})
  void what_a_view_carries_is_limited(String field, int most) {
    String view = "{'type':'home','blocks':[" + DIVIDER + "],'%s':'%s'}";
    fine(validator.home(json(view.formatted(field, letters(most)))));
    wrong(
        validator.home(json(view.formatted(field, letters(most + 1)))),
        "/" + field,
        "at most " + most);
  }

  @Test
  void a_block_id_has_at_most_255_characters() {
    fine(message("{'type':'divider','block_id':'" + letters(255) + "'}"));
    wrong(
        message("{'type':'divider','block_id':'" + letters(256) + "'}"),
        "/blocks/0/block_id",
        "at most 255");
  }

  // ---- what Slack finds too late

  @Test
  void ids_are_there_once() {
    wrong(
        message("{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}"),
        "/blocks/1/block_id",
        "is there twice: a");
    wrong(
        message(actions(button("'action_id':'a'") + "," + button("'action_id':'a'"))),
        "/blocks/0/elements/1/action_id",
        "is there twice in its block: a");
    fine(message(actions(button("'action_id':'a'")) + "," + actions(button("'action_id':'a'"))));
  }

  @Test
  void unknown_things_are_named() {
    wrong(message("{'type':'dance'}"), "/blocks/0", "unknown type: dance");
    wrong(message("{'type':'divider','colour':1}"), "/blocks/0", "unknown field: colour");
    wrong(message(actions("{'type':'dial'}")), "/blocks/0/elements/0", "unknown type: dial");
    wrong(message(actions(button("'shape':1"))), "/blocks/0/elements/0", "unknown field: shape");
    wrong(
        validator.modal(json("{'type':'modal','size':1,'blocks':[" + DIVIDER + "]}")),
        "",
        "unknown field: size");
  }

  @Test
  void each_element_has_its_place() {
    wrong(message(actions("{'type':'plain_text_input'}")), "/blocks/0/elements/0", "does not go");
    wrong(modal(input(button("'action_id':'a'"))), "/blocks/0/element", "does not go");
    wrong(
        message(accessory("plain_text_input", "'action_id':'a'")),
        "/blocks/0/accessory",
        "does not go");
  }

  @Test
  void what_is_chosen_at_first_can_be_chosen() {
    String one = option("text", 3);
    String two = "{'text':" + text("plain_text", 3) + ",'value':'other'}";
    String select = "'options':[" + one + "],'initial_option':%s";
    fine(message(accessory("static_select", select.formatted(one))));
    wrong(
        message(accessory("static_select", select.formatted(two))),
        "/blocks/0/accessory/initial_option",
        "not among the options");
    wrong(
        message(accessory("checkboxes", "'options':[" + one + "],'initial_options':[" + two + "]")),
        "/blocks/0/accessory/initial_options/0",
        "not among the options");
  }

  @ParameterizedTest
  @CsvSource({
    "datepicker,initial_date,2028-02-29,2027-02-29",
    "timepicker,initial_time,23:59,24:00",
    "timepicker,timezone,Europe/Berlin,Europe/Atlantis"
  })
  void a_date_is_in_the_calendar_and_a_time_on_the_clock(
      String type, String field, String good, String bad) {
    fine(message(accessory(type, "'%s':'%s'".formatted(field, good))));
    wrong(
        message(accessory(type, "'%s':'%s'".formatted(field, bad))),
        "/blocks/0/accessory/" + field,
        "is no ");
  }

  @Test
  void a_moment_has_ten_digits() {
    fine(modal(input("{'type':'datetimepicker','initial_date_time':1795309200}")));
    wrong(
        modal(input("{'type':'datetimepicker','initial_date_time':179530920}")),
        "/blocks/0/element/initial_date_time",
        "ten digits");
  }

  @Test
  void a_form_can_be_submitted() {
    String view =
        "{'type':'modal','title':"
            + text("plain_text", 5)
            + ",'blocks':["
            + input("{'type':'plain_text_input'}")
            + "]}";
    wrong(validator.modal(json(view)), "", "so it needs submit");
  }

  @Test
  void a_modal_has_a_title_and_home_has_none() {
    wrong(
        validator.modal(json("{'type':'modal','blocks':[" + DIVIDER + "]}")),
        "",
        "lacks the required field title");
    wrong(
        validator.home(
            json(
                "{'type':'home','title':"
                    + text("plain_text", 5)
                    + ",'blocks':["
                    + DIVIDER
                    + "]}")),
        "/title",
        "does not go into a Home view");
    wrong(
        validator.home(json("{'type':'modal','blocks':[" + DIVIDER + "]}")),
        "/type",
        "must be home");
  }

  @Test
  void one_element_takes_the_focus() {
    String field = input("{'type':'plain_text_input','focus_on_load':true}");
    fine(modal(field));
    wrong(modal(field + "," + field), "/blocks", "more than one element with focus_on_load");
  }

  @Test
  void a_message_has_one_table_and_a_modal_none() {
    String table = "{'type':'table','rows':[[{'type':'raw_text','text':'a'}]]}";
    fine(message(table));
    wrong(message(table + "," + table), "/blocks/1", "second table");
    wrong(modal(table), "/blocks/0", "messages only");
  }

  @Test
  void a_table_has_100_rows_of_20_cells_and_10000_characters() {
    String cell = "{'type':'raw_text','text':'a'}";
    fine(message(table("[" + times(20, cell) + "]")));
    wrong(message(table("[" + times(21, cell) + "]")), "/blocks/0/rows/0", "at most 20 cells");
    fine(message(table(times(100, "[" + cell + "]"))));
    wrong(message(table(times(101, "[" + cell + "]"))), "/blocks/0/rows", "at most 100");
    String long5000 = "[{'type':'raw_text','text':'" + letters(5000) + "'}]";
    fine(message(table(times(2, long5000))));
    wrong(
        message(table(times(2, long5000) + ",[" + cell + "]")), "/blocks/0", "at most 10000 chara");
  }

  @Test
  void markdown_has_12000_characters() {
    fine(message("{'type':'markdown','text':'" + letters(12_000) + "'}"));
    wrong(
        message("{'type':'markdown','text':'" + letters(12_001) + "'}"),
        "/blocks/0/text",
        "at most 12000");
  }

  @Test
  void rich_text_is_known_to_its_leaves() {
    String rich = "{'type':'rich_text','elements':[%s]}";
    fine(
        message(
            rich.formatted(
                "{'type':'rich_text_list','style':'bullet','elements':[{'type':"
                    + "'rich_text_section','elements':[{'type':'text','text':'one'}]}]}")));
    wrong(
        message(rich.formatted("{'type':'rich_text_section','elements':[{'type':'song'}]}")),
        "/blocks/0/elements/0/elements/0",
        "unknown type: song");
    wrong(
        message(rich.formatted("{'type':'rich_text_list','elements':[]}")),
        "/blocks/0/elements/0",
        "lacks the required field style");
  }

  @Test
  void a_text_is_of_a_known_kind_with_known_fields() {
    wrong(message(section("{'type':'html','text':'a'}")), "/blocks/0/text", "plain_text or mrkdwn");
    wrong(
        message(section("{'type':'mrkdwn','text':'a','emoji':true}")),
        "/blocks/0/text",
        "unknown field: emoji");
    wrong(message(section("{'type':'mrkdwn'}")), "/blocks/0/text", "lacks the required field text");
  }

  @Test
  void a_number_says_whether_it_may_be_broken() {
    fine(modal(input("{'type':'number_input','is_decimal_allowed':false,'min_value':'1'}")));
    wrong(modal(input("{'type':'number_input'}")), "/blocks/0/element", "is_decimal_allowed");
    wrong(
        modal(input("{'type':'number_input','is_decimal_allowed':true,'max_value':'many'}")),
        "/blocks/0/element/max_value",
        "must be a number");
  }

  // ---- shorthand

  private void fine(List<Problem> problems) {
    assertThat(problems).isEmpty();
  }

  private void wrong(List<Problem> problems, String path, String sentence) {
    assertThat(problems)
        .anySatisfy(
            each -> {
              assertThat(each.path()).isEqualTo(path);
              assertThat(each.sentence()).contains(sentence);
            });
  }

  private List<Problem> message(String blocks) {
    return validator.message(json("[" + blocks + "]"));
  }

  private List<Problem> modal(String blocks) {
    String label = text("plain_text", 4);
    return validator.modal(
        json(
            "{'type':'modal','title':%s,'submit':%s,'blocks':[%s]}"
                .formatted(label, label, blocks)));
  }

  private List<Problem> home(String blocks) {
    return validator.home(json("{'type':'home','blocks':[" + blocks + "]}"));
  }

  private static String json(String quotes) {
    return quotes.replace('\'', '"');
  }

  private static String letters(int count) {
    return "x".repeat(count);
  }

  private static String times(int count, String json) {
    return IntStream.range(0, count).mapToObj(i -> json).collect(Collectors.joining(","));
  }

  private static String text(String type, int length) {
    return "{'type':'" + type + "','text':'" + letters(length) + "'}";
  }

  private static String section(String text) {
    return "{'type':'section','text':" + text + "}";
  }

  private static String accessory(String type, String more) {
    return "{'type':'section','text':%s,'accessory':{'type':'%s',%s}}"
        .formatted(text("mrkdwn", 3), type, more);
  }

  private static String actions(String elements) {
    return "{'type':'actions','elements':[" + elements + "]}";
  }

  private static String button(String more) {
    return "{'type':'button','text':" + text("plain_text", 2) + "," + more + "}";
  }

  private static String numbered(int count, String actionId) {
    return IntStream.range(0, count)
        .mapToObj(i -> button("'action_id':'" + actionId.formatted(i) + "'"))
        .collect(Collectors.joining(","));
  }

  private static String input(String element) {
    return "{'type':'input','label':" + text("plain_text", 4) + ",'element':" + element + "}";
  }

  private static String table(String rows) {
    return "{'type':'table','rows':[" + rows + "]}";
  }

  private static String options(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "{'text':" + text("plain_text", 3) + ",'value':'" + i + "'}")
        .collect(Collectors.joining(","));
  }

  private static String option(String field, int length) {
    String other = field.equals("text") ? "" : "'text':" + text("plain_text", 3) + ",";
    return "{" + other + "'" + field + "':" + text("plain_text", length) + ",'value':'v'}";
  }

  private static String confirm(String field, int length) {
    return List.of("title", "text", "confirm", "deny").stream()
        .map(each -> "'" + each + "':" + text("plain_text", each.equals(field) ? length : 2))
        .collect(Collectors.joining(",", "{", "}"));
  }
}

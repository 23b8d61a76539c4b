package dev.groundswell.sandbox.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockKitHtmlTest {
  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
  private static final String OPTIONS =
      "'options':[{'text':{'type':'plain_text','text':'One'},'value':'1'},"
          + "{'text':{'type':'plain_text','text':'Two <i>'},'value':'2'}]";

  @Test
  void what_the_sandbox_cannot_show_says_so() {
    assertThat(html("{'type':'video','title':'x'}")).contains("cannot show this: video");
    assertThat(input("{'type':'rich_text_input','action_id':'a'}"))
        .contains("cannot show this: rich_text_input");
  }

  @Test
  void whatever_it_holds_is_escaped() {
    String evil = "\\\"><script>alert(1)</script>";
    String html =
        html(
            """
            {'type':'header','text':{'type':'plain_text','text':'%1$s'}},
            {'type':'section','block_id':'%1$s','text':{'type':'mrkdwn','text':'%1$s'},
             'accessory':{'type':'button','action_id':'%1$s','value':'%1$s',
             'text':{'type':'plain_text','text':'%1$s'},'url':'javascript:%1$s',
             'confirm':{'title':{'text':'%1$s'},'text':{'text':'%1$s'},'confirm':{'text':'%1$s'}}}},
            {'type':'image','image_url':'https://x.example/%1$s','alt_text':'%1$s'},
            {'type':'%1$s'}
            """
                .formatted(evil));
    assertThat(html).doesNotContain("<script", "\">>");
  }

  @Test
  void an_error_stands_under_its_field_and_is_tied_to_it() {
    String html =
        new BlockKitHtml(MrkdwnTest.NAMES, MrkdwnTest.mrkdwn(), CHICAGO, "v1")
            .of(
                blocks(
                    "{'type':'input','block_id':'n','label':{'type':'plain_text','text':'Name'},"
                        + "'element':{'type':'plain_text_input','action_id':'a'}}"),
                Map.of("n", "Too <short>"));
    assertThat(html)
        .contains("for=\"v1-b0\"")
        .contains("aria-describedby=\"v1-b0-error\"")
        .contains("aria-invalid=\"true\"")
        .contains("id=\"v1-b0-error\">Too &lt;short&gt;</div>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'plain_text_input','action_id':'a','multiline':true}",
        "{'type':'plain_text_input','action_id':'a'}",
        "{'type':'email_text_input','action_id':'a'}",
        "{'type':'url_text_input','action_id':'a'}",
        "{'type':'number_input','action_id':'a','is_decimal_allowed':true}",
        "{'type':'datepicker','action_id':'a','initial_date':'2026-11-22'}",
        "{'type':'timepicker','action_id':'a','initial_time':'09:00'}",
        "{'type':'datetimepicker','action_id':'a','initial_date_time':1795360440}",
        "{'type':'users_select','action_id':'a','initial_user':'U1'}",
        "{'type':'multi_users_select','action_id':'a','initial_users':['U1']}",
        "{'type':'conversations_select','action_id':'a'}",
        "{'type':'channels_select','action_id':'a'}",
        "{'type':'static_select','action_id':'a',OPTIONS}",
        "{'type':'multi_static_select','action_id':'a',OPTIONS}",
        "{'type':'checkboxes','action_id':'a',OPTIONS}",
        "{'type':'radio_buttons','action_id':'a',OPTIONS}"
      })
  void each_field_has_a_control_that_its_label_names(String element) {
    String html = input(element.replace("OPTIONS", OPTIONS));
    assertThat(html).doesNotContain("bk-unsupported", "<i>").contains("name=\"b0\"", "id=\"x-b0\"");
    assertThat(html).containsAnyOf("for=\"x-b0\"", "aria-labelledby=\"x-b0-label\"");
    assertThat(html).contains("data-entry=\"f a\"");
  }

  @Test
  void a_form_tells_what_it_holds() {
    String all =
        """
        {'type':'input','block_id':'when','label':{'type':'plain_text','text':'When'},
         'element':{'type':'datetimepicker','action_id':'a'}},
        {'type':'input','block_id':'which','optional':true,
         'label':{'type':'plain_text','text':'Which'},
         'element':{'type':'checkboxes','action_id':'a',OPTIONS}},
        {'type':'input','block_id':'who','label':{'type':'plain_text','text':'Who'},
         'element':{'type':'users_select','action_id':'a','initial_user':'U1'}}
        """
            .replace("OPTIONS", OPTIONS);
    FormState state =
        FormState.of(
            blocks(all),
            Map.of("b0", List.of("2026-11-22T09:14"), "b1", List.of("1", "7")),
            CHICAGO);
    assertThat(state.values().path("when").path("a").path("selected_date_time").asLong())
        .isEqualTo(1795360440L);
    assertThat(state.values().path("which").path("a").path("selected_options"))
        .hasSize(1)
        .first()
        .satisfies(each -> assertThat(each.path("value").asText()).isEqualTo("2"));
    assertThat(state.values().path("who").path("a").path("selected_user").asText()).isEqualTo("U1");
    assertThat(state.incomplete()).isEmpty();
    assertThat(FormState.of(blocks(all), Map.of("b0", List.of("")), CHICAGO).incomplete())
        .containsOnlyKeys("when");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'email_text_input','action_id':'a'};ann@example;email",
        "{'type':'url_text_input','action_id':'a'};example.com;URL",
        "{'type':'number_input','action_id':'a','is_decimal_allowed':false};1.5;whole number",
        "{'type':'number_input','action_id':'a','is_decimal_allowed':true,'min_value':'2'};1;least 2",
        "{'type':'number_input','action_id':'a','is_decimal_allowed':true,'max_value':'2'};3;most 2",
        "{'type':'plain_text_input','action_id':'a','min_length':4};abc;between 4 and"
      })
  void slack_itself_looks_at_what_is_entered(String example) {
    String[] parts = example.split(";");
    FormState state =
        FormState.of(blocks(inputJson(parts[0])), Map.of("b0", List.of(parts[1])), CHICAGO);
    assertThat(state.incomplete().get("f")).contains(parts[2]);
  }

  private static String input(String element) {
    return html(inputJson(element));
  }

  private static String inputJson(String element) {
    return "{'type':'input','block_id':'f','label':{'type':'plain_text','text':'Field'},'element':"
        + element
        + "}";
  }

  private static String html(String json) {
    return new BlockKitHtml(MrkdwnTest.NAMES, MrkdwnTest.mrkdwn(), CHICAGO, "x")
        .of(blocks(json), Map.of());
  }

  private static ArrayNode blocks(String json) {
    try {
      return (ArrayNode) new ObjectMapper().readTree("[" + json.replace('\'', '"') + "]");
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }
}

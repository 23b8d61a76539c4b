package dev.groundswell.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class YamlNodeTest {
  private final Problems problems = new Problems();

  @Test
  void values_come_with_their_types_and_lines() {
    YamlNode root = parse("name: Ann\ncount: 3\nready: true\nwords: [a, b]\ninner:\n  x: y\n");

    assertThat(root.text("name")).isEqualTo("Ann");
    assertThat(root.get("count").number()).isEqualTo(3);
    assertThat(root.get("ready").flag()).isTrue();
    assertThat(root.texts("words")).containsExactly("a", "b");
    assertThat(root.get("inner").get("x").where()).isEqualTo("prompts/x.yaml:6");
    assertThat(root.find("other")).isEmpty();
    assertThat(root.textIfAny("other")).isEmpty();
    assertThat(root.textsIfAny("other")).isEmpty();
    assertThat(problems.isEmpty()).isTrue();
  }

  @Test
  void each_wrong_answer_is_one_problem_and_reading_goes_on() {
    YamlNode root = parse("name: [1]\ncount: many\nbig: 99999999999\nready: yes\nwords: one\n");

    assertThat(root.text("name")).isEmpty();
    assertThat(root.get("count").number()).isZero();
    assertThat(root.get("big").number()).isZero();
    assertThat(root.get("ready").flag()).isFalse();
    assertThat(root.texts("words")).isEmpty();
    assertThat(root.get("lost").get("deeper").text()).isEmpty();
    assertThat(problems.all())
        .containsExactly(
            "prompts/x.yaml:1: \"name\" should be text; put quotes around it",
            "prompts/x.yaml:2: \"count\" is \"many\" but should be a whole number",
            "prompts/x.yaml:3: \"big\" should be a whole number, not \"99999999999\"",
            "prompts/x.yaml:4: \"ready\" should be true or false, not \"yes\"",
            "prompts/x.yaml:5: \"words\" should be a list",
            "prompts/x.yaml:1: the field \"lost\" is missing");
  }

  @Test
  void what_is_not_yaml_is_told_with_its_line_and_answers_nothing() {
    YamlNode root = parse("a: b\n\tc: d\n");

    assertThat(root.present()).isFalse();
    assertThat(root.get("a").text()).isEmpty();
    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith("prompts/x.yaml:2: this is not YAML: ");
  }

  @Test
  void two_documents_in_a_file_are_refused() {
    parse("a: b\n---\nc: d\n");

    assertThat(problems.all()).singleElement().asString().contains("this is not YAML");
  }

  private YamlNode parse(String text) {
    return YamlFile.parse("prompts/x.yaml", text, problems);
  }
}

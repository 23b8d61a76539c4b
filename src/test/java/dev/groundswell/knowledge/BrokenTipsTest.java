package dev.groundswell.knowledge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.groundswell.prompt.BrokenFile;
import dev.groundswell.prompt.PromptFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenTipsTest {
  private final Path prompts;

  BrokenTipsTest(@TempDir Path prompts) {
    this.prompts = prompts;
  }

  @BeforeEach
  void a_working_copy() throws IOException {
    Path tips = Files.createDirectory(prompts.resolve("tips"));
    try (Stream<Path> files = Files.list(Path.of("prompts/tips"))) {
      for (Path file : files.toList()) {
        Files.copy(file, tips.resolve(file.getFileName()));
      }
    }
  }

  /** {@code ~} stands for a line break; the problem is expected so many lines below the edit. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          clinicians      | stakeholders: [clinicians  | stakeholders: [clincians   | 0 | names the audience "clincians", which vocabularies.yaml does not know (did you mean "clinicians"?)
          clinicians      | situations: [              | situations: [worklod-fear, | 0 | names the situation "worklod-fear", which vocabularies.yaml does not know (did you mean "workload-fear"?)
          clinicians      | stages: [                  | stages: [actoin,           | 0 | names the stage "actoin", which does not exist (did you mean "action"?)
          clinicians      | stages: [                  | stages: [any,              | 0 | "any" stands alone or not at all
          clinicians      | stakeholders: [clinicians  | stakeholders: [clinicians, clinicians | 0 | "clinicians" stands twice in "stakeholders"
          clinicians      | related: [                 | related: [no-such-tip-at-all, | 0 | is related to "no-such-tip-at-all", but there is no such tip
          clinicians      | - id: clinicians-          | - id: Clinicians_          | 0 | should be small letters, digits and hyphens
          clinicians      | '    title: '              | '    titel: '              | 0 | the field "titel" is not known here (did you mean "title"?)
          clinicians      | '    title: '              | '    titel: '              | -1 | the field "title" is missing
          clinicians      | '    why: '                | '    title: x~    why: '   | 0 | the field "title" stands here twice
          clinicians      | '    why: '                | '    note: ""~    why: '   | 0 | "note" is blank
          clinicians      | '    why: '                | '    note: "  "~    why: ' | 0 | "note" is blank
          clinicians      | '    why: '                | '    note:~    why: '      | 0 | "note" is blank
          clinicians      | '    why: '                | '    note: yes~    why: '  | 0 | "note" is "yes" but should be text
          clinicians      | '    why: '                | '    note: [a]~    why: '  | 0 | "note" should be text
          clinicians      | '    why: '                | '    note: !!java.io.File x~    why: ' | 0 | this is not YAML: Global tag is not allowed
          clinicians      | '    why: '                | '    asks: how~    why: '  | 0 | "asks" should be a list
          clinicians      | '    why: '                | '    asks: []~    why: '   | 0 | "asks" is an empty list
          clinicians      | '    advice: '             | '    advice: Do it. Do it! Do it? Do it. ' | 0 | sentences; 3 are the most
          clinicians      | '    title: '              | '    title: A title that is by far too long to be read on a small telephone ' | 0 | characters; 70 are the most
          clinicians      | '    why: '                | '    why: } '              | 0 | this is not YAML
          clinicians      | tips:                      | tip:                       | 0 | the field "tip" is not known here (did you mean "tips"?)
          clinicians      | section:                   | section: Nowhere at all #  | 0 | has no section "Nowhere at all" in sources.yaml
          clinicians      | document:                  | document: nowhere #        | 0 | the source names the document "nowhere", which sources.yaml does not know
          vocabularies    | [clinician, doctors        | [clinician, nurse          | 8 | "nurse" leads to "care-team", but by line 41 to the stakeholder "clinicians"; it may lead to one only
          vocabularies    | [clinician, doctors        | [clinician, on the fence   | 0 | "on fence" is also a name of the stage "contemplation"
          vocabularies    | [clinician, doctors        | [clinician, "?!"           | 0 | "?!" has no letter that could be typed
          vocabularies    | '  contemplation:'         | '  contemplating:'         | 1 | "contemplating" is not a stage (did you mean "contemplation"?)
          vocabularies    | '  everyone:'              | '  everybody:'             | 0 | the stakeholder "everyone" is missing
          vocabularies    | '    label: Clinicians'    | '    lable: Clinicians'    | 0 | the field "lable" is not known here (did you mean "label"?)
          sources         | 'year: 2015'               | 'year: MMXV'               | 0 | "year" is "MMXV" but should be a whole number
          sources         | 'short: '                  | 'brief: '                  | 0 | the field "brief" is not known here
          readiness       | practice-plan-kickoff      | practice-plan-kickof       | 0 | "willing-and-stable" names the tip "practice-plan-kickof", but there is no such tip (did you mean "practice-plan-kickoff"?)
          readiness       | 'willingness: high'        | 'willingness: middling'    | 0 | "middling" should be high or low
          readiness       | - id: precontemplation     | - id: contemplation        | 0 | the stage "precontemplation" is missing
          readiness       | - id: finances             | - id: leadership           | 0 | the id "leadership" stands twice
          definitions     | named_in_text: true        | named_in_text: perhaps     | 0 | "named_in_text" is "perhaps" but should be true or false
          definitions     | stakeholders: [patients    | stakeholders: [patience    | 0 | the form of buy-in "patients" names the audience "patience", which vocabularies.yaml does not know (did you mean "patients"?)
          """)
  void a_mistake_stops_the_start_with_file_and_line(
      String file, String find, String put, int below, String says) throws IOException {
    String name = "tips/" + file + ".yaml";
    String text = Files.readString(prompts.resolve(name));
    String sought = unquoted(find);
    assertThat(text).contains(sought);
    int at = text.indexOf(sought);
    String edited = text.substring(0, at) + unquoted(put) + text.substring(at + sought.length());
    Files.writeString(prompts.resolve(name), edited);
    long line = 1 + text.substring(0, at).lines().count() - (text.charAt(at - 1) == '\n' ? 0 : 1);

    BrokenFile broken = broken();

    String where = PromptFiles.in(prompts).label(name);
    assertThat(broken.problems())
        .anySatisfy(problem -> assertThat(problem).startsWith(where + ":").contains(says));
    if (!says.contains("missing") && !says.contains("stands twice")) {
      assertThat(broken.problems())
          .anySatisfy(
              problem ->
                  assertThat(problem)
                      .startsWith(where + ":" + (line + below) + ": ")
                      .contains(says));
    }
  }

  @Test
  void an_id_that_stands_in_two_files_is_told_with_both_places() throws IOException {
    String clinicians = Files.readString(prompts.resolve("tips/clinicians.yaml"));
    String tip =
        clinicians.substring(
            clinicians.indexOf("  - id:"),
            clinicians.indexOf("  - id:", clinicians.indexOf("  - id:") + 5));
    Path finance = prompts.resolve("tips/finance.yaml");
    String before = Files.readString(finance);
    Files.writeString(finance, before + "\n" + tip);
    long line = before.lines().count() + 2;

    String id = tip.substring(tip.indexOf(": ") + 2, tip.indexOf('\n'));
    PromptFiles files = PromptFiles.in(prompts);
    assertThat(broken().problems())
        .containsExactly(
            files.label("tips/finance.yaml")
                + ":"
                + line
                + ": the id \""
                + id
                + "\" is taken by "
                + files.label("tips/clinicians.yaml")
                + ":"
                + (1 + clinicians.substring(0, clinicians.indexOf("  - id:")).lines().count()));
  }

  @Test
  void a_file_that_is_not_yaml_does_not_drag_the_others_along() throws IOException {
    for (String name : List.of("clinicians", "vocabularies", "sources")) {
      Path file = prompts.resolve("tips/" + name + ".yaml");
      String text = Files.readString(file);
      Files.writeString(file, text + "\n]\n");

      assertThat(broken().problems()).singleElement().asString().contains(name + ".yaml:");
      Files.writeString(file, text);
    }
  }

  @Test
  void a_tip_that_is_related_to_itself_is_told() throws IOException {
    Path file = prompts.resolve("tips/finance.yaml");
    String text = Files.readString(file);
    String id = text.substring(text.indexOf("- id: ") + 6).lines().findFirst().orElseThrow();
    Files.writeString(file, text.replace("related: [", "related: [" + id + ", "));

    assertThat(broken().problems())
        .singleElement()
        .asString()
        .endsWith("the tip \"" + id + "\" is related to itself");
  }

  @Test
  void an_audience_needs_three_tips() throws IOException {
    Path vocabularies = prompts.resolve("tips/vocabularies.yaml");
    Files.writeString(
        vocabularies,
        Files.readString(vocabularies)
            .replace(
                "\nstages:\n",
                "\n  aliens:\n    label: Aliens\n    means: From elsewhere\n\nstages:\n"));
    try (Stream<Path> files = Files.list(prompts.resolve("tips"))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        Files.writeString(
            file,
            text.replace("[everyone]", "[leadership]")
                .replace(", everyone]", "]")
                .replace("[everyone, ", "[")
                .replace(", everyone,", ","));
      }
    }

    assertThat(broken().getMessage()).contains("the audience \"aliens\" has only 0 tips");
  }

  @Test
  void all_problems_are_told_at_once_but_not_more_than_twenty() throws IOException {
    Path file = prompts.resolve("tips/patients.yaml");
    Files.writeString(file, Files.readString(file).replace("    why: ", "    because: "));

    List<String> problems = broken().problems();

    assertThat(problems).hasSize(21);
    assertThat(problems.get(20)).matches("and \\d+ more");
  }

  @Test
  void mistakes_in_two_files_are_told_together() throws IOException {
    for (String name : List.of("tips/finance.yaml", "tips/families.yaml")) {
      Path file = prompts.resolve(name);
      Files.writeString(
          file, Files.readString(file).replaceFirst("stages: \\[", "stages: [later, "));
    }

    assertThat(broken().getMessage()).contains("families.yaml:").contains("finance.yaml:");
  }

  @Test
  void a_file_in_another_encoding_says_so() throws IOException {
    Path file = prompts.resolve("tips/finance.yaml");
    String text = Files.readString(file);

    Files.write(file, ("\uFEFF" + text).getBytes(UTF_8));
    assertThat(broken())
        .hasMessageContaining("finance.yaml:1: this file begins with a byte order mark");
    Files.write(file, text.getBytes(UTF_16));
    assertThat(broken())
        .hasMessageContaining("finance.yaml:1: this file is UTF-16; save it as UTF-8");
    Files.write(file, text.replace("tips:", "# caf\u00e9\ntips:").getBytes(ISO_8859_1));
    long line = text.substring(0, text.indexOf("tips:\n")).lines().count() + 1;
    assertThat(broken()).hasMessageContaining("finance.yaml:" + line + ": this line is not UTF-8");
  }

  @Test
  void windows_line_ends_are_fine() throws IOException {
    Path file = prompts.resolve("tips/finance.yaml");
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

    assertThat(TipLibrary.load(PromptFiles.in(prompts)).tips())
        .isEqualTo(TipLibraryTest.LIBRARY.tips());
  }

  @Test
  void a_missing_or_empty_file_is_told() throws IOException {
    Files.delete(prompts.resolve("tips/sources.yaml"));
    assertThat(broken()).hasMessageContaining("tips/sources.yaml:1: this file is missing");
    Files.writeString(prompts.resolve("tips/sources.yaml"), "# nothing\n");
    assertThat(broken()).hasMessageContaining("tips/sources.yaml:1: this file is empty");
    Files.writeString(prompts.resolve("tips/sources.yaml"), "documents: {}\n");
    assertThat(broken()).hasMessageContaining("tips/sources.yaml:1: no document is listed");
  }

  @Test
  void aliases_cannot_blow_a_file_up() throws IOException {
    String bomb =
        "a: &a [x]\n"
            + String.join(
                "\n", IntStream.range(0, 60).mapToObj(i -> "b" + i + ": [*a, *a]").toList());
    Files.writeString(prompts.resolve("tips/finance.yaml"), bomb);

    assertThatThrownBy(() -> TipLibrary.load(PromptFiles.in(prompts)))
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("finance.yaml:");
  }

  private BrokenFile broken() {
    return catchThrowableOfType(BrokenFile.class, () -> TipLibrary.load(PromptFiles.in(prompts)));
  }

  private static String unquoted(String cell) {
    String bare =
        cell.startsWith("'") && cell.endsWith("'") ? cell.substring(1, cell.length() - 1) : cell;
    return bare.replace('~', '\n');
  }
}

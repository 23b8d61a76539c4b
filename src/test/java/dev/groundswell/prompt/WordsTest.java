package dev.groundswell.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.groundswell.kernel.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
class WordsTest {
  private final Path directory;

  WordsTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private WordsTest file(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(Objects.requireNonNull(file.getParent()));
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Words load() {
    return Words.load(PromptFiles.in(directory));
  }

  @Test
  void the_words_of_the_house_are_in_order() {
    Words words = Words.load(PromptFiles.packaged());

    assertThat(words.say("help.welcome")).startsWith("*Groundswell");
  }

  @Test
  void a_text_is_found_by_file_and_field_and_filled_in() {
    file("messages/greeting.yaml", "hello: Good morning, {{ name }}!\nbye: |\n  See you.\n");

    assertThat(load().say("greeting.hello", "name", "Ann")).isEqualTo("Good morning, Ann!");
    assertThat(load().plain("greeting.bye")).isEqualTo("See you.");
  }

  @Test
  void what_is_filled_in_cannot_mention_link_or_format() {
    file("messages/a.yaml", "quote: \"*{{ words }}*\"\n");

    assertThat(
            load().say("a.quote", "words", "<!channel> & <http://x|y> *b*").replace("\u2060", ""))
        .isEqualTo("*&lt;!channel&gt; &amp; &lt;http://x|y&gt; *b**");
    assertThat(load().say("a.quote", "words", "*b*")).contains("\u2060*\u2060b");
  }

  @Test
  void what_is_filled_in_is_no_template() {
    file("messages/a.yaml", "quote: \"{{ words }}\"\n");

    assertThat(load().plain("a.quote", "words", "{{ secret }} {% if x %}"))
        .isEqualTo("{{ secret }} {% if x %}");
  }

  @Test
  void a_mention_that_was_made_on_purpose_is_one() {
    file("messages/a.yaml", "who: \"Ask {{ owner }}\"\n");

    assertThat(load().say("a.who", "owner", Mrkdwn.mention(new UserId("U0ANN"))))
        .isEqualTo("Ask <@U0ANN>");
  }

  @Test
  void a_plain_text_is_left_as_typed() {
    file("messages/a.yaml", "label: \"And {{ name }}?\"\n");

    assertThat(load().plain("a.label", "name", "R&D <*team*>")).isEqualTo("And R&D <*team*>?");
  }

  @Test
  void in_html_a_value_cannot_become_a_tag_or_an_attribute() {
    file("mail/note.html", "<p title=\"{{ v }}\">{{ v }}</p>")
        .file("mail/note.txt", "{{ v }}")
        .file("messages/a.yaml", "a: b\n");
    Map<String, Object> values = Map.of("v", "\"><script>alert('x')</script>&");

    String html = load().mailHtml("note", values);

    assertThat(html).doesNotContain("<script", "\"><");
    assertThat(html).contains("&lt;script&gt;").contains("&amp;");
    assertThat(load().mailText("note", values)).isEqualTo("\"><script>alert('x')</script>&");
  }

  @Test
  void a_broken_template_stops_the_start_with_file_and_line() {
    file("messages/greeting.yaml", "hello: Good morning\n\nbye: \"See you, {{ name\"\n");

    assertThatThrownBy(this::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith(
            directory + "/messages/greeting.yaml:3: \"greeting.bye\" is not a template: ")
        .satisfies(e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1));
  }

  @Test
  void a_broken_mail_stops_the_start_with_file_and_line() {
    file("messages/a.yaml", "a: b\n").file("mail/digest.txt", "Dear all,\n\n{% if x %}\nbye");

    assertThatThrownBy(this::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageStartingWith(directory + "/mail/digest.txt:");
  }

  @Test
  void all_that_is_broken_is_told_at_once() {
    file("messages/a.yaml", "one: \"{{ x\"\ntwo: \"{% if %}\"\nthree: fine\n")
        .file("messages/b.yaml", "four: [\n");

    assertThatThrownBy(this::load)
        .isInstanceOf(BrokenFile.class)
        .hasMessageContaining("a.yaml:1: \"a.one\"")
        .hasMessageContaining("a.yaml:2: \"a.two\"")
        .hasMessageContaining("b.yaml:");
  }

  @Test
  void a_name_that_nobody_filled_in_is_an_error_and_no_blank() {
    file("messages/greeting.yaml", "hello: \"Good morning, {{ name }}!\"\n");
    Words words = load();

    assertThatThrownBy(() -> words.say("greeting.hello", "nam", "Ann"))
        .hasMessageContaining("name");
  }

  @Test
  void a_text_that_is_not_there_is_an_error() {
    file("messages/greeting.yaml", "hello: Good morning\n");
    Words words = load();

    assertThatThrownBy(() -> words.say("greeting.helo")).hasMessageContaining("greeting.helo");
  }

  @Test
  void names_and_values_come_in_pairs() {
    file("messages/greeting.yaml", "hello: Good morning\n");
    Words words = load();

    assertThatThrownBy(() -> words.say("greeting.hello", "name"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package dev.groundswell.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
class VectorsTest {
  private static final List<String> TEXTS = List.of("one text", "another");
  private final FakeEmbedder embedder = new FakeEmbedder("fake");

  @Test
  void the_build_wrote_a_vector_for_every_text_as_it_is_now() throws IOException {
    PromptFiles files = PromptFiles.packaged();
    Problems problems = new Problems();
    List<String> texts = Samples.read(TipLibrary.load(files), files, problems).texts();
    problems.throwIfAny();

    try (SentenceModel model = SentenceModel.load()) {
      Vectors packaged = Vectors.packaged();
      assertThat(packaged.missing(texts, model)).isZero();
      assertThat(packaged.size()).isEqualTo(texts.size());
    }
  }

  @Test
  void what_was_written_is_read_again_and_nothing_is_computed_twice() throws IOException {
    Vectors vectors = Vectors.none().completed(TEXTS, embedder);
    Vectors again = Vectors.read(new ByteArrayInputStream(written(vectors)));

    assertThat(embedder.embedded).hasValue(2);
    assertThat(again.completed(TEXTS, embedder).sameAs(vectors)).isTrue();
    assertThat(embedder.embedded).hasValue(2);
    assertThat(written(again)).isEqualTo(written(vectors));
    float[] exact = embedder.embed("another");
    float[] kept = again.of("another", embedder);
    for (int i = 0; i < exact.length; i++) {
      assertThat(kept[i]).isCloseTo(exact[i], within(0.01f));
    }
  }

  @Test
  void an_edited_text_and_another_model_are_missing_and_only_they_are_computed() {
    Vectors vectors = Vectors.none().completed(TEXTS, embedder);

    assertThat(vectors.missing(List.of("one text", "edited"), embedder)).isEqualTo(1);
    assertThat(vectors.missing(TEXTS, new FakeEmbedder("other"))).isEqualTo(2);
    assertThat(vectors.completed(List.of("one text", "edited"), embedder).size()).isEqualTo(2);
    assertThat(embedder.embedded).hasValue(3);
    assertThatThrownBy(() -> vectors.of("never seen", embedder))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_file_that_is_cut_off_or_something_else_is_refused(@TempDir Path directory)
      throws IOException {
    byte[] whole = written(Vectors.none().completed(TEXTS, embedder));
    Path file = directory.resolve("cut.bin");
    Files.write(file, Arrays.copyOf(whole, whole.length - 3));

    assertThatThrownBy(() -> Vectors.read(Files.newInputStream(file)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut off");
    assertThatThrownBy(
            () -> Vectors.read(new ByteArrayInputStream("something else".getBytes(UTF_8))))
        .isInstanceOf(IOException.class);
  }

  private static byte[] written(Vectors vectors) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    vectors.write(out);
    return out.toByteArray();
  }
}

package dev.groundswell.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("jdk")
class PromptFilesTest {
  private final Path directory;

  PromptFilesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void the_packaged_files_are_listed_by_folder_and_read_by_name() {
    PromptFiles files = PromptFiles.packaged();

    assertThat(files.list("tips")).contains("tips/clinicians.yaml", "tips/sources.yaml").isSorted();
    assertThat(files.list("tips/")).isEqualTo(files.list("tips"));
    assertThat(files.list("nowhere")).isEmpty();
    assertThat(files.read("tips/clinicians.yaml")).contains("tips:");
    assertThat(files.label("tips/clinicians.yaml")).isEqualTo("prompts/tips/clinicians.yaml");
  }

  @Test
  void a_directory_can_stand_in_for_them() throws IOException {
    Files.createDirectories(directory.resolve("mail/deep"));
    Files.writeString(directory.resolve("mail/digest.txt"), "Grüße\r\n");
    Files.writeString(directory.resolve("mail/deep/hidden.txt"), "");

    PromptFiles files = PromptFiles.in(directory);

    assertThat(files.list("mail")).containsExactly("mail/digest.txt");
    assertThat(files.read("mail/digest.txt")).isEqualTo("Grüße\n");
    assertThat(PromptFiles.in(directory.resolve("nowhere")).list("mail")).isEmpty();
  }

  @Test
  void a_file_outside_of_the_directory_is_missing() {
    assertThatThrownBy(() -> PromptFiles.in(Path.of("prompts")).read("../pom.xml"))
        .isInstanceOf(BrokenFile.class)
        .hasMessage("prompts/../pom.xml:1: this file is missing");
  }
}

package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UploadTest {
  @Test
  void what_stands_for_a_picture_keeps_its_beginning_and_the_newest_whole_lines() {
    String all =
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> "• line " + i + " of a long path")
            .collect(Collectors.joining("\n", "The path of Eastgate:\n", ""));

    String kept = Upload.alternative(all);

    assertThat(kept).hasSizeBetween(960, 1000).startsWith("The path of Eastgate:\n• line ");
    assertThat(kept.lines().skip(1)).allMatch(it -> it.endsWith(" of a long path"));
    assertThat(kept).endsWith("• line 100 of a long path");
    assertThat(Upload.alternative("The path:\n• one")).isEqualTo("The path:\n• one");
    assertThat(Upload.alternative("x".repeat(2000))).hasSize(1000);
  }
}

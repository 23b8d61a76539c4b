package dev.groundswell.search;

import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.YamlFile;
import java.util.List;

/** Questions that no tip answers, from {@code search/out-of-scope.yaml}. */
final class OutOfScope {
  static final String FILE = "search/out-of-scope.yaml";

  private OutOfScope() {}

  static List<String> read(PromptFiles files, Problems problems) {
    return YamlFile.read(files, FILE, problems).only("examples").texts("examples");
  }
}

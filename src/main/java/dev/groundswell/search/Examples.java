package dev.groundswell.search;

import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.YamlFile;
import java.util.List;

/** Examples that show what is our business and what is not. */
final class Examples {
  static final String IN_SCOPE = "search/in-scope.yaml";
  static final String OUT_OF_SCOPE = "search/out-of-scope.yaml";

  private Examples() {}

  static List<String> read(String file, PromptFiles files, Problems problems) {
    return YamlFile.read(files, file, problems).only("examples").texts("examples");
  }
}

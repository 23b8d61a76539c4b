package dev.groundswell.slack.reminder;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.outbox.Outbox;
import dev.groundswell.pledge.Pledges;
import dev.groundswell.practice.CheckIns;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.sponsor.DigestLetters;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Each kind of reminder and message has words for why it comes. */
class KindsTest {
  private static final String[] FEATURES = {
    "dev.groundswell.feedback",
    "dev.groundswell.initiative",
    "dev.groundswell.outbox",
    "dev.groundswell.pledge",
    "dev.groundswell.practice",
    "dev.groundswell.sponsor"
  };

  private final Words words = Words.load(PromptFiles.packaged());

  /** The constants of the features that look like a kind, as {@code pledge.due}. */
  private static Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    for (JavaClass each :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(FEATURES)) {
      for (JavaField field : each.getFields()) {
        if (field.getModifiers().containsAll(Set.of(STATIC, FINAL))
            && field.getRawType().isEquivalentTo(String.class)) {
          String value = value(field);
          if (value.matches("(feedback|initiative|outbox|pledge|practice|sponsor)\\.[a-z-]+")) {
            kinds.add(value);
          }
        }
      }
    }
    return kinds;
  }

  private static String value(JavaField field) {
    try {
      var reflected = field.reflect();
      reflected.setAccessible(true);
      return String.valueOf(reflected.get(null));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void each_kind_has_words_in_what_is_coming_and_in_the_log() {
    assertThat(kinds())
        .contains(
            ReportBacks.REPORT_BACK,
            Outbox.UNDELIVERED,
            Pledges.DUE,
            CheckIns.CHECK_IN,
            DigestLetters.DIGEST)
        .allSatisfy(
            kind -> {
              assertThat(words.has("upcoming.kind-" + kind.replace('.', '-')))
                  .as("upcoming.yaml has words for " + kind)
                  .isTrue();
              assertThat(words.has("log.kind-" + kind))
                  .as("log.yaml has words for " + kind)
                  .isTrue();
            });
  }
}

package dev.groundswell.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.prompt.Problems;
import dev.groundswell.prompt.YamlFile;
import dev.groundswell.prompt.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** How well a search does on a file of questions. Shares are from 0 to 1, times in milliseconds. */
record Measured(
    double accepted,
    double best,
    List<String> missed,
    List<String> refused,
    List<String> answeredOffTopic,
    double medianMillis) {

  /** A question of the file and the tips that answer it. */
  record Case(String text, Set<String> accept, Set<String> best) {}

  static List<Case> questions(String file) {
    return cases(file, "questions");
  }

  static List<String> offTopic(String file) {
    return cases(file, "off_topic").stream().map(Case::text).toList();
  }

  private static List<Case> cases(String file, String field) {
    Problems problems = new Problems();
    List<Case> cases = new ArrayList<>();
    YamlNode root = YamlFile.parse(file, read(file), problems);
    for (YamlNode item : root.get(field).items()) {
      cases.add(
          item.hasFields()
              ? new Case(item.text("text"), ids(item, "accept"), ids(item, "best"))
              : new Case(item.text(), Set.of(), Set.of()));
    }
    problems.throwIfAny();
    return cases;
  }

  /** An off-topic question has an empty list, which a prompt file could not have. */
  private static Set<String> ids(YamlNode item, String field) {
    return item.fields().containsKey("kind") ? Set.of() : new HashSet<>(item.textsIfAny(field));
  }

  private static String read(String file) {
    try (InputStream stream = Measured.class.getResourceAsStream("/search/" + file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static Measured on(String file, Function<Question, Answers> search) {
    List<Case> questions = questions(file);
    Answers warmUp = search.apply(Question.of("how do I win over the board"));
    assertThat(warmUp.abstained()).isFalse();
    int accepted = 0;
    int best = 0;
    List<String> missed = new ArrayList<>();
    List<String> refused = new ArrayList<>();
    List<Double> millis = new ArrayList<>();
    for (Case question : questions) {
      long before = System.nanoTime();
      Answers answers = search.apply(Question.of(question.text()));
      millis.add((System.nanoTime() - before) / 1e6);
      List<String> shown = answers.best(3).stream().map(answer -> answer.tip().id()).toList();
      accepted += Collections.disjoint(shown, question.accept()) ? 0 : 1;
      best += Collections.disjoint(shown, question.best()) ? 0 : 1;
      if (answers.abstained()) {
        refused.add(question.text() + answers.route().map(r -> " -> " + r.id()).orElse(""));
      } else if (Collections.disjoint(shown, question.accept())) {
        missed.add(question.text() + " -> " + shown);
      }
    }
    Collections.sort(millis);
    return new Measured(
        (double) accepted / questions.size(),
        (double) best / questions.size(),
        missed,
        refused,
        offTopic(file).stream()
            .filter(text -> !search.apply(Question.of(text)).abstained())
            .toList(),
        millis.get(millis.size() / 2));
  }

  String report(String name) {
    return String.format(
        "%-34s hit@3 accept %.2f, best %.2f; refused %d; off-topic answered %d; median %.1f ms%n  missed %s%n"
            + "  refused %s%n  answered %s",
        name,
        accepted,
        best,
        refused.size(),
        answeredOffTopic.size(),
        medianMillis,
        missed,
        refused,
        answeredOffTopic);
  }
}

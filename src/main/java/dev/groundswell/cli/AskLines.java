package dev.groundswell.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.groundswell.search.Answer;
import dev.groundswell.search.Answers;
import dev.groundswell.search.Question;
import dev.groundswell.search.TipSearch;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;

/** Answers questions as lines of text, or as JSON, one object for each question. */
public final class AskLines {
  private static final int SHOWN = 3;

  private final TipSearch search;
  private final PrintWriter out;
  private final ObjectMapper json = new ObjectMapper();

  public AskLines(TipSearch search, PrintWriter out) {
    this.search = search;
    this.out = out;
  }

  /**
   * One answer for each line that comes in, until the end of it; an empty line is a question too.
   */
  public void batch(Reader questions) throws IOException {
    BufferedReader lines = new BufferedReader(questions);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      json(line);
    }
  }

  /**
   * {@code {"question":…, "answers":[{"id":…, "title":…, "score":…}], "abstained":true|false}},
   * with {@code "route"} where the question belongs elsewhere. As in Slack, three answers at most.
   */
  public void json(String question) {
    Answers answers = search.find(Question.of(question));
    ObjectNode line = json.createObjectNode();
    line.put("question", question);
    ArrayNode list = line.putArray("answers");
    for (Answer answer : answers.best(SHOWN)) {
      list.addObject()
          .put("id", answer.tip().id())
          .put("title", answer.tip().title())
          .put("score", answer.score());
    }
    line.put("abstained", answers.abstained());
    answers.route().ifPresent(route -> line.put("route", route.id()));
    try {
      out.println(json.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts is always JSON", e);
    }
    out.flush();
  }

  /** The answer for a person to read. */
  public void text(String question) {
    Answers answers = search.find(Question.of(question));
    if (answers.nothingAsked()) {
      out.println("What is going on? Put it behind ask, in your own words.");
    } else if (answers.route().isPresent()) {
      out.println(answers.route().get().title());
      out.println(answers.route().get().answer());
    } else if (answers.abstained()) {
      out.println("None of the tips fits that. Try other words, or: tips AUDIENCE");
    } else {
      TipText.print(answers.best(SHOWN).stream().map(Answer::tip).toList(), out);
    }
    out.flush();
  }
}

package dev.groundswell.slack.practice;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.FileInputElement;
import com.slack.api.model.view.View;
import dev.groundswell.feedback.CsvSheet;
import dev.groundswell.people.Person;
import dev.groundswell.practice.Imports;
import dev.groundswell.practice.Imports.Count;
import dev.groundswell.practice.Meant;
import dev.groundswell.practice.Outcome;
import dev.groundswell.practice.Refusal.Field;
import dev.groundswell.practice.imports.PracticeList;
import dev.groundswell.practice.imports.PracticeList.Read;
import dev.groundswell.practice.imports.Problem;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Caller;
import dev.groundswell.slack.Downloads;
import dev.groundswell.slack.Downloads.Fetched;
import dev.groundswell.slack.Feature;
import dev.groundswell.slack.Filled.Attached;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.Replies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of practices from a file: looked through first, taken over when one says so. */
public final class ImportListener implements Feature {
  static final String OPEN = "practice.import";
  static final String APPLY = "practice.import-apply";
  static final String FORM = "practice.import-form";
  private static final int MOST_PROBLEMS = 15;
  private static final int MOST_UPDATES = 3;

  private final Imports imports;
  private final Downloads downloads;
  private final Replies replies;
  private final Words words;
  private final Refusals refusals;

  public ImportListener(Imports imports, Downloads downloads, Replies replies, Words words) {
    this.imports = imports;
    this.downloads = downloads;
    this.replies = replies;
    this.words = words;
    this.refusals = new Refusals(words);
  }

  @Override
  public Map<String, Function<Click, Reaction>> clicks() {
    return Map.of(OPEN, click -> new Reaction.Open(form(click.value())), APPLY, this::apply);
  }

  View form(String initiative) {
    String file = Fields.id(Field.FILE);
    return View.builder()
        .type("modal")
        .callbackId(FORM)
        .privateMetadata(initiative)
        .title(Blocks.title(words.plain("practice.import-title")))
        .submit(Blocks.submit(words.plain("practice.import-submit")))
        .close(Blocks.close(words.plain("practice.cancel")))
        .blocks(
            List.of(
                Blocks.section(words.say("practice.import-intro")),
                InputBlock.builder()
                    .blockId(file)
                    .label(Blocks.plain(words.plain("practice.import-label"), 2000))
                    .element(
                        FileInputElement.builder()
                            .actionId(file)
                            .filetypes(List.of("csv", "txt", "tsv"))
                            .maxFiles(1)
                            .build())
                    .build()))
        .build();
  }

  @Override
  public Map<String, Function<Submission, Ending>> submissions() {
    return Map.of(FORM, this::look);
  }

  private Ending look(Submission form) {
    List<Attached> files = form.files(Fields.id(Field.FILE));
    if (files.isEmpty()) {
      return new Ending.Errors(
          Map.of(Fields.id(Field.FILE), words.plain("practice.import-no-file")));
    }
    Caller caller = form.caller();
    Attached file = files.get(0);
    Meant meant = Carried.of(caller, form.metadata()).meant();
    replies.tell(caller.user().value(), () -> preview(caller, meant, file));
    return new Ending.Show(
        Blocks.notice(
            words.plain("practice.import-title"),
            words.plain("practice.close"),
            words.say("practice.import-looking")),
        Optional.empty());
  }

  private Message preview(Caller caller, Meant meant, Attached file) {
    return read(file).either(list -> preview(caller, meant, file, list), sentence -> sentence);
  }

  /** A list, or the sentence why there is none. */
  private record Either(@Nullable PracticeList list, Message sentence) {
    static Either none(Message sentence) {
      return new Either(null, sentence);
    }

    <T> T either(Function<PracticeList, T> good, Function<Message, T> bad) {
      return list == null ? bad.apply(sentence) : good.apply(list);
    }
  }

  private Either read(Attached file) {
    Fetched fetched = downloads.fetch(file, PracticeList.LARGEST);
    if (fetched instanceof Fetched.Bytes got) {
      Read read = PracticeList.read(got.bytes());
      if (read instanceof Read.Good good) {
        return new Either(good.list(), Message.of("-"));
      } else if (read instanceof Read.Bad bad) {
        return Either.none(Message.of(words.say("practice.import-" + id(bad.why()))));
      }
      throw new AssertionError(read);
    }
    return Either.none(
        Message.of(
            words.say(
                fetched instanceof Fetched.TooLarge
                    ? "practice.import-too-large"
                    : "practice.import-not-fetched")));
  }

  private static String id(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Message preview(Caller caller, Meant meant, Attached file, PracticeList list) {
    Outcome<Count> count =
        imports.preview(caller.workspace(), caller.person(), meant, list.lines());
    return count.either(
        it -> {
          if (list.problems().size() > MOST_PROBLEMS) {
            report(caller, file, list.problems());
          }
          return preview(file, list, it);
        },
        refusals::message);
  }

  /** All that needs another look, where a message has no room for it. */
  private void report(Caller caller, Attached file, List<Problem> problems) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(words.plain("practice.import-report-head").split("\\s*;\\s*")));
    problems.forEach(it -> rows.add(List.of(String.valueOf(it.line()), problem(it))));
    replies.file(
        caller.user().value(),
        words.plain("practice.import-report-name") + ".csv",
        words.say("practice.import-report-comment", "file", Blocks.cut(file.name(), 100)),
        () -> Optional.of(CsvSheet.of(rows)),
        why -> Message.of(words.say("practice.import-report-failed")));
  }

  private String problem(Problem problem) {
    return words.plain("practice.import-problem-" + id(problem.kind()), "other", problem.other());
  }

  Message preview(Attached file, PracticeList list, Count count) {
    String intro =
        words.say(
            "practice.import-preview",
            "file",
            Blocks.cut(file.name(), 100),
            "initiative",
            count.initiative().name(),
            "fresh",
            count.fresh(),
            "known",
            count.known(),
            "problems",
            list.problems().size());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(intro));
    blocks.addAll(problems(list));
    if (!list.lines().isEmpty()) {
      blocks.add(
          Blocks.actions(
              Blocks.primary(
                  APPLY,
                  words.plain("practice.import-apply", "total", list.lines().size()),
                  count.initiative().id() + " " + file.id())));
    }
    return new Message(intro, blocks);
  }

  private List<LayoutBlock> problems(PracticeList list) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!list.ignored().isEmpty()) {
      blocks.add(
          Blocks.context(
              words.say(
                  "practice.import-ignored",
                  "columns",
                  Blocks.cut(String.join(", ", list.ignored()), 300))));
    }
    if (!list.problems().isEmpty()) {
      StringBuilder lines = new StringBuilder();
      for (Problem each : list.problems().stream().limit(MOST_PROBLEMS).toList()) {
        lines
            .append(
                words.say("practice.import-line", "line", each.line(), "problem", problem(each)))
            .append('\n');
      }
      if (list.problems().size() > MOST_PROBLEMS) {
        lines.append(
            words.say(
                "practice.import-more-problems", "more", list.problems().size() - MOST_PROBLEMS));
      }
      blocks.add(Blocks.section(lines.toString()));
    }
    return blocks;
  }

  private Reaction apply(Click click) {
    String[] parts = click.value().split(" ", 2);
    Caller caller = click.caller();
    Person by = caller.person();
    // The file is fetched anew: what was looked through is not kept anywhere.
    Attached file = new Attached(parts[1], "", "", "", 0);
    replies.work(
        click.responseUrl(),
        show -> show.accept(apply(caller, by, UUID.fromString(parts[0]), file, show)));
    return new Reaction.Replace(Message.of(words.say("practice.import-working", "done", 0)));
  }

  private Message apply(
      Caller caller, Person by, UUID initiative, Attached file, Consumer<Message> show) {
    return read(file)
        .either(
            list -> {
              Progress progress = new Progress(list.lines().size(), show);
              return imports
                  .apply(caller.workspace(), by, initiative, list.lines(), progress::at)
                  .either(count -> done(count, list), refusals::message);
            },
            sentence -> sentence);
  }

  /** Says a few times how far it is, and no more often than Slack takes it. */
  private final class Progress {
    private final int total;
    private final Consumer<Message> show;
    private int said;

    Progress(int total, Consumer<Message> show) {
      this.total = total;
      this.show = show;
    }

    void at(int done) {
      if (done < total && done >= (said + 1) * total / (MOST_UPDATES + 1)) {
        said++;
        show.accept(Message.of(words.say("practice.import-working", "done", done)));
      }
    }
  }

  Message done(Count count, PracticeList list) {
    String sentence =
        words.say(
            "practice.import-done",
            "initiative",
            count.initiative().name(),
            "fresh",
            count.fresh(),
            "known",
            count.known(),
            "problems",
            list.problems().size());
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(sentence));
    blocks.addAll(problems(list));
    return new Message(sentence, blocks);
  }
}

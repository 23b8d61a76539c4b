package dev.groundswell.slack.feedback;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.DatePickerElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.block.element.RadioButtonsElement;
import com.slack.api.model.view.View;
import dev.groundswell.feedback.Input;
import dev.groundswell.feedback.ReportBack.How;
import dev.groundswell.feedback.ReportBack.Unreachable;
import dev.groundswell.feedback.ReportBacks;
import dev.groundswell.feedback.Telling;
import dev.groundswell.feedback.Way;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The forms in which an owner edits what a contributor gets, or notes how they heard. */
final class TellForms {
  static final String TELL_FORM = "report-back.tell-form";
  static final String HAND_FORM = "report-back.hand-form";
  static final String LOST_FORM = "report-back.lost-form";
  static final String TEXT = "report-back.text";
  static final String HOW = "report-back.how";
  static final String ON = "report-back.on";
  static final String WHY = "report-back.why";

  private final Words words;

  TellForms(Words words) {
    this.words = words;
  }

  /** The text to edit and send; for a notice it says where it goes. */
  View tell(Telling.Ready ready, String metadata) {
    Input input = ready.input();
    boolean notice = ready.way() == Way.NOTICE;
    boolean reply = input.reportBack().answerOpen();
    List<LayoutBlock> blocks = new ArrayList<>();
    if (reply && input.reportBack().answerWords() != null) {
      blocks.add(
          Blocks.section(
              words.say(
                  "report-back.their-words",
                  "words",
                  ReportBackView.oneLine(input.reportBack().answerWords(), 600))));
    }
    if (notice) {
      blocks.add(
          Blocks.section(
              words.say(
                  "report-back.notice-warning",
                  "where",
                  ready.initiative().home() == null
                      ? ""
                      : Mrkdwn.channel(ready.initiative().home()))));
    }
    String name = input.contributor().name();
    String label =
        notice
            ? words.plain("report-back.notice-label")
            : words.plain(
                reply ? "report-back.answer-label" : "report-back.text-label", "from", name);
    String text = Blocks.cut(ready.text(), ReportBacks.LONGEST_TEXT);
    blocks.add(
        Blocks.field(
            TEXT,
            label,
            "",
            PlainTextInputElement.builder()
                .multiline(true)
                .maxLength(ReportBacks.LONGEST_TEXT)
                .initialValue(text.isEmpty() || reply ? null : text)
                .build()));
    return form(
        TELL_FORM,
        notice ? "notice-title" : "send-title",
        notice ? "notice-submit" : "send-submit",
        metadata,
        blocks);
  }

  /** How and when they heard without the bot. */
  View byHand(Telling.Ready ready, LocalDate today, String metadata) {
    List<LayoutBlock> blocks = new ArrayList<>();
    if (!ready.way().isSent() && ready.way() != Way.SELF) {
      blocks.add(
          Blocks.section(ReportBackView.quoted(ready.text(), ready.input().decision().link())));
    }
    blocks.add(
        choice(
            HOW,
            "how-label",
            "",
            Stream.of(How.IN_PERSON, How.CALL, How.LETTER, How.MAIL, How.DM, How.NOTICE)
                .map(
                    how ->
                        Blocks.option(
                            words.plain("report-back.how-" + ReportBackView.lower(how)),
                            how.name()))
                .toList(),
            true));
    blocks.add(
        InputBlock.builder()
            .blockId(ON)
            .label(Blocks.plain(words.plain("report-back.on-label"), 2000))
            .element(DatePickerElement.builder().actionId(ON).initialDate(today.toString()).build())
            .build());
    return form(HAND_FORM, "hand-title", "hand-submit", metadata, blocks);
  }

  /** Why nobody can reach them. */
  View lost(String metadata) {
    List<OptionObject> whys =
        Stream.of(Unreachable.values())
            .map(
                why ->
                    Blocks.option(
                        words.plain("report-back.lost-" + ReportBackView.lower(why)), why.name()))
            .toList();
    return form(
        LOST_FORM,
        "lost-title",
        "hand-submit",
        metadata,
        List.of(choice(WHY, "lost-label", "lost-hint", whys, false)));
  }

  private InputBlock choice(
      String id, String label, String hint, List<OptionObject> options, boolean first) {
    return InputBlock.builder()
        .blockId(id)
        .label(Blocks.plain(words.plain("report-back." + label), 2000))
        .hint(hint.isEmpty() ? null : Blocks.plain(words.plain("report-back." + hint), 2000))
        .element(
            RadioButtonsElement.builder()
                .actionId(id)
                .options(options)
                .initialOption(first ? options.get(0) : null)
                .build())
        .build();
  }

  private View form(
      String callback, String title, String submit, String metadata, List<LayoutBlock> blocks) {
    return View.builder()
        .type("modal")
        .callbackId(callback)
        .privateMetadata(metadata)
        .title(Blocks.title(words.plain("report-back." + title)))
        .submit(Blocks.submit(words.plain("report-back." + submit)))
        .close(Blocks.close(words.plain("report-back.cancel")))
        .blocks(blocks)
        .build();
  }
}

package dev.groundswell.slack.feedback;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import dev.groundswell.feedback.Answered;
import dev.groundswell.feedback.Letter;
import dev.groundswell.feedback.ReportBack.Answer;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import java.util.ArrayList;
import java.util.List;

/** What a contributor gets to read, and how they answer. */
public final class AnswerView {
  static final String HEARD = "answer.heard";
  static final String REFUTE = "answer.refute";
  static final String QUESTION = "answer.question";
  static final String STOP = "answer.stop";
  static final String REFUTE_FORM = "answer.refute-form";
  static final String QUESTION_FORM = "answer.question-form";
  static final String WORDS = "answer.words";
  private static final int LONGEST_WORDS = 1500;

  private final Words words;

  public AnswerView(Words words) {
    this.words = words;
  }

  /** What became of their input, with the buttons to answer. */
  Message told(Letter.Wanted letter) {
    String heading =
        heading(
            letter.isReply() ? "report-back.answer-heading" : "report-back.told-heading", letter);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(heading));
    blocks.add(Blocks.section(body(letter)));
    String value = letter.input().id() + " " + letter.times();
    blocks.add(
        Blocks.actions(
            Blocks.primary(HEARD, words.plain("report-back.heard-button"), value),
            Blocks.button(REFUTE, words.plain("report-back.refute-button"), value),
            Blocks.button(QUESTION, words.plain("report-back.question-button"), value),
            stop(letter)));
    blocks.add(Blocks.context(heading("report-back.told-foot", letter)));
    return new Message(heading + " " + Mrkdwn.escape(letter.text()), blocks);
  }

  /** That it is still being weighed. */
  Message weighing(Letter.Wanted letter) {
    String heading = heading("report-back.weighing-heading", letter);
    return new Message(
        heading + " " + Mrkdwn.escape(letter.text()),
        List.of(
            Blocks.section(heading),
            Blocks.section(body(letter)),
            Blocks.actions(stop(letter)),
            Blocks.context(heading("report-back.told-foot", letter))));
  }

  /** A notice for everybody in a channel; it has no buttons, since nobody knows who may answer. */
  Message notice(Letter.Wanted letter) {
    String heading = heading("report-back.notice-heading", letter);
    return new Message(
        heading + " " + Mrkdwn.escape(letter.text()),
        List.of(
            Blocks.section(heading),
            Blocks.section(body(letter)),
            Blocks.context(heading("report-back.notice-foot", letter))));
  }

  private String heading(String name, Letter.Wanted letter) {
    return words.say(
        name, "owner", Mrkdwn.mention(letter.by()), "initiative", letter.initiative().name());
  }

  private static String body(Letter.Wanted letter) {
    return Mrkdwn.withLink(letter.text(), letter.input().decision().link());
  }

  private ButtonElement stop(Letter.Wanted letter) {
    String initiative = letter.initiative().name();
    ButtonElement button =
        Blocks.button(
            STOP,
            words.plain("report-back.stop-button"),
            letter.input().id() + " " + letter.times());
    button.setConfirm(
        ConfirmationDialogObject.builder()
            .title(Blocks.plain(words.plain("report-back.stop-title"), 100))
            .text(Blocks.plain(words.plain("report-back.stop-text", "initiative", initiative), 300))
            .confirm(Blocks.plain(words.plain("report-back.stop-yes"), 30))
            .deny(Blocks.plain(words.plain("report-back.stop-no"), 30))
            .build());
    return button;
  }

  /** Where they say what they meant, or ask. */
  View form(Answer answer, String metadata) {
    boolean question = answer == Answer.QUESTION;
    return View.builder()
        .type("modal")
        .callbackId(question ? QUESTION_FORM : REFUTE_FORM)
        .privateMetadata(metadata)
        .title(
            Blocks.title(
                words.plain(question ? "report-back.question-title" : "report-back.refute-title")))
        .submit(Blocks.submit(words.plain("report-back.answer-submit")))
        .close(Blocks.close(words.plain("report-back.answer-cancel")))
        .blocks(
            List.of(
                Blocks.field(
                    WORDS,
                    words.plain(
                        question ? "report-back.question-label" : "report-back.refute-label"),
                    words.plain("report-back.answer-hint"),
                    PlainTextInputElement.builder()
                        .multiline(true)
                        .maxLength(LONGEST_WORDS)
                        .build())))
        .build();
  }

  /** What became of an answer. */
  Message of(Answered answered) {
    if (answered instanceof Answered.PatientDetails details) {
      return PatientDetailsView.message(words, details.kind());
    }
    return Message.of(sentence(answered));
  }

  /** The same where a form was. */
  View notice(Answered answered) {
    return Blocks.notice(
        words.plain("report-back.question-title"), words.plain("help.close"), sentence(answered));
  }

  String sentence(Answered answered) {
    if (answered instanceof Answered.Thanks it) {
      return words.say("report-back.heard", "owner", Mrkdwn.mention(it.input().owner()));
    } else if (answered instanceof Answered.ThanksAgain) {
      return words.say("report-back.heard-already");
    } else if (answered instanceof Answered.Kept it) {
      return words.say(
          it.answer() == Answer.QUESTION ? "report-back.asked" : "report-back.refuted",
          "owner",
          Mrkdwn.mention(it.input().owner()));
    } else if (answered instanceof Answered.KeptBefore it) {
      return words.say("report-back.said-already", "owner", Mrkdwn.mention(it.input().owner()));
    } else if (answered instanceof Answered.Stopped it) {
      return words.say(
          "report-back.stopped",
          "owner",
          Mrkdwn.mention(it.input().owner()),
          "initiative",
          it.initiative().name());
    } else if (answered instanceof Answered.Outdated it) {
      return words.say("report-back.outdated", "owner", Mrkdwn.mention(it.owner()));
    } else if (answered instanceof Answered.NoWords) {
      return words.say("report-back.answer-missing");
    } else if (answered instanceof Answered.PatientDetails it) {
      return PatientDetailsView.plain(words, it.kind());
    } else if (answered instanceof Answered.NotForYou) {
      return words.say("report-back.not-for-you");
    } else if (answered instanceof Answered.Gone) {
      return words.say("report-back.gone");
    }
    throw new AssertionError(answered);
  }
}

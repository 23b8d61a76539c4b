package dev.groundswell.slack.feedback;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import dev.groundswell.feedback.Answered;
import dev.groundswell.feedback.Letter;
import dev.groundswell.feedback.ReportBack;
import dev.groundswell.feedback.ReportBack.Answer;
import dev.groundswell.prompt.Mrkdwn;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.PatientDetailsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
  private static final int LONGEST_SECTION = 3000;

  /** So many characters fit a section, whatever they grow to. */
  private static final int PIECE = 580;

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
    blocks.addAll(body(letter));
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

  /** The same, once they have answered: what became of it stands where the buttons were. */
  Message answered(Letter.Wanted letter, Answered answered) {
    String heading = heading("report-back.told-heading", letter);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(heading));
    blocks.addAll(body(letter));
    blocks.addAll(settled(answered, Optional.of(letter)).blocks());
    blocks.add(Blocks.context(heading("report-back.told-foot", letter)));
    return new Message(heading + " " + Mrkdwn.escape(letter.text()), blocks);
  }

  /** What stands where the buttons were; whoever is still written to can stop it there. */
  Message settled(Answered answered, Optional<Letter.Wanted> letter) {
    String sentence = sentence(answered);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(sentence));
    letter
        .map(it -> it.input().reportBack())
        .filter(it -> it.answer() != Answer.HEARD)
        .map(ReportBack::answerWords)
        .filter(it -> !it.isBlank())
        .ifPresent(
            it ->
                blocks.add(
                    Blocks.section(
                        words.say(
                            "report-back.their-words",
                            "words",
                            ReportBackView.oneLine(it, PIECE)))));
    letter
        .filter(it -> !it.input().contributor().hasOptedOut())
        .ifPresent(it -> blocks.add(Blocks.actions(stop(it))));
    return new Message(sentence, blocks);
  }

  /** That it is still being weighed. */
  Message weighing(Letter.Wanted letter) {
    String heading = heading("report-back.weighing-heading", letter);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(heading));
    blocks.addAll(body(letter));
    blocks.add(Blocks.actions(stop(letter)));
    blocks.add(Blocks.context(heading("report-back.told-foot", letter)));
    return new Message(heading + " " + Mrkdwn.escape(letter.text()), blocks);
  }

  /** A notice for everybody in a channel; it has no buttons, since nobody knows who may answer. */
  Message notice(Letter.Wanted letter) {
    String heading = heading("report-back.notice-heading", letter);
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(heading));
    blocks.addAll(body(letter));
    blocks.add(Blocks.context(heading("report-back.notice-foot", letter)));
    return new Message(heading + " " + Mrkdwn.escape(letter.text()), blocks);
  }

  private String heading(String name, Letter.Wanted letter) {
    return words.say(
        name, "owner", Mrkdwn.mention(letter.by()), "initiative", letter.initiative().name());
  }

  /** All of the text: what grows too long for one section, when it is escaped, takes several. */
  private static List<LayoutBlock> body(Letter.Wanted letter) {
    String link = letter.input().decision().link();
    List<LayoutBlock> sections = new ArrayList<>();
    String whole = Mrkdwn.withLink(letter.text(), link);
    if (whole.length() <= LONGEST_SECTION) {
      sections.add(Blocks.section(whole));
      return sections;
    }
    String left = letter.text();
    while (!left.isBlank()) {
      int end = left.length() <= PIECE ? left.length() : endOfPiece(left);
      sections.add(Blocks.section(Mrkdwn.withLink(left.substring(0, end).strip(), link)));
      left = left.substring(end).strip();
    }
    return sections;
  }

  /** At a blank if there is one, and never within an emoji. */
  private static int endOfPiece(String text) {
    int blank = Math.max(text.lastIndexOf(' ', PIECE), text.lastIndexOf('\n', PIECE));
    int end = blank > 0 ? blank : PIECE;
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
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

package dev.groundswell.slack;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.ContextBlock;
import com.slack.api.model.block.DividerBlock;
import com.slack.api.model.block.HeaderBlock;
import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import java.util.List;

/** Block Kit in few words, with what is too long for a field cut to it. */
public final class Blocks {
  private static final int LONGEST_SECTION = 3000;

  private Blocks() {}

  public static SectionBlock section(String mrkdwn) {
    return SectionBlock.builder().text(mrkdwn(mrkdwn, LONGEST_SECTION)).build();
  }

  public static SectionBlock section(String mrkdwn, BlockElement accessory) {
    return SectionBlock.builder()
        .text(mrkdwn(mrkdwn, LONGEST_SECTION))
        .accessory(accessory)
        .build();
  }

  public static HeaderBlock header(String plain) {
    return HeaderBlock.builder().text(plain(plain, 150)).build();
  }

  public static ContextBlock context(String mrkdwn) {
    return ContextBlock.builder().elements(List.of(mrkdwn(mrkdwn, 2000))).build();
  }

  public static DividerBlock divider() {
    return DividerBlock.builder().build();
  }

  public static ActionsBlock actions(BlockElement... elements) {
    return ActionsBlock.builder().elements(List.of(elements)).build();
  }

  public static ButtonElement button(String actionId, String plain, String value) {
    return ButtonElement.builder().actionId(actionId).text(plain(plain, 75)).value(value).build();
  }

  public static ButtonElement primary(String actionId, String plain, String value) {
    ButtonElement button = button(actionId, plain, value);
    button.setStyle("primary");
    return button;
  }

  /** A field for one line or for several. */
  public static InputBlock field(
      String id, String label, String hint, PlainTextInputElement input) {
    input.setActionId(id);
    return InputBlock.builder()
        .blockId(id)
        .label(plain(label, 2000))
        .hint(hint.isEmpty() ? null : plain(hint, 2000))
        .element(input)
        .build();
  }

  public static OptionObject option(String plain, String value) {
    return OptionObject.builder().text(plain(plain, 75)).value(value).build();
  }

  public static PlainTextObject plain(String text, int longest) {
    return PlainTextObject.builder().text(cut(text, longest)).emoji(true).build();
  }

  /** Verbatim: Slack makes no link or mention out of what somebody typed. */
  public static MarkdownTextObject mrkdwn(String text, int longest) {
    return MarkdownTextObject.builder().text(cut(text, longest)).verbatim(true).build();
  }

  public static ViewTitle title(String plain) {
    return ViewTitle.builder().type("plain_text").text(cut(plain, 24)).build();
  }

  public static ViewSubmit submit(String plain) {
    return ViewSubmit.builder().type("plain_text").text(cut(plain, 24)).build();
  }

  public static ViewClose close(String plain) {
    return ViewClose.builder().type("plain_text").text(cut(plain, 24)).build();
  }

  /** A modal that only says something. */
  public static View notice(String title, String close, String mrkdwn) {
    return View.builder()
        .type("modal")
        .title(title(title))
        .close(close(close))
        .blocks(List.of(section(mrkdwn)))
        .build();
  }

  /** The text, with its end replaced by "…" where it is longer than the field. */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    // Neither half an emoji nor half an escaped character may stand at the end.
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    int ampersand = text.lastIndexOf('&', end - 1);
    if (ampersand >= 0 && ampersand > end - 6 && text.indexOf(';', ampersand) >= end) {
      end = ampersand;
    }
    return text.substring(0, end) + "…";
  }
}

package dev.groundswell.slack.advice;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.ConfirmationDialogObject;
import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.groundswell.advice.AdviceQuery;
import dev.groundswell.advice.Tally;
import dev.groundswell.knowledge.Source;
import dev.groundswell.knowledge.Tip;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import dev.groundswell.slack.Message;
import dev.groundswell.slack.advice.AdviceView.Reader;
import io.pebbletemplates.pebble.extension.escaper.SafeString;
import java.util.ArrayList;
import java.util.List;

/** How one tip looks: what to do, why, a sentence to say, where it comes from, and its buttons. */
final class TipCard {
  static final String HELPED = "advice.helped";
  static final String DID_NOT = "advice.did-not";
  static final String KEEP = "advice.keep";
  static final String SHARE = "advice.share";

  private final Words words;

  TipCard(Words words) {
    this.words = words;
  }

  List<LayoutBlock> of(int number, Tip tip, AdviceQuery query, Reader reader) {
    List<LayoutBlock> blocks = new ArrayList<>();
    String title = words.say("advice.title", "n", number, "title", tip.title());
    blocks.add(Blocks.divider());
    blocks.add(Blocks.section(title + "\n" + body(tip)));
    blocks.add(Blocks.context(source(tip.sources()) + helped(tip, reader)));
    blocks.add(Blocks.actions(buttons(tip, query, reader).toArray(BlockElement[]::new)));
    return blocks;
  }

  private String body(Tip tip) {
    StringBuilder text = new StringBuilder();
    text.append(words.say("advice.tip", "advice", tip.advice(), "why", tip.why()));
    tip.say().ifPresent(it -> text.append('\n').append(words.say("advice.say", "words", it)));
    tip.note().ifPresent(it -> text.append('\n').append(words.say("advice.note", "note", it)));
    return text.toString();
  }

  private String helped(Tip tip, Reader reader) {
    Tally tally = reader.tallies().get(tip.id());
    return tally == null || tally.votes() == 0
        ? ""
        : "  ·  " + words.say("advice.tally", "helped", tally.helped(), "votes", tally.votes());
  }

  private List<ButtonElement> buttons(Tip tip, AdviceQuery query, Reader reader) {
    String value = Blocks.cut(tip.id() + " " + query.toText(), AdviceView.LONGEST_VALUE);
    boolean kept = reader.mine().kept().contains(tip.id());
    List<ButtonElement> buttons = new ArrayList<>();
    Boolean vote = reader.mine().vote(tip).orElse(null);
    buttons.add(
        Blocks.button(
            HELPED,
            words.plain(Boolean.TRUE.equals(vote) ? "advice.helped-on" : "advice.helped"),
            value));
    buttons.add(
        Blocks.button(
            DID_NOT,
            words.plain(Boolean.FALSE.equals(vote) ? "advice.did-not-on" : "advice.did-not"),
            value));
    buttons.add(Blocks.button(KEEP, words.plain(kept ? "advice.kept" : "advice.keep"), value));
    if (!reader.channel().isEmpty()) {
      buttons.add(share(value, reader.channel()));
    }
    return buttons;
  }

  private ButtonElement share(String value, String channel) {
    ButtonElement share =
        Blocks.button(SHARE, words.plain("advice.share", "channel", channel), value);
    share.setConfirm(
        ConfirmationDialogObject.builder()
            .title(Blocks.plain(words.plain("advice.share-title"), 100))
            .text(Blocks.plain(words.plain("advice.share-text", "channel", channel), 300))
            .confirm(Blocks.plain(words.plain("advice.share-yes"), 30))
            .deny(Blocks.plain(words.plain("advice.share-no"), 30))
            .build());
    return share;
  }

  Message shared(Tip tip, SafeString by) {
    String title = words.say("advice.shared-title", "title", tip.title());
    return new Message(
        title,
        List.of(
            Blocks.section(title + "\n" + body(tip)),
            Blocks.context(
                source(tip.sources()) + "  ·  " + words.say("advice.shared-by", "by", by))));
  }

  private String source(List<Source> sources) {
    String first = sources.get(0).cite();
    return sources.size() == 1
        ? words.say("advice.source", "source", first)
        : words.say("advice.sources", "source", first, "n", sources.size() - 1);
  }
}

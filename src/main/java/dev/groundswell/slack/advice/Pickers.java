package dev.groundswell.slack.advice;

import com.slack.api.model.block.ActionsBlock;
import com.slack.api.model.block.composition.OptionObject;
import com.slack.api.model.block.element.StaticSelectElement;
import dev.groundswell.advice.AdviceQuery;
import dev.groundswell.knowledge.Audience;
import dev.groundswell.knowledge.Stage;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The menus above an answer, which change it in place. */
final class Pickers {
  static final String AUDIENCE = "advice.audience";
  static final String STAGE = "advice.stage";
  private static final String ANY = "any";

  /** An option carries no query of its own, so the block's id does; Slack allows it 255 letters. */
  private static final int LONGEST_BLOCK_ID = 255;

  private final Words words;
  private final TipLibrary library;

  Pickers(Words words, TipLibrary library) {
    this.words = words;
    this.library = library;
  }

  ActionsBlock of(AdviceQuery query) {
    List<OptionObject> audiences = new ArrayList<>();
    audiences.add(Blocks.option(words.plain("advice.any-audience"), ANY));
    library.audiences().stream()
        .filter(it -> !it.isEveryone())
        .forEach(it -> audiences.add(Blocks.option(it.label(), it.id())));
    List<OptionObject> stages = new ArrayList<>();
    stages.add(Blocks.option(words.plain("advice.any-stage"), ANY));
    Arrays.stream(Stage.values())
        .forEach(it -> stages.add(Blocks.option(library.wording(it).label(), it.id())));
    String audience = query.audiences().stream().findFirst().map(Audience::id).orElse(ANY);
    String stage = query.stage().map(Stage::id).orElse(ANY);
    ActionsBlock block =
        Blocks.actions(
            menu(AUDIENCE, words.plain("advice.audience-menu"), audiences, audience),
            menu(STAGE, words.plain("advice.stage-menu"), stages, stage));
    String id = query.toText();
    block.setBlockId(id.length() <= LONGEST_BLOCK_ID ? id : id.substring(0, LONGEST_BLOCK_ID));
    return block;
  }

  private static StaticSelectElement menu(
      String id, String placeholder, List<OptionObject> options, String chosen) {
    return StaticSelectElement.builder()
        .actionId(id)
        .placeholder(Blocks.plain(placeholder, 150))
        .options(options)
        .initialOption(
            options.stream().filter(it -> it.getValue().equals(chosen)).findFirst().orElse(null))
        .build();
  }

  /** The query that a block's id carries, with the choice of a menu in it. */
  AdviceQuery picked(String blockId, String menu, String choice) {
    AdviceQuery before = AdviceQuery.of(blockId, library);
    if (menu.equals(AUDIENCE)) {
      return before.about(library.audience(choice).map(List::of).orElseGet(List::of));
    }
    Optional<Stage> stage = Stage.of(choice);
    return before.at(stage.orElse(null));
  }
}

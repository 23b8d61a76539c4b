package dev.groundswell.slack.feedback;

import com.slack.api.model.block.InputBlock;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.element.PlainTextInputElement;
import com.slack.api.model.view.View;
import dev.groundswell.slack.Blocks;
import java.util.ArrayList;
import java.util.List;

/** A form that is shown once more, with what somebody typed into it before. */
final class TypedAgain {
  private TypedAgain() {}

  /**
   * @param field the id of the field that was typed into
   * @param why it is shown once more
   */
  static View in(View form, String field, String typed, String why) {
    List<LayoutBlock> blocks = new ArrayList<>();
    blocks.add(Blocks.section(why));
    for (LayoutBlock block : form.getBlocks()) {
      if (block instanceof InputBlock input
          && field.equals(input.getBlockId())
          && input.getElement() instanceof PlainTextInputElement element) {
        element.setInitialValue(typed);
      }
      blocks.add(block);
    }
    form.setBlocks(blocks);
    return form;
  }
}

package dev.groundswell.slack.practice;

import com.slack.api.model.block.element.BlockElement;
import com.slack.api.model.block.element.ButtonElement;
import dev.groundswell.practice.Practices.Page;
import dev.groundswell.prompt.Words;
import dev.groundswell.slack.Blocks;
import java.util.ArrayList;
import java.util.List;

/** The buttons below the list of practices. */
final class ListMenu {
  private ListMenu() {}

  static BlockElement[] buttons(Words words, Page page) {
    String initiative = page.initiative().id().toString();
    List<ButtonElement> buttons = new ArrayList<>();
    if (page.page() > 0) {
      buttons.add(
          Blocks.button(
              PracticeListener.BEFORE,
              words.plain("practice.list-before"),
              initiative + " " + (page.page() - 1)));
    }
    if (page.hasMore()) {
      buttons.add(
          Blocks.button(
              PracticeListener.NEXT,
              words.plain("practice.list-next"),
              initiative + " " + (page.page() + 1)));
    }
    buttons.add(Blocks.button(PracticeListener.NEW, words.plain("practice.new-title"), initiative));
    buttons.add(Blocks.button(WorkListener.WEEK, words.plain("practice.week-button"), initiative));
    buttons.add(
        Blocks.button(LibraryListener.OPEN, words.plain("practice.library-button"), initiative));
    buttons.add(
        Blocks.button(ImportListener.OPEN, words.plain("practice.import-button"), initiative));
    if (page.total() > 0) {
      buttons.add(
          Blocks.button(ExportListener.EXPORT, words.plain("practice.export-button"), initiative));
    }
    buttons.add(
        Blocks.button(CheckInListener.RHYTHM, words.plain("practice.rhythm-button"), initiative));
    return buttons.toArray(BlockElement[]::new);
  }
}

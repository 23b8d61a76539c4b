package dev.groundswell.slack;

import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.outbox.Outgoing.Item;
import java.util.Set;

/** Finds the words for messages of the outbox, at the moment they go out. */
public interface Rendering {

  /** The kinds of messages that it has words for. */
  Set<String> kinds();

  Rendered render(WorkspaceId workspace, Item item);

  /**
   * The words for one who gets them.
   *
   * @param recipient a user's id or a channel's
   */
  default Rendered render(WorkspaceId workspace, Item item, String recipient) {
    return render(workspace, item);
  }

  /** What is to be said, if it still is. */
  sealed interface Rendered {
    record Wanted(Message message) implements Rendered {}

    /** It is done, withdrawn or gone; nothing is sent. */
    record NotWanted(String why) implements Rendered {}
  }
}

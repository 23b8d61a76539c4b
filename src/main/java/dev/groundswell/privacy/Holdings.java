package dev.groundswell.privacy;

import dev.groundswell.db.Tx;
import dev.groundswell.kernel.WorkspaceId;
import java.util.List;

/** What a feature keeps about people; it alone knows its tables. */
public interface Holdings {
  /** Stands where a name was. */
  String NOBODY = "Erased person";

  /** Stands where words were. */
  String NOTHING = "[erased]";

  /**
   * Takes away what is kept about this person: keys are destroyed, names and words are blanked, and
   * what is left is a count.
   */
  List<Erased> erase(Tx tx, WorkspaceId workspace, Somebody who);

  /**
   * A line about what was done.
   *
   * @param what in the plural, as it stands behind its number: {@code inputs: words blanked}
   */
  record Erased(int count, String what) {}
}

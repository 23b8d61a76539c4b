package dev.groundswell.sponsor;

import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a funder wants to see from an executive before it gives money.
 *
 * @param forWhat the grant, or whoever gives it
 * @param statement what is to be stated
 * @param signatory who signs, with the title that the funder wants to read
 * @param owner who noted it, and is reminded
 */
public record Proof(
    WorkspaceId workspace,
    UUID id,
    UUID initiative,
    UUID sponsor,
    String forWhat,
    String statement,
    String signatory,
    LocalDate dueOn,
    State state,
    UserId owner) {
  public static final int LONGEST_NAME = 200;
  public static final int LONGEST_STATEMENT = 500;

  /** How many of one sponsor may be open. */
  public static final int MOST = 3;

  /** Where it stands. */
  public enum State {
    ASKED,
    SIGNED,
    /** It is here, and can be handed in. */
    RECEIVED,
    /** They will not sign it. */
    DECLINED,
    /** The funder does not ask for it after all. */
    NOT_NEEDED;

    /** Whether there is something left to do. */
    public boolean isOpen() {
      return this == ASKED || this == SIGNED;
    }
  }

  public boolean isOverdue(LocalDate today) {
    return state.isOpen() && dueOn.isBefore(today);
  }
}

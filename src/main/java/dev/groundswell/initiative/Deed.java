package dev.groundswell.initiative;

import static dev.groundswell.initiative.Role.FACILITATOR;
import static dev.groundswell.initiative.Role.LEAD;
import static dev.groundswell.initiative.Role.VIEWER;

import java.util.Set;

/**
 * The table of who may do what in an initiative. Everything that a person can see or do asks {@link
 * Standing#may} first; who takes no part in an initiative may do none of these, whatever they own.
 */
public enum Deed {
  /** See its card, its lists and figures. */
  SEE(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, LEAD, FACILITATOR, VIEWER),

  /** Record what somebody said. */
  RECORD_INPUT(During.LIFE, Owner.NO_MORE_THAN_OTHERS, LEAD, FACILITATOR),
  /** Edit, merge, withdraw an input, or hand it over. */
  CHANGE_INPUT(During.LIFE, Owner.TOO, LEAD),
  /** Note what was decided about an input. */
  DECIDE(During.LIFE, Owner.TOO, LEAD),
  /** Tell a contributor what became of the input, or note that they were told. */
  REPORT_BACK(During.LIFE, Owner.TOO, LEAD),
  /** Open or close a round of input. */
  RUN_ROUNDS(During.LIFE, Owner.NO_MORE_THAN_OTHERS, LEAD, FACILITATOR),

  /** See practices with their readiness, which is not for everybody. */
  SEE_PRACTICES(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, LEAD, FACILITATOR),
  /** Add a practice, rate it, note a touch, plan a check-in. */
  ENGAGE_PRACTICES(During.LIFE, Owner.TOO, LEAD, FACILITATOR),

  /** See whom the other facilitators should be in touch with this week. */
  SEE_WEEKS(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, LEAD),

  /** See sponsors with their addresses and objectives. */
  SEE_SPONSORS(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, LEAD, FACILITATOR),
  /** Add, change or remove a sponsor. */
  CHANGE_SPONSORS(During.LIFE, Owner.TOO, LEAD),
  /** Approve a digest, and mail it. */
  SEND_DIGEST(During.LIFE, Owner.NO_MORE_THAN_OTHERS, LEAD),

  /** Note a pledge. */
  RECORD_PLEDGE(During.LIFE, Owner.NO_MORE_THAN_OTHERS, LEAD, FACILITATOR),
  /** Say that a pledge was kept or released, or change it. */
  SETTLE_PLEDGE(During.LIFE, Owner.TOO, LEAD),

  /** See what will be sent to whom, beyond what comes to oneself. */
  SEE_UPCOMING(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, LEAD, FACILITATOR),
  /** Stop a reminder that comes to somebody else, or hand it over. */
  STEER_REMINDERS(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, LEAD),
  /** See what was sent to whom, or why not. */
  SEE_LOG(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, LEAD),
  /** Take its rows along as a file. */
  EXPORT(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, LEAD, FACILITATOR),
  /** See which tips helped people of the workspace. */
  SEE_VOTES(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, LEAD),

  /** Change its name, purpose, home channel, zone and days. */
  CHANGE_SETTINGS(During.LIFE, Owner.NO_MORE_THAN_OTHERS, LEAD),
  /** Say who takes part, and as what. */
  CHANGE_MEMBERS(During.LIFE, Owner.NO_MORE_THAN_OTHERS, LEAD),
  /** Make somebody else the lead. */
  HAND_OVER(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, LEAD),
  /** Stop all sending until a date, or go on. */
  PAUSE(During.LIFE, Owner.NO_MORE_THAN_OTHERS, LEAD),
  /** Put it to rest, or bring it back. */
  ARCHIVE(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, LEAD),
  /** Take part no longer. */
  LEAVE(During.ALWAYS, Owner.NO_MORE_THAN_OTHERS, FACILITATOR, VIEWER);

  private final During during;
  private final Owner owner;
  private final boolean lead;
  private final boolean facilitator;
  private final boolean viewer;

  /** Whether it is possible once the initiative is archived. */
  private enum During {
    LIFE,
    ALWAYS
  }

  /** Whether the one who looks after a thing may do it in any role. */
  private enum Owner {
    TOO,
    NO_MORE_THAN_OTHERS
  }

  Deed(During during, Owner owner, Role... roles) {
    this.during = during;
    this.owner = owner;
    Set<Role> allowed = Set.of(roles);
    this.lead = allowed.contains(LEAD);
    this.facilitator = allowed.contains(FACILITATOR);
    this.viewer = allowed.contains(VIEWER);
  }

  boolean allowedTo(Role role, boolean owns) {
    boolean byRole =
        switch (role) {
          case LEAD -> lead;
          case FACILITATOR -> facilitator;
          case VIEWER -> viewer;
        };
    return byRole || (owns && owner == Owner.TOO);
  }

  boolean possibleWhenArchived() {
    return during == During.ALWAYS;
  }
}

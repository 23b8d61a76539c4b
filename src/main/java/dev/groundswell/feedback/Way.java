package dev.groundswell.feedback;

/** How a contributor can be told. */
public enum Way {
  /** A direct message from the bot. */
  DM,
  /** A mail. */
  MAIL,
  /** A notice in the home channel, since nobody knows who it was. */
  NOTICE,
  /** It was the owner's own input. */
  SELF,
  /** By hand: they have no account and no address. */
  BY_HAND,
  /** By hand, if at all: they asked not to be written to. */
  BY_HAND_OPTED_OUT,
  /** By hand: a bot, an account that was switched off, or a stranger of Slack Connect. */
  BY_HAND_UNREACHABLE,
  /** By hand: no address, or no mail server. */
  BY_HAND_NO_MAIL,
  /** By hand: the initiative has no channel for a notice. */
  BY_HAND_NO_HOME;

  /** True if the bot can do it. */
  public boolean isSent() {
    return this == DM || this == MAIL || this == NOTICE;
  }

  /** True if their owner can go and tell them, and nobody else. */
  boolean isByHand() {
    return this == BY_HAND || this == BY_HAND_UNREACHABLE || this == BY_HAND_NO_MAIL;
  }

  /** True if there is somebody who can hear that it is still being weighed. */
  boolean reachesOne() {
    return this == DM || this == MAIL || isByHand();
  }

  /**
   * The way for this input.
   *
   * @param reachable whether Slack takes a message to the contributor's account
   * @param mail whether mail is set up
   * @param home whether the initiative has a home channel
   */
  static Way of(Input input, boolean reachable, boolean mail, boolean home) {
    Contributor who = input.contributor();
    if (who.account().filter(input.owner()::equals).isPresent()) {
      return SELF;
    } else if (who.hasOptedOut()) {
      return BY_HAND_OPTED_OUT;
    }
    return switch (who.reach()) {
      case SLACK -> reachable ? DM : BY_HAND_UNREACHABLE;
      case MAIL -> mail && who.address() != null ? MAIL : BY_HAND_NO_MAIL;
      case NOTICE -> home ? NOTICE : BY_HAND_NO_HOME;
      case BY_HAND -> BY_HAND;
    };
  }
}

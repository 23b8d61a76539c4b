package dev.groundswell.sponsor;

import dev.groundswell.initiative.Initiative;
import dev.groundswell.kernel.UserId;
import java.time.LocalDate;
import java.util.List;

/** What became of the wish to send the digest. */
public sealed interface Sent {
  /**
   * @param to who gets one
   * @param nothingNew who does not, since nothing has happened since their last one
   * @param hadOne who does not, since they had one in this period
   */
  record OnItsWay(
      Initiative initiative, List<Sponsor> to, List<Sponsor> nothingNew, List<Sponsor> hadOne)
      implements Sent {
    public OnItsWay {
      to = List.copyOf(to);
      nothingNew = List.copyOf(nothingNew);
      hadOne = List.copyOf(hadOne);
    }
  }

  record NoSponsor(Initiative initiative) implements Sent {}

  record NoInitiative() implements Sent {}

  /** Nothing is sent until then. */
  record Paused(Initiative initiative, LocalDate until) implements Sent {}

  /** No mail server is set up. */
  record NoMail() implements Sent {}

  /** Only the lead sends the digest. */
  record NotLead(UserId lead) implements Sent {}
}

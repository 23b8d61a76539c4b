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
   * @param approved who does not, since one is approved and waits for its day
   * @param unconfirmed who does not, since they have not said yet that they want it
   * @param ended who does not, since they stopped it or their address takes no mail
   */
  record OnItsWay(
      Initiative initiative,
      List<Sponsor> to,
      List<Sponsor> nothingNew,
      List<Sponsor> hadOne,
      List<Sponsor> approved,
      List<Sponsor> unconfirmed,
      List<Sponsor> ended)
      implements Sent {
    public OnItsWay {
      to = List.copyOf(to);
      nothingNew = List.copyOf(nothingNew);
      hadOne = List.copyOf(hadOne);
      approved = List.copyOf(approved);
      unconfirmed = List.copyOf(unconfirmed);
      ended = List.copyOf(ended);
    }
  }

  record NoSponsor(Initiative initiative) implements Sent {}

  record NoInitiative() implements Sent {}

  /** Nothing is sent until then. */
  record Paused(Initiative initiative, LocalDate until) implements Sent {}

  /** No mail server is set up. */
  record NoMail() implements Sent {}

  /** There is no address by which a sponsor could unsubscribe. */
  record NoPublicAddress() implements Sent {}

  /** Only the lead sends the digest. */
  record NotLead(UserId lead) implements Sent {}
}

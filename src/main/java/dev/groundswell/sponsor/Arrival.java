package dev.groundswell.sponsor;

/** What a mail that arrived in our mailbox is to us. */
public sealed interface Arrival {
  /** Stands before the token in the subject of a mail that unsubscribes. */
  String STOP = "stop ";

  /**
   * One of our mails was not delivered.
   *
   * @param forGood whether the address will never take one
   * @param why what the other server said, one line
   */
  record Bounce(MailKey mail, boolean forGood, String why) implements Arrival {}

  /** A mail program sent what List-Unsubscribe told it to. */
  record StopIt(String token) implements Arrival {}

  /**
   * Somebody answered one of our mails.
   *
   * @param words what they wrote, without what they quoted
   * @param from the address that it came from; empty where none can be read
   */
  record Reply(MailKey mail, String words, String from) implements Arrival {}

  /** An automatic answer, or nothing to do with us. */
  record Nothing() implements Arrival {}
}

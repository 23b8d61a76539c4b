package dev.groundswell.mail;

import dev.groundswell.sponsor.Arrival;
import dev.groundswell.sponsor.Correspondence;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the mailbox now and then for what came back. It changes nothing there, so that people
 * can read it too: which mails were handled is a row of ours.
 */
public final class MailboxReader {
  private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
  private static final Duration LOOK_BACK = Duration.ofDays(30);
  private static final int MOST = 2_000;

  private final ImapServer server;
  private final Correspondence correspondence;
  private final Clock clock;
  private final Session session;
  private Instant next = Instant.MIN;
  private Duration pause = PAUSE;

  /**
   * @param clock the wall clock: mails carry the time of the world
   */
  public MailboxReader(
      ImapServer server, Timeouts timeouts, Correspondence correspondence, Clock clock) {
    this.server = server;
    this.correspondence = correspondence;
    this.clock = clock;
    this.session = MailboxCheck.session(server, timeouts);
  }

  /** Looks, if it is time to: each minute, and less often while the server can't be reached. */
  public void poll() {
    Instant now = clock.instant();
    if (now.isBefore(next)) {
      return;
    }
    try {
      look(now);
      correspondence.tidy();
      pause = PAUSE;
    } catch (MessagingException e) {
      LOG.warn(
          "{} It is tried again in {} minutes.",
          MailboxCheck.complaint(server, e),
          pause.toMinutes());
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0
              ? LONGEST_PAUSE
              : pause.multipliedBy(2);
    }
    next = now.plus(pause);
  }

  /**
   * Handles what is new.
   *
   * @return how many mails took effect or were passed over for good
   */
  int look(Instant now) throws MessagingException {
    try (Store store = session.getStore(MailboxCheck.protocol(server))) {
      store.connect(server.host(), server.port(), server.user(), server.password());
      try (Folder folder = store.getFolder(server.folder())) {
        folder.open(Folder.READ_ONLY);
        Message[] found =
            folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(now.minus(LOOK_BACK))));
        Message[] newest =
            Arrays.copyOfRange(found, Math.max(0, found.length - MOST), found.length);
        FetchProfile envelopes = new FetchProfile();
        envelopes.add(FetchProfile.Item.ENVELOPE);
        folder.fetch(newest, envelopes);
        int handled = 0;
        for (Message each : newest) {
          handled += each instanceof MimeMessage mail && handle(mail) ? 1 : 0;
        }
        return handled;
      }
    }
  }

  private boolean handle(MimeMessage mail) throws MessagingException {
    String name = name(mail);
    return correspondence.isNew(name) && correspondence.received(name, read(mail));
  }

  /** One that nobody can read is passed over, and does not keep those behind it waiting. */
  private static Arrival read(MimeMessage mail) throws MessagingException {
    try {
      // A copy: what the server says of the structure of odd mails is not always so.
      return ReadArrival.of(new MimeMessage(mail));
    } catch (IOException | RuntimeException e) {
      LOG.warn("A mail in the mailbox could not be read: {}", e.getClass().getSimpleName());
      return new Arrival.Nothing();
    }
  }

  private static String name(MimeMessage mail) throws MessagingException {
    String messageId = mail.getMessageID();
    return messageId != null && !messageId.isBlank()
        ? messageId.strip()
        : mail.getSentDate() + "/" + mail.getSubject() + "/" + Arrays.toString(mail.getFrom());
  }
}

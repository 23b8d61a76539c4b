package dev.groundswell.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.util.Optional;
import java.util.Properties;

/** How the mailbox is connected to, and what may stand in the way. */
public final class MailboxCheck {
  private MailboxCheck() {}

  /** Connects, logs in and opens the folder: what stands in the way, if anything. */
  public static Optional<String> of(ImapServer server, Timeouts timeouts) {
    try (Store store = session(server, timeouts).getStore(protocol(server))) {
      store.connect(server.host(), server.port(), server.user(), server.password());
      try (Folder folder = store.getFolder(server.folder())) {
        folder.open(Folder.READ_ONLY);
        return Optional.empty();
      }
    } catch (MessagingException e) {
      return Optional.of(complaint(server, e));
    }
  }

  static Session session(ImapServer server, Timeouts timeouts) {
    return Session.getInstance(properties(server, timeouts));
  }

  private static Properties properties(ImapServer server, Timeouts timeouts) {
    Properties properties = new Properties();
    String protocol = "mail." + protocol(server) + ".";
    properties.setProperty(protocol + "ssl.checkserveridentity", "true");
    properties.setProperty(
        protocol + "connectiontimeout", String.valueOf(timeouts.connect().toMillis()));
    properties.setProperty(protocol + "timeout", String.valueOf(timeouts.read().toMillis()));
    properties.setProperty(protocol + "writetimeout", String.valueOf(timeouts.write().toMillis()));
    properties.setProperty(protocol + "peek", "true");
    return properties;
  }

  static String protocol(ImapServer server) {
    return server.encrypted() ? "imaps" : "imap";
  }

  /** One sentence that says what to do, without user or password. */
  static String complaint(ImapServer server, MessagingException e) {
    String mailbox = "The mailbox at " + server.where() + " ";
    if (e instanceof AuthenticationFailedException) {
      return mailbox + "refused the login. Check user and password in IMAP_URL.";
    }
    if (e instanceof FolderNotFoundException) {
      return mailbox + "has no folder of that name. Check the end of IMAP_URL.";
    }
    return mailbox + "can't be read. Check host and port in IMAP_URL, and whether it speaks TLS.";
  }
}

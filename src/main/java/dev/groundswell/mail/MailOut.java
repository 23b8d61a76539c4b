package dev.groundswell.mail;

import dev.groundswell.outbox.SendResult;
import java.util.Optional;

/** Where mails go: to a server, or into a folder. */
public interface MailOut extends AutoCloseable {
  /** Tries once. */
  SendResult send(MailMessage message);

  /** What stands in the way of sending, if anything; nothing is sent. */
  Optional<String> check();

  @Override
  void close();
}

package dev.groundswell.mail;

import dev.groundswell.outbox.SendResult;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;

/**
 * Writes each mail into a folder, as {@code key.eml} that mail programs open. A mail that is
 * written again takes the place of the first, so that there is never an unknown end.
 */
public final class MailFolder implements MailOut {
  private final Path folder;
  private final ComposeMime mime;
  private final Clock clock;

  public MailFolder(Path folder, MailIdentity from, Clock clock) {
    this.folder = folder;
    this.mime = new ComposeMime(Session.getInstance(new Properties()), from);
    this.clock = clock;
  }

  @Override
  public SendResult send(MailMessage message) {
    MimeMessage ready = mime.compose(message, clock.instant());
    try {
      Files.createDirectories(folder);
      Path half = folder.resolve(message.key() + ".part");
      try (OutputStream file = Files.newOutputStream(half)) {
        ready.writeTo(file);
      }
      Files.move(
          half,
          folder.resolve(message.key() + ".eml"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return new SendResult.Sent(mime.messageId(message.key()));
    } catch (IOException | MessagingException e) {
      return new SendResult.TryAgain(
          Verdict.SOON,
          "The folder of MAIL_FOLDER can't be written to. Check that it is there, and its rights.");
    }
  }

  @Override
  public Optional<String> check() {
    try {
      Files.createDirectories(folder);
      return Files.isWritable(folder)
          ? Optional.empty()
          : Optional.of("The folder of MAIL_FOLDER can't be written to. Check its rights.");
    } catch (IOException e) {
      return Optional.of(
          "The folder of MAIL_FOLDER can't be made. Check the path, and its rights.");
    }
  }

  @Override
  public void close() {}
}

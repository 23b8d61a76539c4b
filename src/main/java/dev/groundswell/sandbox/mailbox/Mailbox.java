package dev.groundswell.sandbox.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on a free loopback port, and what has arrived at it. */
public final class Mailbox implements AutoCloseable {
  /** Addresses that end so are refused with 550: the mailbox of somebody who has left. */
  public static final String GONE = "@gone.example";

  private final Clock clock;
  private final SMTPServer server;
  private final List<Mail> mails = new ArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  private Mailbox(Clock clock) {
    this.clock = clock;
    this.server =
        SMTPServer.port(0)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandlerFactory(context -> new Delivery())
            .build();
  }

  /** Starts to receive. */
  public static Mailbox open(Clock clock) {
    Mailbox mailbox = new Mailbox(clock);
    mailbox.server.start();
    return mailbox;
  }

  public int port() {
    return server.getPortAllocated();
  }

  /** Newest first. */
  public synchronized List<Mail> mails() {
    List<Mail> newestFirst = new ArrayList<>(mails);
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  public synchronized Optional<Mail> mail(int number) {
    return number < 1 || number > mails.size()
        ? Optional.empty()
        : Optional.of(mails.get(number - 1));
  }

  /** Runs this after each arrival. */
  public void onMail(Runnable listener) {
    listeners.add(listener);
  }

  @Override
  public void close() {
    server.stop();
  }

  private void receive(String from, List<String> recipients, byte[] raw)
      throws IOException, RejectException {
    synchronized (this) {
      mails.add(read(mails.size() + 1, from, recipients, raw));
    }
    listeners.forEach(Runnable::run);
  }

  private Mail read(int number, String from, List<String> recipients, byte[] raw)
      throws IOException, RejectException {
    try {
      MimeMessage message = new MimeMessage(null, new ByteArrayInputStream(raw));
      Parts parts = Parts.of(message);
      String subject = message.getSubject();
      jakarta.mail.Address[] authors = message.getFrom();
      return new Mail(
          number,
          clock.instant(),
          authors == null || authors.length == 0
              ? from
              : jakarta.mail.internet.InternetAddress.toUnicodeString(authors),
          recipients,
          subject == null ? "" : subject,
          Collections.list(message.getAllHeaderLines()),
          parts.text(),
          parts.html(),
          new String(raw, StandardCharsets.UTF_8));
    } catch (MessagingException e) {
      throw new RejectException(554, "not a mail: " + e.getMessage());
    }
  }

  private final class Delivery implements MessageHandler {
    private final List<String> recipients = new ArrayList<>();
    private String from = "";

    @Override
    public void from(String address) {
      from = address;
    }

    @Override
    public void recipient(String address) throws RejectException {
      if (address.toLowerCase(Locale.ROOT).endsWith(GONE)) {
        throw new RejectException(550, "5.1.1 no such mailbox: " + address);
      }
      recipients.add(address);
    }

    @Override
    public String data(InputStream mail) throws IOException, RejectException {
      receive(from, recipients, mail.readAllBytes());
      return "2.0.0 kept in the sandbox";
    }

    @Override
    public void done() {}
  }
}

package dev.groundswell.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * One SMTP connection that knows how far it came.
 *
 * <p>The library throws the same exception whether the connection broke before the message or after
 * its last byte, and it may hide the server's answer behind the failure of the RSET that follows.
 * This class notes the step it is at and the first "no" it hears.
 */
final class WatchedTransport extends SMTPTransport {

  /** The steps of RFC 5321, 3.1 to 3.3, in order. */
  enum Step {
    /** Up to the answer to EHLO. */
    CONNECT,
    /** STARTTLS, up to the end of the handshake; RFC 3207. */
    ENCRYPT,
    /** AUTH, if there is a login. */
    LOGIN,
    /** MAIL FROM. */
    SENDER,
    /** RCPT TO. */
    RECIPIENT,
    /** The command DATA, up to the 354. */
    DATA,
    /** The message itself, without its end: a server must drop what it has (RFC 5321, 4.1.1.10). */
    CONTENT,
    /** The final dot is on its way, the answer is not here: the message may be in the mailbox. */
    END,
    /** The server took it. */
    ACCEPTED
  }

  /** What the server said: its code, or -1 for a closed connection or gibberish, and its lines. */
  record Reply(int code, String lines) {}

  private final SmtpServer server;
  private Step step = Step.CONNECT;
  private boolean encrypted;
  private @Nullable Reply refusal;

  WatchedTransport(Session session, SmtpServer server) {
    super(session, null, "smtp", server.encryption() == SmtpServer.Encryption.IMPLICIT);
    this.server = server;
    this.encrypted = server.encryption() == SmtpServer.Encryption.IMPLICIT;
  }

  /**
   * What the library needs to know of the server.
   *
   * @param heloName what we call ourselves (RFC 5321, 4.1.1.1); the library's default asks the DNS
   *     for the machine's name
   */
  static Properties properties(
      SmtpServer server, Timeouts timeouts, SSLSocketFactory tls, String heloName) {
    Properties properties = new Properties();
    boolean starttls =
        server.encryption() == SmtpServer.Encryption.REQUIRED
            || server.encryption() == SmtpServer.Encryption.OPTIONAL;
    properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
    properties.setProperty(
        "mail.smtp.starttls.required", String.valueOf(starttls && server.demandsEncryption()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.socketFactory", tls);
    // By default a failed handshake is tried again, with the JVM's own certificates.
    properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    properties.setProperty("mail.smtp.auth", String.valueOf(server.login() != null));
    properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.setProperty(
        "mail.smtp.connectiontimeout", String.valueOf(timeouts.connect().toMillis()));
    properties.setProperty("mail.smtp.timeout", String.valueOf(timeouts.read().toMillis()));
    properties.setProperty("mail.smtp.writetimeout", String.valueOf(timeouts.write().toMillis()));
    properties.setProperty("mail.smtp.localhost", heloName);
    properties.setProperty("mail.smtp.quitwait", "false");
    return properties;
  }

  /** Connects, encrypts and logs in. */
  void open() throws MessagingException {
    SmtpServer.Login login = server.login();
    connect(
        server.host(),
        server.port(),
        login == null ? null : login.user(),
        login == null ? null : login.password());
  }

  /** One message to one person; a return means that the server took it. */
  void handOver(MimeMessage message) throws MessagingException {
    step = Step.SENDER;
    refusal = null;
    sendMessage(message, message.getAllRecipients());
  }

  Step step() {
    return step;
  }

  /** The first answer that meant "no" in this step of the conversation. */
  @Nullable Reply refusal() {
    return refusal;
  }

  /** The server greeted us, and we need an encryption that it does not offer. */
  boolean lacksStartTls() {
    return step == Step.LOGIN
        && server.demandsEncryption()
        && !encrypted
        && !supportsExtension("STARTTLS");
  }

  @Override
  protected boolean ehlo(String domain) throws MessagingException {
    boolean understood = super.ehlo(domain);
    if (understood) {
      greeted();
    }
    return understood;
  }

  @Override
  protected void helo(String domain) throws MessagingException {
    super.helo(domain);
    greeted();
  }

  private void greeted() {
    step = Step.LOGIN;
    refusal = null;
  }

  @Override
  protected void startTLS() throws MessagingException {
    step = Step.ENCRYPT;
    super.startTLS();
    encrypted = true;
  }

  @Override
  protected void rcptTo() throws MessagingException {
    step = Step.RECIPIENT;
    super.rcptTo();
  }

  @Override
  protected OutputStream data() throws MessagingException {
    step = Step.DATA;
    OutputStream content = super.data();
    step = Step.CONTENT;
    return content;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    step = Step.END;
    super.finishData();
    step = Step.ACCEPTED;
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (refusal != null) {
      return code; // the answer to the RSET that follows a refusal
    }
    if (code < 200 || code >= 400) {
      refusal = new Reply(code, getLastServerResponse());
    } else if (step == Step.END && code < 300) {
      step = Step.ACCEPTED; // RFC 5321, 4.2.1: any 2yz is a yes; the library insists on 250
    }
    return code;
  }
}

package dev.groundswell.mail;

import dev.groundswell.kernel.MailAddress;
import dev.groundswell.mail.WatchedTransport.Reply;
import dev.groundswell.mail.WatchedTransport.Step;
import dev.groundswell.outbox.SendResult;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed attempt means, and what somebody can do about it. Pure: it decides from what was
 * seen on the wire.
 *
 * <p>Nothing that could be in a mailbox is ever called {@link SendResult.TryAgain}: mail has no
 * look-back, so a second copy is a risk only a person may take.
 */
record Verdict(SmtpServer server, MailIdentity from) {
  /** For what passes by itself. */
  static final Duration SOON = Duration.ofMinutes(1);

  /** For what waits for a person. */
  static final Duration LATER = Duration.ofMinutes(15);

  /** Login wanted, too weak, refused, encryption wanted; RFC 4954, 6. */
  private static final Set<Integer> LOGIN_CODES = Set.of(530, 534, 535, 538);

  /** The connection could not be opened, so nothing was sent. */
  SendResult.TryAgain notConnected(WatchedTransport transport, Exception failure) {
    if (transport.lacksStartTls()) {
      return later(
          "offers no STARTTLS, and without it nothing is sent. Check host and port in SMTP_URL; a"
              + " server that is encrypted from the start wants smtps://.");
    }
    return notConnected(transport.step(), transport.refusal(), failure);
  }

  SendResult.TryAgain notConnected(Step step, @Nullable Reply refusal, Exception failure) {
    if (refusal != null && refusal.code() >= 400) {
      return refusedBeforeMail(step, refusal);
    }
    if (caused(failure, UnknownHostException.class).isPresent()) {
      return soon("was not found. Check the host in SMTP_URL, and the DNS.");
    }
    if (caused(failure, SocketTimeoutException.class).isPresent()) {
      return soon("did not answer in time. Nothing was sent.");
    }
    if (caused(failure, SocketException.class).isPresent()) {
      return soon(
          "cannot be reached. Check host and port in SMTP_URL, and whether the server runs.");
    }
    Optional<SSLException> tls = caused(failure, SSLException.class);
    if (tls.isPresent() || step == Step.ENCRYPT) {
      return later(tlsProblem(failure, tls));
    }
    if (step == Step.LOGIN && refusal == null && server.login() != null) {
      return later("knows neither way to log in that we know, PLAIN and LOGIN. Ask its owner.");
    }
    return soon("closed the connection before the message. Nothing was sent.");
  }

  private SendResult.TryAgain refusedBeforeMail(Step step, Reply refusal) {
    String said = said(refusal);
    if (step == Step.ENCRYPT) {
      return later("would not start TLS. Ask its owner." + said);
    }
    if (refusal.code() < 500) {
      return soon("is not ready." + said);
    }
    return step == Step.LOGIN
        ? later("refused the login. Check user and password in SMTP_URL." + said)
        : later("takes no mail from here. Ask its owner." + said);
  }

  private static String tlsProblem(Exception failure, Optional<SSLException> tls) {
    if (caused(failure, CertificateExpiredException.class).isPresent()) {
      return "has a certificate that has expired. Ask its owner to renew it.";
    }
    Optional<CertificateException> certificate = caused(failure, CertificateException.class);
    if (certificate.isPresent()) {
      String reason = String.valueOf(certificate.get().getMessage());
      return reason.startsWith("No subject alternative") || reason.startsWith("No name matching")
          ? "has a certificate for another host name. Use the name in the certificate in SMTP_URL."
          : "has a certificate that is not trusted. Check the host in SMTP_URL; if the certificate"
              + " is one of your own making, add its issuer to the trust store of the JVM.";
    }
    String reason = tls.map(SSLException::getMessage).orElse("");
    return reason.startsWith("Unsupported or unrecognized SSL message")
        ? "does not begin with TLS. Use smtp:// in SMTP_URL, or another port."
        : "and this program agreed on no encryption. Ask its owner whether it speaks TLS 1.2 or"
            + " 1.3.";
  }

  /** The connection stood, and handing over the message failed. */
  SendResult notHandedOver(WatchedTransport transport, MailAddress to, Exception failure) {
    return notHandedOver(transport.step(), transport.refusal(), to, failure);
  }

  SendResult notHandedOver(Step step, @Nullable Reply refusal, MailAddress to, Exception failure) {
    if (refusal != null && refusal.code() >= 400) {
      return refused(step, refusal, to);
    }
    String happened =
        caused(failure, SocketTimeoutException.class).isPresent()
            ? "did not answer in time "
            : "broke the connection ";
    if (step == Step.END) {
      return unknown(
          happened
              + ("after it had the whole message for " + to + ". It may or may not have arrived:")
              + " ask before it is sent again.");
    }
    if (step == Step.CONTENT) {
      return unknown(
          happened
              + ("in the middle of the message for " + to + ". Most likely it did not arrive:")
              + " ask before it is sent again.");
    }
    return soon(happened + "before the message. Nothing was sent.");
  }

  private SendResult refused(Step step, Reply refusal, MailAddress to) {
    String said = said(refusal);
    if (refusal.code() < 500) {
      return soon("did not take the message for " + to + " now." + said);
    }
    if (LOGIN_CODES.contains(refusal.code()) && step.compareTo(Step.CONTENT) < 0) {
      return later("wants a login. Check user and password in SMTP_URL." + said);
    }
    if (step == Step.SENDER) {
      return later(
          ("does not let us send as " + from.address() + ". Check MAIL_FROM, or have that address")
              + " allowed there."
              + said);
    }
    return step == Step.RECIPIENT
        ? givenUp("refused the address " + to + ". Check it with the person." + said)
        : givenUp("refused the message for " + to + "." + said);
  }

  private String said(Reply refusal) {
    return " It said: " + ServerLine.of(refusal.lines(), server);
  }

  private SendResult.TryAgain soon(String what) {
    return new SendResult.TryAgain(SOON, sentence(what));
  }

  private SendResult.TryAgain later(String what) {
    return new SendResult.TryAgain(LATER, sentence(what));
  }

  private SendResult.GivenUp givenUp(String what) {
    return new SendResult.GivenUp(sentence(what));
  }

  private SendResult.Unknown unknown(String what) {
    return new SendResult.Unknown(sentence(what));
  }

  private String sentence(String what) {
    return "The mail server " + server.where() + " " + what;
  }

  private static <T extends Throwable> Optional<T> caused(Throwable failure, Class<T> type) {
    Throwable each = failure;
    for (int depth = 0; each != null && depth < 20; depth++) {
      if (type.isInstance(each)) {
        return Optional.of(type.cast(each));
      }
      each = each.getCause();
    }
    return Optional.empty();
  }
}

package dev.groundswell.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/**
 * SubEtha SMTP, a server we did not write, with a memory. It lets in {@code
 * bot@groundswell.example} with the password {@code p@ss/wörd}.
 */
final class PeerServer implements AutoCloseable {
  static final String LOGIN = "bot%40groundswell.example:p%40ss%2Fw%C3%B6rd@";

  /** What it does with the n-th recipient or message, from 1. */
  interface Mood {
    void meet(int number) throws RejectException;
  }

  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<String> envelopes = new CopyOnWriteArrayList<>();
  private final List<String> logins = new CopyOnWriteArrayList<>();
  private final AtomicInteger sessions = new AtomicInteger();
  private final AtomicInteger recipientsSeen = new AtomicInteger();
  private final AtomicInteger messagesSeen = new AtomicInteger();
  private final SMTPServer server;

  static PeerServer plain() {
    return new PeerServer(n -> {}, n -> {}, builder -> builder);
  }

  static PeerServer with(UnaryOperator<SMTPServer.Builder> settings) {
    return new PeerServer(n -> {}, n -> {}, settings);
  }

  static PeerServer withMoods(Mood onRecipient, Mood onMessage) {
    return new PeerServer(onRecipient, onMessage, builder -> builder);
  }

  private PeerServer(Mood onRecipient, Mood onMessage, UnaryOperator<SMTPServer.Builder> settings) {
    SMTPServer.Builder builder =
        new SMTPServer.Builder()
            .bindAddress(InetAddress.getLoopbackAddress())
            .port(0)
            .hostName("peer.example")
            .connectionTimeout(1, TimeUnit.MINUTES)
            .sessionHandler(new Counting())
            .authenticationHandlerFactory(
                new EasyAuthenticationHandlerFactory(
                    (user, password, context) -> admit(user, password)))
            .messageHandlerFactory(context -> new Remembering(onRecipient, onMessage));
    server = settings.apply(builder).build();
    server.start();
  }

  int port() {
    return server.getPortAllocated();
  }

  /** Each message as it came, headers and all, in ISO 8859-1. */
  List<String> messages() {
    return messages;
  }

  /** {@code sender>recipient} of each message. */
  List<String> envelopes() {
    return envelopes;
  }

  List<String> logins() {
    return logins;
  }

  int sessions() {
    return sessions.get();
  }

  @Override
  public void close() {
    server.stop();
  }

  private void admit(String user, String password) throws LoginFailedException {
    logins.add(user);
    if (!user.equals("bot@groundswell.example") || !password.equals("p@ss/wörd")) {
      throw new LoginFailedException();
    }
  }

  private final class Counting implements SessionHandler {
    @Override
    public SessionAcceptance accept(Session session) {
      sessions.incrementAndGet();
      return SessionAcceptance.success();
    }

    @Override
    public void onSessionEnd(Session session) {}
  }

  private final class Remembering implements MessageHandler {
    private final Mood onRecipient;
    private final Mood onMessage;
    private String envelope = "";

    Remembering(Mood onRecipient, Mood onMessage) {
      this.onRecipient = onRecipient;
      this.onMessage = onMessage;
    }

    @Override
    public void from(String from) {
      envelope = from;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      onRecipient.meet(recipientsSeen.incrementAndGet());
      envelope += ">" + recipient;
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
      String message = new String(data.readAllBytes(), StandardCharsets.ISO_8859_1);
      onMessage.meet(messagesSeen.incrementAndGet());
      messages.add(message);
      envelopes.add(envelope);
      return "taken";
    }

    @Override
    public void done() {}
  }
}

package dev.groundswell.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A server's own words, made fit for a sentence: one line, short, without our secrets. */
final class ServerLine {
  private static final int LONGEST = 160;

  private ServerLine() {}

  static String of(String lines, SmtpServer server) {
    String line = withoutSecrets(lines, server);
    line = line.replaceAll("(?:\\p{Cc}|\\p{Cf}|\\s)+", " ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "…";
  }

  private static String withoutSecrets(String lines, SmtpServer server) {
    SmtpServer.Login login = server.login();
    if (login == null) {
      return lines;
    }
    String plain = "\0" + login.user() + "\0" + login.password();
    return lines
        .replace(base64(login.user() + plain), "…")
        .replace(base64(plain), "…")
        .replace(base64(login.password()), "…")
        .replace(login.password(), "…");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}

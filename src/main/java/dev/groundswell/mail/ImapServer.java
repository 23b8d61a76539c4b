package dev.groundswell.mail;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * A mailbox to read over IMAP.
 *
 * @param encrypted TLS from the first byte
 */
public record ImapServer(
    String host, int port, boolean encrypted, String user, String password, String folder) {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
  private static final String SHAPE =
      "IMAP_URL should look like imaps://user:password@mail.example.org/INBOX";

  /**
   * Reads IMAP_URL. User and password are percent-encoded; the port defaults to 993, the folder to
   * INBOX. Without TLS only a server on this machine is read, as imap://.
   *
   * @throws IllegalArgumentException with a sentence that repeats nothing of {@code url}
   */
  public static ImapServer parse(String url) {
    URI uri;
    try {
      uri = URI.create(url.strip());
    } catch (IllegalArgumentException e) {
      // The exception's own message would quote the password.
      throw new IllegalArgumentException(SHAPE + "; write signs in user and password as %40, %2F");
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    String login = uri.getRawUserInfo();
    String host = uri.getHost();
    int colon = login == null ? -1 : login.indexOf(':');
    if (login == null || colon < 1 || colon == login.length() - 1 || host == null) {
      throw new IllegalArgumentException(SHAPE);
    }
    boolean encrypted = scheme.equals("imaps");
    if (!encrypted && !(scheme.equals("imap") && LOOPBACK.contains(host))) {
      throw new IllegalArgumentException(SHAPE + "; a login to another machine is encrypted");
    }
    String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
    return new ImapServer(
        host,
        uri.getPort() < 0 ? (encrypted ? 993 : 143) : uri.getPort(),
        encrypted,
        decoded(login.substring(0, colon)),
        decoded(login.substring(colon + 1)),
        path.isEmpty() ? "INBOX" : path);
  }

  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(SHAPE);
    }
  }

  /** {@code host:port}, for sentences and logs. */
  public String where() {
    return host + ":" + port;
  }

  @Override
  public String toString() {
    return "ImapServer[" + where() + ", login hidden]";
  }
}

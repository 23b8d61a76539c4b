package dev.groundswell.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is: {@code jdbc:h2:…}, {@code jdbc:postgresql://…}, or the {@code
 * postgres://user:password@host:port/name} that hosting services hand out.
 *
 * @param jdbc the address as JDBC knows it, for H2 with the options that lose nothing
 */
public record DatabaseUrl(String jdbc, @Nullable String user, @Nullable String password) {

  /**
   * Acknowledged commits survive kill -9 only with WRITE_DELAY=0, and with REUSE_SPACE=FALSE: where
   * H2 writes into space that became free, it may not find its last twenty commits again
   * (docs/adr/0001). Nulls sort as in PostgreSQL. The shutdown hook of H2 would close the file
   * before our own stop is through.
   */
  private static final String H2_OPTIONS =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=64";

  /**
   * One in memory has no space to use again, and H2 would not open it with the first. The second
   * halves what each commit adds to the file.
   */
  private static final String H2_FILE_OPTIONS = ";REUSE_SPACE=FALSE;COMPRESS=TRUE";

  private static final String SHAPE =
      "DATABASE_URL should look like jdbc:h2:file:./data/groundswell or"
          + " postgres://user:password@host:5432/groundswell";

  /**
   * @throws IllegalArgumentException with a sentence that says what it should look like, and never
   *     with the password
   */
  public static DatabaseUrl parse(String text) {
    String url = text.strip();
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:h2:")) {
      String ours = lower.startsWith("jdbc:h2:mem:") ? H2_OPTIONS : H2_OPTIONS + H2_FILE_OPTIONS;
      return new DatabaseUrl(withoutOurOptions(url) + ours, null, null);
    }
    if (lower.startsWith("jdbc:postgresql:")) {
      if (lower.matches("jdbc:postgresql://[^/?]*@.*")) {
        // JDBC knows no user:password@ and would take it for the name of a host.
        throw new IllegalArgumentException(SHAPE);
      }
      return new DatabaseUrl(url, null, null);
    }
    if (lower.startsWith("postgres://") || lower.startsWith("postgresql://")) {
      return fromUri(url);
    }
    throw new IllegalArgumentException(SHAPE);
  }

  private static String withoutOurOptions(String url) {
    return url.replaceAll(
        "(?i);(WRITE_DELAY|REUSE_SPACE|COMPRESS|DB_CLOSE_ON_EXIT|DEFAULT_NULL_ORDERING|QUERY_CACHE_SIZE)=[^;]*",
        "");
  }

  private static DatabaseUrl fromUri(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      // The exception's own message would quote the password.
      throw new IllegalArgumentException(SHAPE);
    }
    String path = uri.getRawPath();
    if (uri.getHost() == null || path == null || path.length() < 2) {
      throw new IllegalArgumentException(SHAPE);
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String jdbc = "jdbc:postgresql://" + uri.getHost() + port + path + query;
    String info = uri.getRawUserInfo();
    if (info == null) {
      return new DatabaseUrl(jdbc, null, null);
    }
    int colon = info.indexOf(':');
    return colon < 0
        ? new DatabaseUrl(jdbc, decoded(info), null)
        : new DatabaseUrl(
            jdbc, decoded(info.substring(0, colon)), decoded(info.substring(colon + 1)));
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  public boolean isH2() {
    return jdbc.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:");
  }

  /** True for a file of H2's that this process alone has open. */
  boolean isFile() {
    return isH2() && !jdbc.toLowerCase(Locale.ROOT).matches("jdbc:h2:(mem|tcp|ssl):.*");
  }

  @Override
  public String toString() {
    return isH2() ? "H2" : "PostgreSQL";
  }
}

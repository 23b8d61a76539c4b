package dev.groundswell.mail;

import java.net.IDN;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where mail is handed over, and how safely.
 *
 * @param host a name in ASCII or an IP address; IPv6 without brackets
 * @param login absent when the server wants none
 * @param perMinute the most messages handed over within any minute; 0 for no limit
 */
public record SmtpServer(
    String host, int port, Encryption encryption, @Nullable Login login, int perMinute) {

  /** How the connection is protected. */
  public enum Encryption {
    /** TLS from the first byte; RFC 8314, port 465. */
    IMPLICIT,
    /** STARTTLS or nothing; RFC 3207. */
    REQUIRED,
    /** STARTTLS when it is offered; a login to another machine still insists on it. */
    OPTIONAL,
    /** Never; for a server on this machine. */
    OFF
  }

  /** Name and password; {@code toString} shows neither, since some services use one token twice. */
  public record Login(String user, String password) {
    public Login {
      if (user.isEmpty() || password.isEmpty()) {
        throw wrong("a login needs both a user and a password");
      }
      if ((user + password).chars().anyMatch(Character::isISOControl)) {
        throw wrong("user and password may not hold control characters");
      }
    }

    @Override
    public String toString() {
      return "Login[hidden]";
    }
  }

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<scheme>smtps?)://((?<login>.*)@)?(?<host>\\[[0-9a-f:.]+]|[^\\[\\]:/?#@\\s]+)"
              + "(:(?<port>[^/?]*))?/?(\\?(?<query>.*))?",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern PERCENT = Pattern.compile("%([0-9A-Fa-f]{2})?");

  public SmtpServer {
    if (host.isBlank()) {
      throw wrong("the host is missing");
    }
    if (port < 1 || port > 65_535) {
      throw wrong("the port must be a number from 1 to 65535");
    }
    if (perMinute < 0) {
      throw wrong("perminute must be a number from 1 to 9999");
    }
    if (encryption == Encryption.OFF && login != null && !LOOPBACK.contains(host)) {
      throw wrong("a login to another machine must be encrypted, so starttls cannot be off");
    }
  }

  /**
   * Reads SMTP_URL: {@code smtp://user:password@host:port?starttls=required|optional|off} or {@code
   * smtps://user:password@host:port}, with {@code perminute=30} if the server limits its callers.
   *
   * <p>The port defaults to 587 (RFC 6409) and 465 (RFC 8314); starttls to {@code required}, but to
   * {@code optional} for localhost, 127.0.0.1 and ::1. User and password are percent-encoded UTF-8;
   * a bare {@code @}, {@code :} (in the password), {@code /} or {@code ?} is taken as it stands.
   *
   * @throws IllegalArgumentException with one line that says what it should look like, and repeats
   *     nothing of {@code url}, in which a slip of the pen moves the password anywhere
   */
  public static SmtpServer parse(String url) {
    Matcher shape = SHAPE.matcher(url.strip());
    if (!shape.matches()) {
      throw wrong("this has another form");
    }
    boolean implicit = shape.group("scheme").equalsIgnoreCase("smtps");
    String host = host(shape.group("host"));
    Map<String, String> query = query(shape.group("query"));
    String starttls = query.remove("starttls");
    String perMinute = query.remove("perminute");
    if (!query.isEmpty()) {
      throw wrong("after the ? only starttls and perminute are known");
    }
    return new SmtpServer(
        host,
        port(shape.group("port"), implicit ? 465 : 587),
        encryption(implicit, starttls, host),
        login(shape.group("login")),
        perMinute == null ? 0 : number(perMinute, "perminute must be a number from 1 to 9999"));
  }

  /** Whether a connection that stays in the clear is of no use. */
  boolean demandsEncryption() {
    return encryption == Encryption.IMPLICIT
        || encryption == Encryption.REQUIRED
        || (login != null && !isLoopback());
  }

  boolean isLoopback() {
    return LOOPBACK.contains(host);
  }

  /** {@code host:port}, for sentences and logs. */
  public String where() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  @Override
  public String toString() {
    return "SmtpServer[%s, %s, %s]"
        .formatted(where(), encryption, login == null ? "no login" : "login hidden");
  }

  private static String host(String text) {
    if (text.startsWith("[")) {
      return text.substring(1, text.length() - 1).toLowerCase(Locale.ROOT);
    }
    try {
      return IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw wrong("the host is not a host name");
    }
  }

  private static int port(@Nullable String text, int otherwise) {
    return text == null ? otherwise : number(text, "the port must be a number from 1 to 65535");
  }

  private static int number(String text, String complaint) {
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) == 0) {
      throw wrong(complaint);
    }
    return Integer.parseInt(text);
  }

  private static Encryption encryption(boolean implicit, @Nullable String starttls, String host) {
    if (implicit) {
      if (starttls != null) {
        throw wrong("smtps:// is encrypted from the start, so leave starttls out");
      }
      return Encryption.IMPLICIT;
    }
    if (starttls == null) {
      return LOOPBACK.contains(host) ? Encryption.OPTIONAL : Encryption.REQUIRED;
    }
    return switch (starttls) {
      case "required" -> Encryption.REQUIRED;
      case "optional" -> Encryption.OPTIONAL;
      case "off" -> Encryption.OFF;
      default -> throw wrong("starttls is one of required, optional, off");
    };
  }

  private static Map<String, String> query(@Nullable String text) {
    Map<String, String> query = new LinkedHashMap<>();
    if (text == null || text.isEmpty()) {
      return query;
    }
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 0 || query.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
        throw wrong("after the ? comes name=value, each name once");
      }
    }
    return query;
  }

  private static @Nullable Login login(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw wrong("a login needs both a user and a password");
    }
    return new Login(decoded(text.substring(0, colon)), decoded(text.substring(colon + 1)));
  }

  /** Percent-decoding of RFC 3986, 2.1; a plus sign stays a plus sign. */
  private static String decoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer plain = ByteBuffer.allocate(bytes.length);
    Matcher percent = PERCENT.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    int from = 0;
    while (percent.find()) {
      String hex =
          Optional.ofNullable(percent.group(1))
              .orElseThrow(() -> wrong("a % in user or password is written %25"));
      plain.put(bytes, from, percent.start() - from).put((byte) Integer.parseInt(hex, 16));
      from = percent.end();
    }
    plain.put(bytes, from, bytes.length - from).flip();
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(plain).toString();
    } catch (CharacterCodingException e) {
      throw wrong("user and password are percent-encoded UTF-8");
    }
  }

  private static IllegalArgumentException wrong(String complaint) {
    return new IllegalArgumentException(
        "SMTP_URL should look like smtp://user:password@mail.example.org:587?starttls=required"
            + " or smtps://user:password@mail.example.org:465; "
            + complaint);
  }
}

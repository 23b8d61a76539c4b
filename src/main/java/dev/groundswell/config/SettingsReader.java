package dev.groundswell.config;

import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.kernel.Money;
import dev.groundswell.vault.MasterKeys;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads settings by name, the environment before the file, and names each that is wrong. */
public final class SettingsReader {
  private static final String APP_TOKEN =
      "xapp-…, an app-level token with connections:write, from Basic Information";
  private static final String FILE = "config/groundswell.yaml";
  private static final String SHAPE = "it should have one NAME: value on each line";

  private final Map<String, String> values;

  private SettingsReader(Map<String, String> values) {
    this.values = values;
  }

  /**
   * @param environment as the process got it
   * @param file the text of {@code config/groundswell.yaml}, empty when there is none
   * @throws BadSetting when the file can't be read
   */
  public static SettingsReader of(Map<String, String> environment, String file) {
    Map<String, String> values = new LinkedHashMap<>();
    try {
      // As it is written: a secret of digits is no number, and an empty value is no "null".
      Node tree = new Yaml(new LoaderOptions()).compose(new StringReader(file));
      if (tree instanceof MappingNode map) {
        map.getValue()
            .forEach(line -> values.put(text(line.getKeyNode()), text(line.getValueNode())));
      } else if (tree != null) {
        throw notOneALine(tree);
      }
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String line = mark == null ? "" : " at line " + (mark.getLine() + 1);
      // The exception's own message would quote the line, and a secret may stand in it.
      throw new BadSetting(FILE, "can't be read" + line + "; " + SHAPE);
    } catch (YAMLException e) {
      throw new BadSetting(FILE, "can't be read; " + SHAPE);
    }
    values.putAll(environment);
    return new SettingsReader(values);
  }

  private static String text(Node node) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw notOneALine(node);
  }

  private static BadSetting notOneALine(Node node) {
    return new BadSetting(
        FILE, "can't be used at line " + (node.getStartMark().getLine() + 1) + "; " + SHAPE);
  }

  /**
   * The settings of a server.
   *
   * @throws BadSetting for the first that is missing or wrong
   */
  public Settings forServer() {
    Optional<String> smtp = text("SMTP_URL");
    Optional<String> from = text("MAIL_FROM");
    Optional<Path> folder = mailFolder();
    if (smtp.isPresent() && folder.isPresent()) {
      throw new BadSetting(
          "MAIL_FOLDER", "is for trying things out without a mail server; remove it or SMTP_URL");
    }
    if ((smtp.isPresent() || folder.isPresent()) && from.isEmpty()) {
      throw new BadSetting(
          "MAIL_FROM", "is missing; it should look like Groundswell <groundswell@example.org>");
    }
    // Over Socket Mode nothing comes by HTTP, so there is nothing to check the signature of.
    String appToken = matching("SLACK_APP_TOKEN", "xapp-\\S+", APP_TOKEN).orElse(null);
    Optional<String> secret =
        matching(
            "SLACK_SIGNING_SECRET",
            "[0-9a-fA-F]{16,}",
            "the 32 characters under Basic Information");
    if (appToken == null && secret.isEmpty()) {
      throw new BadSetting(
          "SLACK_SIGNING_SECRET",
          "is missing; it should be the 32 characters under Basic Information"
              + " (or set SLACK_APP_TOKEN for Socket Mode)");
    }
    return new Settings(
        port(),
        optional(
                "PUBLIC_URL",
                "should look like https://groundswell.example.org",
                SettingsReader::webAddress)
            .orElse(null),
        database(),
        secret.orElse(null),
        required("SLACK_BOT_TOKEN", "xoxb-\\S+", "xoxb-…, from OAuth & Permissions"),
        appToken,
        slackApi(),
        slackMessagesPerMinute(),
        smtp.orElse(null),
        from.orElse(null),
        text("MAIL_REPLY_TO").orElse(null),
        prompts().orElse(null),
        figures(),
        encryptionKey(),
        text("IMAP_URL").orElse(null),
        folder.orElse(null),
        days("REPORT_BACK_DAYS", 14),
        days("REPORT_BACK_DAYS_AFTER_DECISION", 5),
        grantLimit(),
        checkLinks());
  }

  private boolean checkLinks() {
    String value = text("CHECK_LINKS").orElse("off").toLowerCase(Locale.ROOT);
    return switch (value) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new BadSetting("CHECK_LINKS", "should be on, or off (the default)");
    };
  }

  private Money grantLimit() {
    String shape = "should be a sum with its currency, such as 250000 GBP";
    Money limit =
        optional(
                "GRANT_LIMIT",
                shape,
                it -> Money.parse(it).orElseThrow(IllegalArgumentException::new))
            .orElse(Settings.USUAL_GRANT_LIMIT);
    if (limit.currency().isEmpty()) {
      throw new BadSetting("GRANT_LIMIT", shape);
    }
    return limit;
  }

  /** Where the database is; a file under {@code data/} unless it is set. */
  public DatabaseUrl database() {
    String url = text("DATABASE_URL").orElse("jdbc:h2:file:./data/groundswell");
    try {
      return DatabaseUrl.parse(url);
    } catch (IllegalArgumentException e) {
      throw new BadSetting("DATABASE_URL", shapeIn("DATABASE_URL", e));
    }
  }

  private static String shapeIn(String name, IllegalArgumentException e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith(name + " ") ? message.substring(name.length() + 1) : message;
  }

  /** What texts about people are sealed with. */
  public MasterKeys encryptionKey() {
    String keys =
        text("ENCRYPTION_KEY")
            .orElseThrow(
                () ->
                    new BadSetting(
                        "ENCRYPTION_KEY",
                        "is missing; make one with openssl rand -base64 32, and keep it apart from"
                            + " the database: without it addresses and notes are lost"));
    try {
      return MasterKeys.parse(keys);
    } catch (IllegalArgumentException e) {
      throw new BadSetting("ENCRYPTION_KEY", shapeIn("ENCRYPTION_KEY", e));
    }
  }

  private Optional<Path> mailFolder() {
    return optional("MAIL_FOLDER", "should be a folder, such as ./mails", Path::of);
  }

  /** The port of HTTP, 3000 unless it is set. */
  public int port() {
    String shape = "should be a number from 1 to 65535, such as 3000";
    int port = optional("PORT", shape, Integer::parseInt).orElse(3000);
    if (port < 1 || port > 65535) {
      throw new BadSetting("PORT", shape);
    }
    return port;
  }

  private int days(String name, int usual) {
    String shape = "should be a number of days from 1 to 365, such as " + usual;
    int days = optional(name, shape, Integer::parseInt).orElse(usual);
    if (days < 1 || days > 365) {
      throw new BadSetting(name, shape);
    }
    return days;
  }

  /** A folder with words to use instead of those in the jar. */
  public Optional<Path> prompts() {
    return optional("PROMPTS_DIR", "should be a folder, such as ./prompts", Path::of);
  }

  private URI slackApi() {
    String shape = "should look like https://slack.com/api/";
    return optional("SLACK_API_URL", shape, url -> webAddress(url.endsWith("/") ? url : url + "/"))
        .orElseGet(() -> URI.create("https://slack.com/api/"));
  }

  /** Slack lets an app post "several hundred" a minute to one workspace. */
  private int slackMessagesPerMinute() {
    String shape = "should be a number from 10 to 6000, such as 500";
    int most = optional("SLACK_MESSAGES_PER_MINUTE", shape, Integer::parseInt).orElse(500);
    if (most < 10 || most > 6000) {
      throw new BadSetting("SLACK_MESSAGES_PER_MINUTE", shape);
    }
    return most;
  }

  private static URI webAddress(String url) {
    URI uri = URI.create(url);
    if (uri.getHost() == null || !url.matches("(?i)https?://.*")) {
      throw new IllegalArgumentException("no web address");
    }
    return uri;
  }

  private Settings.Figures figures() {
    String value = text("METRICS").orElse("loopback").toLowerCase(Locale.ROOT);
    return switch (value) {
      case "off" -> Settings.Figures.OFF;
      case "loopback" -> Settings.Figures.LOOPBACK;
      case "open" -> Settings.Figures.OPEN;
      default ->
          throw new BadSetting(
              "METRICS", "should be off, loopback (for this machine only, the default) or open");
    };
  }

  private String required(String name, String pattern, String shape) {
    return matching(name, pattern, shape)
        .orElseThrow(() -> new BadSetting(name, "is missing; it should be " + shape));
  }

  private Optional<String> matching(String name, String pattern, String shape) {
    Optional<String> value = text(name);
    if (value.isPresent() && !value.get().matches(pattern)) {
      // The value may be a secret in the wrong place: it is not shown.
      throw new BadSetting(name, "should be " + shape);
    }
    return value;
  }

  private <T> Optional<T> optional(String name, String shape, Function<String, T> read) {
    try {
      return text(name).map(read);
    } catch (IllegalArgumentException e) {
      throw new BadSetting(name, shape);
    }
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).map(String::strip).filter(it -> !it.isEmpty());
  }
}

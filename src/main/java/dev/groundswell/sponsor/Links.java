package dev.groundswell.sponsor;

import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the links in mails, and reads them back: signed, so that nobody can make one up. */
final class Links {
  private static final String PURPOSE = "sponsor link";
  private static final Pattern PAYLOAD =
      Pattern.compile(
          "(?<deed>[cs]):(?<workspace>[A-Z0-9]{2,32}):(?<sponsor>[0-9a-f-]{36}):(?<asks>\\d{1,9})"
              + ":(?<until>\\d{1,9})");
  private static final int LONGEST = 400;

  private final Vault vault;

  Links(Vault vault) {
    this.vault = vault;
  }

  /** What a link does. */
  enum Deed {
    CONFIRM("c"),
    STOP("s");

    private final String letter;

    Deed(String letter) {
      this.letter = letter;
    }
  }

  /**
   * A link that was found to be ours.
   *
   * @param asks which asking it belongs to
   * @param lastDay the day after which it is not good any more
   */
  record Link(Deed deed, WorkspaceId workspace, UUID sponsor, int asks, LocalDate lastDay) {
    boolean hasRunOut(Instant now) {
      return now.atZone(ZoneOffset.UTC).toLocalDate().isAfter(lastDay);
    }
  }

  /** What stands at the end of the address. */
  String token(Link link) {
    String payload =
        "%s:%s:%s:%d:%d"
            .formatted(
                link.deed().letter,
                link.workspace(),
                link.sponsor(),
                link.asks(),
                link.lastDay().toEpochDay());
    return Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(payload.getBytes(StandardCharsets.US_ASCII))
        + "."
        + vault.fingerprint(link.workspace(), PURPOSE, payload);
  }

  /** Empty for what was guessed or altered. */
  Optional<Link> read(String token) {
    int dot = token.indexOf('.');
    if (dot < 1 || token.length() > LONGEST) {
      return Optional.empty();
    }
    String payload;
    try {
      payload =
          new String(
              Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.US_ASCII);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    Matcher parts = PAYLOAD.matcher(payload);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Link link =
        new Link(
            parts.group("deed").equals("c") ? Deed.CONFIRM : Deed.STOP,
            new WorkspaceId(parts.group("workspace")),
            UUID.fromString(parts.group("sponsor")),
            Integer.parseInt(parts.group("asks")),
            LocalDate.ofEpochDay(Long.parseLong(parts.group("until"))));
    boolean ours =
        MessageDigest.isEqual(
            token.getBytes(StandardCharsets.UTF_8), token(link).getBytes(StandardCharsets.UTF_8));
    return ours ? Optional.of(link) : Optional.empty();
  }
}

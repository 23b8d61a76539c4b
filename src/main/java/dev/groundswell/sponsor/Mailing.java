package dev.groundswell.sponsor;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What mail to sponsors needs.
 *
 * @param isSetUp whether there is a server, or a folder, to hand mails to
 * @param publicUrl where the links in a mail lead, or null
 */
public record Mailing(boolean isSetUp, @Nullable URI publicUrl) {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /** No mail at all. */
  public static Mailing none() {
    return new Mailing(false, null);
  }

  /** Whether one can unsubscribe: the links have to be https, but on this machine. */
  public boolean hasPublicAddress() {
    if (publicUrl == null || publicUrl.getHost() == null) {
      return false;
    }
    return "https".equalsIgnoreCase(publicUrl.getScheme())
        || THIS_MACHINE.contains(publicUrl.getHost().toLowerCase(Locale.ROOT));
  }

  boolean isOn() {
    return isSetUp && hasPublicAddress();
  }

  URI address(String path) {
    if (publicUrl == null) {
      throw new IllegalStateException("there is no public address");
    }
    return URI.create(publicUrl.toString().replaceFirst("/+$", "") + path);
  }
}

package dev.groundswell.kernel;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bare address of one mailbox: {@code local@domain}, ASCII, at most 254 characters, the domain
 * in lower case and, when it has letters beyond ASCII, in its {@code xn--} form.
 *
 * <p>Narrower than RFC 5321 and RFC 5322 on purpose: no display name, no comment, no quoted local
 * part, no address literal, no SMTPUTF8. What is left can stand in a header or an SMTP command
 * without any quoting.
 */
public record MailAddress(String value) {
  private static final int LONGEST = 254; // RFC 3696, erratum 1690
  private static final int LONGEST_LOCAL_PART = 64; // RFC 5321, 4.5.3.1.1
  private static final Pattern DOT_ATOM =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern TRICKS = Pattern.compile("[\\s<>\"(),:;\\[\\]\\\\]");
  private static final String EXAMPLE = "ann@example.org";

  /** What became of a text that somebody typed. */
  public sealed interface Parsed {}

  /** An address one can write to, as far as its form goes. */
  public record Good(MailAddress address) implements Parsed {}

  /**
   * No address.
   *
   * @param sentence what the person reads; it never repeats what was typed
   */
  public record Bad(String sentence) implements Parsed {}

  /**
   * @throws IllegalArgumentException with the sentence of {@link Bad}
   */
  public MailAddress {
    Optional<String> complaint = complaint(value);
    if (complaint.isPresent()) {
      throw new IllegalArgumentException(complaint.get());
    }
    value = normal(value);
  }

  /** Reads what a person typed; blanks around it do not matter. */
  public static Parsed parse(String text) {
    String typed = text.strip();
    Optional<String> complaint = complaint(typed);
    return complaint.isPresent() ? new Bad(complaint.get()) : new Good(new MailAddress(typed));
  }

  public String localPart() {
    return value.substring(0, value.indexOf('@'));
  }

  /** In lower case and ASCII: {@code example.org}, {@code xn--mnchen-3ya.de}. */
  public String domain() {
    return value.substring(value.indexOf('@') + 1);
  }

  @Override
  public String toString() {
    return value;
  }

  private static Optional<String> complaint(String text) {
    if (text.isBlank()) {
      return Optional.of("Please give an e-mail address, such as " + EXAMPLE + ".");
    }
    if (text.codePoints().anyMatch(MailAddress::isInvisible)) {
      return Optional.of(
          "That address holds a line break or an invisible character; please type it anew.");
    }
    if (TRICKS.matcher(text).find()) {
      return Optional.of(
          "Please give only the address, without name, brackets, quotes or spaces: "
              + EXAMPLE
              + ".");
    }
    int at = text.indexOf('@');
    if (at < 0 || at != text.lastIndexOf('@')) {
      return Optional.of("An e-mail address has exactly one @, as in " + EXAMPLE + ".");
    }
    if (at > LONGEST_LOCAL_PART || !DOT_ATOM.matcher(text.substring(0, at)).matches()) {
      return Optional.of(
          "The part before the @ must be 1 to 64 letters a to z, digits, or signs such as . _ + -,"
              + " with no dot at its ends and no two dots in a row.");
    }
    Optional<String> domain = asciiDomain(text.substring(at + 1));
    if (domain.isEmpty()) {
      return Optional.of("The part after the @ must be a domain, such as example.org.");
    }
    if (at + 1 + domain.get().length() > LONGEST) {
      return Optional.of("That address is too long; 254 characters are the most there can be.");
    }
    return Optional.empty();
  }

  private static String normal(String text) {
    int at = text.indexOf('@');
    return text.substring(0, at) + "@" + asciiDomain(text.substring(at + 1)).orElseThrow();
  }

  private static Optional<String> asciiDomain(String domain) {
    String ascii;
    try {
      ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (ascii.equals("localhost")) {
      return Optional.of(ascii);
    }
    String lastLabel = ascii.substring(ascii.lastIndexOf('.') + 1);
    boolean dotted = ascii.indexOf('.') > 0 && !lastLabel.isEmpty();
    boolean numeric = lastLabel.chars().allMatch(c -> c >= '0' && c <= '9');
    return dotted && !numeric && ascii.length() <= 253 ? Optional.of(ascii) : Optional.empty();
  }

  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}

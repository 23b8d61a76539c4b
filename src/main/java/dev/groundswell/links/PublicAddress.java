package dev.groundswell.links;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells addresses of the public internet from those that lead into somebody's own network. The
 * blocks are those of IANA's special-purpose registries; of IPv6 only what is given out as global
 * unicast counts as public, so that whatever maps an IPv4 address is none.
 */
final class PublicAddress {
  private static final Block GLOBAL_UNICAST = Block.of("2000::/3");

  private static final List<Block> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(Block::of)
          .toList();

  private PublicAddress() {}

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return (bytes.length == 4 || GLOBAL_UNICAST.holds(bytes))
        && SPECIAL.stream().noneMatch(it -> it.holds(bytes));
  }

  /** The addresses that begin with the same bits. */
  private static final class Block {
    private final byte[] from;
    private final int bits;

    private Block(byte[] from, int bits) {
      this.from = from;
      this.bits = bits;
    }

    static Block of(String text) {
      String[] parts = text.split("/", 2);
      try {
        // A literal is not looked up.
        return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(text, e);
      }
    }

    boolean holds(byte[] address) {
      if (address.length != from.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((address[bit / 8] & mask) != (from[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}

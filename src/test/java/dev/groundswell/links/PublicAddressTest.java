package dev.groundswell.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {
  private static final int MANY = 200_000;

  private static InetAddress address(int... parts) {
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) parts[i];
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  private static InetAddress any(Random random, int length, int... begin) {
    int[] parts = new int[length];
    for (int i = 0; i < length; i++) {
      parts[i] = i < begin.length ? begin[i] : random.nextInt(256);
    }
    return address(parts);
  }

  /** Written down a second time, as comparisons of numbers and not of bits. */
  private static boolean isSpecial(int a, int b, int c) {
    return a == 0
        || a == 10
        || a == 127
        || a >= 224
        || (a == 100 && b >= 64 && b < 128)
        || (a == 169 && b == 254)
        || (a == 172 && b >= 16 && b < 32)
        || (a == 192 && b == 0 && (c == 0 || c == 2))
        || (a == 192 && b == 88 && c == 99)
        || (a == 192 && b == 168)
        || (a == 198 && (b == 18 || b == 19))
        || (a == 198 && b == 51 && c == 100)
        || (a == 203 && b == 0 && c == 113);
  }

  @Test
  void every_address_of_version_four_is_public_exactly_when_no_registry_calls_it_special() {
    Random random = new Random(17);
    for (int a = 0; a < 256; a++) {
      for (int b = 0; b < 256; b++) {
        for (int c : new int[] {0, 1, 2, 99, 100, 113, random.nextInt(256), 255}) {
          assertThat(PublicAddress.isPublic(address(a, b, c, random.nextInt(256))))
              .as("%d.%d.%d.x", a, b, c)
              .isEqualTo(!isSpecial(a, b, c));
        }
      }
    }
  }

  @Test
  void what_java_itself_calls_local_is_never_public() {
    Random random = new Random(18);
    for (int i = 0; i < MANY; i++) {
      InetAddress any = any(random, random.nextBoolean() ? 4 : 16);
      if (any.isAnyLocalAddress()
          || any.isLoopbackAddress()
          || any.isLinkLocalAddress()
          || any.isSiteLocalAddress()
          || any.isMulticastAddress()) {
        assertThat(PublicAddress.isPublic(any)).as(any.toString()).isFalse();
      }
    }
  }

  @Test
  void no_address_of_version_six_that_carries_one_of_version_four_is_public() {
    Random random = new Random(19);
    for (int i = 0; i < 5_000; i++) {
      // Mapped, compatible, translated (64:ff9b::/96 and 64:ff9b:1::/48), 6to4, Teredo.
      InetAddress mapped = any(random, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 10);
      assertThat(PublicAddress.isPublic(mapped)).isFalse();
      assertThat(PublicAddress.isPublic(any(random, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
          .isFalse();
      assertThat(PublicAddress.isPublic(any(random, 16, 0, 0x64, 0xff, 0x9b, 0, 0))).isFalse();
      assertThat(PublicAddress.isPublic(any(random, 16, 0, 0x64, 0xff, 0x9b, 0, 1))).isFalse();
      assertThat(PublicAddress.isPublic(any(random, 16, 0x20, 0x02))).isFalse();
      assertThat(PublicAddress.isPublic(any(random, 16, 0x20, 0x01, 0, 0))).isFalse();
    }
  }

  @Test
  void of_version_six_only_global_unicast_is_public() {
    Random random = new Random(20);
    for (int i = 0; i < MANY; i++) {
      int first = random.nextInt(256);
      if (first >> 5 != 1) {
        assertThat(PublicAddress.isPublic(any(random, 16, first))).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "255.255.255.255",
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "2002:a9fe:a9fe::1",
        "2001:db8::1",
        "2001::1",
        "fec0::1"
      })
  void these_lead_into_somebodys_own_network(String literal) throws UnknownHostException {
    assertThat(PublicAddress.isPublic(InetAddress.getByName(literal))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.9.9.9",
        "172.15.255.255",
        "172.32.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "11.0.0.1",
        "192.167.1.1",
        "223.255.255.254",
        "2606:4700::1111",
        "2a00:1450:4001::1"
      })
  void these_are_public(String literal) throws UnknownHostException {
    assertThat(PublicAddress.isPublic(InetAddress.getByName(literal))).isTrue();
  }
}

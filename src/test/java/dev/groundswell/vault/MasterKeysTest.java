package dev.groundswell.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("jdk")
class MasterKeysTest {
  private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "MDEyMzQ1Njc4OWFiY2RlZg==",
        KEY + KEY,
        KEY + ",",
        "," + KEY,
        KEY + ";" + KEY,
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void something_else_is_refused_with_the_shape_and_never_repeated(String text) {
    assertThatThrownBy(() -> MasterKeys.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ENCRYPTION_KEY should be 32 random bytes in base64")
        .hasNoCause()
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(text.isEmpty() ? "\n" : text));
  }

  @Test
  void the_first_of_several_seals() {
    MasterKeys one = MasterKeys.parse(KEY);

    assertThat(MasterKeys.parse(KEY + " , " + KEY).first()).isEqualTo(one.first());
    assertThat(MasterKeys.once(new Random(7)).first()).isNotEqualTo(one.first());
  }

  @Test
  void nothing_shows_them() {
    assertThat(MasterKeys.parse(KEY)).hasToString("MasterKeys[hidden]");
  }
}

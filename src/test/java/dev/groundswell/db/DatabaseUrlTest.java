package dev.groundswell.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
  private static final String SHAPE =
      "DATABASE_URL should look like jdbc:h2:file:./data/groundswell or"
          + " postgres://user:password@host:5432/groundswell";

  @ParameterizedTest
  @ValueSource(strings = {"postgres://", "postgresql://", "POSTGRES://", "  postgres://"})
  void the_spelling_of_hosting_services_becomes_the_one_of_jdbc(String scheme) {
    DatabaseUrl url = DatabaseUrl.parse(scheme + "ann:secret@db.example.org:6432/ground");

    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example.org:6432/ground");
    assertThat(url.user()).isEqualTo("ann");
    assertThat(url.password()).isEqualTo("secret");
    assertThat(url.isH2()).isFalse();
  }

  @Test
  void the_spelling_of_jdbc_stays() {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://localhost/ground?sslmode=require");

    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://localhost/ground?sslmode=require");
    assertThat(url.user()).isNull();
    assertThat(url.password()).isNull();
  }

  @Test
  void port_user_and_password_may_be_left_out_and_options_stay() {
    DatabaseUrl url = DatabaseUrl.parse("postgres://localhost/ground?sslmode=require");

    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://localhost/ground?sslmode=require");
    assertThat(url.user()).isNull();
    assertThat(DatabaseUrl.parse("postgres://ann@localhost/ground").password()).isNull();
    assertThat(DatabaseUrl.parse("postgres://ann:@localhost/ground").password()).isEmpty();
  }

  @Test
  void a_password_may_be_percent_encoded() {
    DatabaseUrl url = DatabaseUrl.parse("postgres://a%40b:p%40ss%3Aw%2Fo+r%2Bd%25%C3%A9@h/d");

    assertThat(url.user()).isEqualTo("a@b");
    assertThat(url.password()).isEqualTo("p@ss:w/o+r+d%é");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "data/groundswell",
        "mysql://ann:hunter2@localhost/ground",
        "postgres://ann:hunter2@localhost",
        "postgres://ann:hunter2@localhost/",
        "postgres://ann:hunter2%zz@localhost/ground",
        "postgres://ann:hunter2 @localhost/ground",
        "postgres://ann:hunter2@@localhost/ground",
        "postgres://ann:hunter2#1@localhost/ground",
        "postgres://ann:hunter2@local_host:x/ground",
        "postgres:ann:hunter2@localhost/ground",
        "jdbc:postgresql://ann:hunter2@localhost/ground",
      })
  void anything_else_is_refused_with_the_shape_and_without_the_password(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(SHAPE)
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://ann:hunter2@localhost/ground",
        "jdbc:postgresql://localhost/ground?user=ann&password=hunter2",
        "jdbc:h2:mem:x;USER=ann;PASSWORD=hunter2"
      })
  void the_password_is_not_shown(String text) {
    assertThat(DatabaseUrl.parse(text).toString()).doesNotContain("hunter2", "ann");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:h2:file:./data/ground",
        "jdbc:h2:file:./data/ground;WRITE_DELAY=500",
        "jdbc:h2:file:./data/ground;reuse_space=true",
        "jdbc:h2:file:./data/ground;write_delay=500;DB_CLOSE_ON_EXIT=TRUE",
        "jdbc:h2:file:./data/ground;Default_Null_Ordering=LOW;WRITE_DELAY=1;WRITE_DELAY=2",
      })
  void h2_always_runs_with_the_options_that_lose_nothing(String text) {
    assertThat(DatabaseUrl.parse(text).jdbc())
        .isEqualTo(
            "jdbc:h2:file:./data/ground"
                + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DEFAULT_NULL_ORDERING=HIGH;QUERY_CACHE_SIZE=64;REUSE_SPACE=FALSE;COMPRESS=TRUE");
  }

  @Test
  void other_options_of_h2_stay_and_case_does_not_matter() {
    DatabaseUrl url = DatabaseUrl.parse("Jdbc:H2:mem:x;TRACE_LEVEL_FILE=0");

    assertThat(url.jdbc()).startsWith("Jdbc:H2:mem:x;TRACE_LEVEL_FILE=0;WRITE_DELAY=0");
    assertThat(url.isH2()).isTrue();
    assertThat(url).hasToString("H2");
  }
}

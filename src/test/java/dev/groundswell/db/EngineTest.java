package dev.groundswell.db;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineTest {
  @ParameterizedTest
  @EnumSource
  void a_database_that_was_given_back_is_lent_again_without_rows(Engine engine) {
    DatabaseUrl url = engine.fresh();
    try (Database database = Database.open(url)) {
      database.transact(
          tx -> tx.update("insert into house_key (id, wrapped) values (1, 'x')").execute());
    }

    engine.giveBack(url);

    DatabaseUrl again = engine.fresh();
    while (!again.jdbc().equals(url.jdbc())) {
      again = engine.fresh();
    }
    try (Database database = Database.open(again)) {
      assertThat(
              database.<Integer>query(
                  tx -> tx.query("select count(*) from house_key").mapTo(Integer.class).one()))
          .isZero();
    }
    engine.giveBack(again);
  }
}

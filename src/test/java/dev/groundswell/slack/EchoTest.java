package dev.groundswell.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.advice.Advice;
import dev.groundswell.db.Database;
import dev.groundswell.db.DatabaseUrl;
import dev.groundswell.kernel.UserId;
import dev.groundswell.kernel.WorkspaceId;
import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.TipLibrary;
import dev.groundswell.people.People;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import dev.groundswell.search.TipSearch;
import dev.groundswell.slack.advice.AdviceListener;
import dev.groundswell.slack.advice.AdviceView;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was not understood is repeated, unless it seems to hold a detail of a patient. */
class EchoTest {
  private final Database database =
      Database.open(DatabaseUrl.parse("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
  private final Words words = Words.load(PromptFiles.packaged());
  private final TipLibrary library = TipLibrary.load(PromptFiles.packaged());
  private final Menu menu =
      new Menu(
          words,
          new AdviceListener(
                  new Advice(
                      library,
                      TipSearch.load(library, PromptFiles.packaged())::find,
                      database,
                      Clock.systemUTC()),
                  library,
                  new AudienceWords(library),
                  new AdviceView(words, library),
                  words,
                  (caller, name) -> Optional.empty())
              .verbs());

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mrn-12345678",
        "John Smith, a patient, MRN 12345678",
        "help mrn-12345678",
        "tips mrn-12345678",
        "tips docs patient John Smith MRN 12345678",
        "ask the patient John Smith MRN 12345678 says no, how do I win patients"
      })
  void a_detail_of_a_patient_is_not_echoed(String typed) {
    assertThat(answer(typed)).contains("not ").doesNotContain("12345678", "John", "Smith");
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyzzy", "tips xyzzy", "tips docs, xyzzy"})
  void other_words_are(String typed) {
    assertThat(answer(typed)).contains("xyzzy");
  }

  private String answer(String typed) {
    People people = new People(database, (workspace, user) -> Optional.empty(), Clock.systemUTC());
    Caller caller = new Caller(new WorkspaceId("T1"), new UserId("U1"), null, "", people);
    return menu.answer(caller, typed, "key").toString();
  }
}

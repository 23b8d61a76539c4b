package dev.groundswell.practice.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.practice.imports.PracticeList.Column;
import dev.groundswell.practice.imports.PracticeList.Line;
import dev.groundswell.practice.imports.PracticeList.Read;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people hand in as a list. */
class PracticeListTest {
  private static PracticeList good(String text) {
    return good(text.getBytes(UTF_8));
  }

  private static PracticeList good(byte[] bytes) {
    Read read = PracticeList.read(bytes);
    assertThat(read).isInstanceOf(Read.Good.class);
    return ((Read.Good) read).list();
  }

  private static Read.Why bad(byte[] bytes) {
    Read read = PracticeList.read(bytes);
    assertThat(read).isInstanceOf(Read.Bad.class);
    return ((Read.Bad) read).why();
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void a_list_is_read_whatever_separates_it(String mark) {
    PracticeList list =
        good(
            String.join(
                    "\r\n",
                    "\uFEFFPractice Name,Staff,County,EHR,Colour",
                    "Eastgate,12,North,Epic,blue",
                    "",
                    "\"Riverside\nClinic\",,South,,",
                    "")
                .replace(",", mark));

    assertThat(list.lines()).extracting(Line::name).containsExactly("Eastgate", "Riverside Clinic");
    assertThat(list.lines().get(0).size()).isEqualTo(12);
    assertThat(list.lines().get(0).text(Column.RECORD_SYSTEM)).isEqualTo("Epic");
    assertThat(list.lines().get(1).size()).isNull();
    assertThat(list.ignored()).containsExactly("Colour");
    assertThat(list.problems()).isEmpty();
  }

  @Test
  void each_line_that_cannot_be_taken_over_says_why() {
    PracticeList list =
        good(
            "name,size,region\n"
                + "Eastgate,12,North\n"
                + ",3,North\n"
                + "EASTGATE,3,North\n"
                + "Westgate,many,North\n"
                + "Northgate,0,North\n"
                + "x".repeat(121)
                + ",3,North\n"
                + "patient John Smith,3,North\n");

    assertThat(list.lines()).hasSize(1);
    assertThat(list.problems())
        .containsExactly(
            new Problem(3, Problem.Kind.NO_NAME, 0),
            new Problem(4, Problem.Kind.TWICE, 2),
            new Problem(5, Problem.Kind.SIZE, 0),
            new Problem(6, Problem.Kind.SIZE, 0),
            new Problem(7, Problem.Kind.TOO_LONG, 0),
            new Problem(8, Problem.Kind.PATIENT_DETAILS, 0));
  }

  @Test
  void formulas_lose_what_makes_them_one() {
    PracticeList list =
        good("name,region\n\"=HYPERLINK(\"\"http://x\"\")\",+North\n@Westgate,-South\n");

    assertThat(list.lines())
        .extracting(Line::name)
        .containsExactly("HYPERLINK(\"http://x\")", "Westgate");
    assertThat(list.lines())
        .extracting(it -> it.text(Column.REGION))
        .containsExactly("North", "South");
  }

  @Test
  void a_file_that_cannot_be_used_says_why() {
    assertThat(bad(new byte[0])).isEqualTo(Read.Why.EMPTY);
    assertThat(bad("  \n ".getBytes(UTF_8))).isEqualTo(Read.Why.EMPTY);
    assertThat(bad("name\nPraxis Müller".getBytes(ISO_8859_1))).isEqualTo(Read.Why.NOT_UTF8);
    assertThat(bad("name\nEastgate".getBytes(UTF_16))).isEqualTo(Read.Why.NOT_UTF8);
    assertThat(bad("title,size\nEastgate,3".getBytes(UTF_8))).isEqualTo(Read.Why.NO_NAME_COLUMN);
    assertThat(bad(new byte[PracticeList.LARGEST + 1])).isEqualTo(Read.Why.TOO_LARGE);
  }

  @Test
  void whatever_bytes_come_it_reads_them_or_says_why() {
    Random random = new Random(3);
    for (int i = 0; i < 3000; i++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      byte[] head = "name,size\n".getBytes(UTF_8);
      byte[] all = new byte[head.length + bytes.length];
      System.arraycopy(head, 0, all, 0, head.length);
      for (int k = 0; k < bytes.length; k++) {
        all[head.length + k] = i % 2 == 0 ? bytes[k] : (byte) "\",\n\r a1=".charAt(bytes[k] & 7);
      }
      assertThat(PracticeList.read(all)).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "+5", "=5", "5.0", "five"})
  void a_size_that_is_no_number_of_people_is_reported(String size) {
    PracticeList list = good("name,size\nEastgate," + size + "\n");

    assertThat(list.lines()).isEmpty();
    assertThat(list.problems()).containsExactly(new Problem(2, Problem.Kind.SIZE, 0));
  }
}

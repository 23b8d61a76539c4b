package dev.groundswell.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.groundswell.privacy.Finding.Kind;
import dev.groundswell.prompt.PromptFiles;
import dev.groundswell.prompt.Words;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientGuardTest {
  private static final String HITS =
      """
      NHS_NUMBER | the lady with 943 476 5919 never got her letter
      NHS_NUMBER | 943-476-5919 keeps being sent to the old address
      NHS_NUMBER | nhs number 9434765919
      NHS_NUMBER | NHS: 943 476 5919, wants evenings
      NHS_NUMBER | NHS no. 9434765919
      NHS_NUMBER | a patient (9434765919) rang twice about transport
      NHS_NUMBER | her number is 9434765919 if you need it
      NHS_NUMBER | pt 94 34 76 59 19 said the letter was in English
      NHS_NUMBER | ９４３ ４７６ ５９１９ waited three hours
      NHS_NUMBER | ٩٤٣ ٤٧٦ ٥٩١٩ waited three hours
      NHS_NUMBER | 943\u00a0476\u00a05919 waited three hours
      NHS_NUMBER | 943\u200b 476\u200b 59\u200b19 waited three hours
      NHS_NUMBER | 943\u2011476\u20115919 waited three hours
      SOCIAL_SECURITY_NUMBER | his social is 219-09-9999, he said it out loud at the desk
      SOCIAL_SECURITY_NUMBER | 219 09 9999
      SOCIAL_SECURITY_NUMBER | SSN 219099999
      SOCIAL_SECURITY_NUMBER | ssn: 219.09.9999
      SOCIAL_SECURITY_NUMBER | They asked for social security number 219099999 at check-in
      SOCIAL_SECURITY_NUMBER | SSN ending in 4821 was read aloud in the waiting room
      SOCIAL_SECURITY_NUMBER | 219\u201309\u20139999
      SOCIAL_SECURITY_NUMBER | S.S.N. 219099999
      RECORD_NUMBER | MRN 12345678 says the ramp is too steep
      RECORD_NUMBER | mrn:00482913
      RECORD_NUMBER | MRN12345678
      RECORD_NUMBER | MRN# 00-48-29-13
      RECORD_NUMBER | M.R.N. 482913
      RECORD_NUMBER | see chart # 48291
      RECORD_NUMBER | medical record number 4829 13
      RECORD_NUMBER | medical record no. A482913
      RECORD_NUMBER | Hospital number: K123456
      RECORD_NUMBER | hospital no 1234567 wants a later slot
      RECORD_NUMBER | NHS no 123456
      RECORD_NUMBER | patient id 55021
      RECORD_NUMBER | Patient ID: P-55021
      RECORD_NUMBER | patient number 0055021 asked for an interpreter
      RECORD_NUMBER | pt # 550213
      RECORD_NUMBER | record number 4829134 is missing the consent form
      RECORD_NUMBER | The MRN of this lady is 12345678
      RECORD_NUMBER | 12345678 (MRN) complained about parking
      RECORD_NUMBER | 00482913 is her chart number
      RECORD_NUMBER | https://files.example.org/x/y/mrn-12345678.pdf
      RECORD_NUMBER | https://files.example.org/scan.pdf?mrn=12345678
      RECORD_NUMBER | attached: JohnSmith_MRN00123456.pdf
      RECORD_NUMBER | letter_patient_id_0055021.docx
      RECORD_NUMBER | https://x.example/patient%20id%2055021
      RECORD_NUMBER | MRN １２３４５６７８
      RECORD_NUMBER | M\u200bRN 12345678
      BIRTH_DATE | dob 03/05/1961, wants a phone call instead
      BIRTH_DATE | DOB: 3 May 1961
      BIRTH_DATE | D.O.B. 3.5.61
      BIRTH_DATE | d/o/b 3-5-1961
      BIRTH_DATE | date of birth 1961-05-03
      BIRTH_DATE | Date of Birth: May 3rd, 1961
      BIRTH_DATE | dob 03051961
      BIRTH_DATE | dob 3 May
      BIRTH_DATE | The lady, born 3 May 1961, could not read the leaflet
      BIRTH_DATE | she was born on the 3rd of May 1961
      BIRTH_DATE | born in Leeds on 3 May 1961
      BIRTH_DATE | a man born 5/3/61 needs a ramp
      BIRTH_DATE | his birthday is 3 May 1961
      BIRTH_DATE | 3 May 1961 is her date of birth
      BIRTH_DATE | fecha de nacimiento 3 de mayo de 1961
      BIRTH_DATE | scan_dob_1961-05-03.pdf
      BIRTH_DATE | DOB: ０３/０５/１９６１
      BIRTH_DATE | birth date\u00a03\u00a0May\u00a01961
      NAMED_PATIENT | patient John Smith says the letters come too late
      NAMED_PATIENT | Patient John Smith says the letters come too late
      NAMED_PATIENT | pt Maria Lopez wants evenings
      NAMED_PATIENT | PT. Maria Lopez wants evenings
      NAMED_PATIENT | our patient Mrs Jane Doe waited for two hours
      NAMED_PATIENT | the patient, Mr. John Smith, was upset
      NAMED_PATIENT | a patient named Aisha Khan told us
      NAMED_PATIENT | a patient called Oluwaseun Adeyemi told us
      NAMED_PATIENT | our patient Xiuying Zhang has no car
      NAMED_PATIENT | Patient Oluwaseun Adeyemi said nobody rang back
      NAMED_PATIENT | Patient: John Smith
      NAMED_PATIENT | patient name: Smith, John
      NAMED_PATIENT | Client Maria Lopez can't come on weekdays
      NAMED_PATIENT | service user David O'Brien asked for a lift
      NAMED_PATIENT | patient John Q. Smith-Jones liked the new form
      NAMED_PATIENT | patient Juan de la Cruz liked the new form
      NAMED_PATIENT | patient J. Smith liked the new form
      NAMED_PATIENT | PATIENT JOHN SMITH IS ANGRY
      NAMED_PATIENT | patient john smith is angry
      NAMED_PATIENT | Maria Lopez, a patient of the evening clinic, liked it
      NAMED_PATIENT | John Smith is a patient here and he thinks so too
      NAMED_PATIENT | John Smith (patient) thinks so too
      NAMED_PATIENT | feedback_patient_john_smith.pdf
      NAMED_PATIENT | https://x.example/patient%20John%20Smith.pdf
      NAMED_PATIENT | PatientJohnSmith.docx
      NAMED_PATIENT | patient\u00a0John\u00a0Smith
      NAMED_PATIENT | patient\u200bJohn\u200bSmith
      NAMED_PATIENT | patient John Smith’s daughter called
      NAMED_PATIENT | Mrs Thompson has HIV and fears the front desk knows
      NAMED_PATIENT | Mr. Miller's mother has diabetes
      NAMED_PATIENT | Mrs Thompson, 67, diabetic, lives alone
      NAMED_PATIENT | Ms Patel was diagnosed last week
      NAMED_PATIENT | Mr Jones missed his dialysis again
      NAMED_PATIENT | I saw Mrs Thompson about her diabetes
      NAMED_PATIENT | Mrs Thompson's HbA1c is still over 9
      NAMED_PATIENT | Miss Lee stopped taking insulin
      NAMED_PATIENT | Maria Lopez has type 2 diabetes and no car
      CONTACT | call the patient on 07700 900123
      CONTACT | patient's phone is 555-0147
      CONTACT | her mobile is +44 7700 900123
      CONTACT | ring his mum on (212) 555-0147
      CONTACT | text her daughter at 07700900123
      CONTACT | the patient can be reached at 212-555-0147
      CONTACT | patient email jane.doe@example.org
      CONTACT | her email is jane.doe@gmail.com
      CONTACT | patient: mailto:jane@example.org
      MEDICARE_NUMBER | Medicare number 1EG4TE5MK73
      MEDICARE_NUMBER | 1EG4-TE5-MK73 got the wrong letter
      MEDICARE_NUMBER | medicaid id AB12345C
      MEDICARE_NUMBER | Medicaid: 123456789
      INSURANCE_NUMBER | insurance member ID W123456789
      INSURANCE_NUMBER | member id: 8412-5577
      INSURANCE_NUMBER | her insurance policy number is 77120034
      INSURANCE_NUMBER | national insurance number QQ123456C
      ADDRESS | the patient lives at 12 Elm Street
      ADDRESS | her address is 12 Old Elm Road, Leeds
      ADDRESS | she lives alone at 221b Baker Street
      ADDRESS | the patient from 4 Oak Ave wants a ramp
      ADDRESS | her postcode is LS6 2AB
      NAMED_PATIENT | patient Fatou Diallo said it is too far
      NAMED_PATIENT | Our patient, John Smith, said it
      NAMED_PATIENT | pt john smith wants evenings
      NAMED_PATIENT | Patient Nguyen Van Minh called twice
      NAMED_PATIENT | patient Lê Thị Hoa said
      NAMED_PATIENT | patient José García wants Spanish letters
      NAMED_PATIENT | patient Mary-Ann O'Connor wants
      NAMED_PATIENT | I spoke with patient Emily Watson yesterday
      BIRTH_DATE | Spoke to client Robert Brown (DOB 01/02/1950)
      NHS_NUMBER | NHS Number: 943 476 5919
      NHS_NUMBER | Patient's NHS number is 943 476 5919
      RECORD_NUMBER | Her MRN is 0048291
      RECORD_NUMBER | his mrn was 48291
      RECORD_NUMBER | patient MRN-48291
      RECORD_NUMBER | chart number 48291
      NAMED_PATIENT | Ms. Rodriguez was diagnosed with breast cancer in March
      NAMED_PATIENT | Mr Khan has COPD and can't climb stairs
      NAMED_PATIENT | Mrs O'Brien suffers from depression
      NAMED_PATIENT | John Smith was diagnosed with HIV
      NAMED_PATIENT | Mrs Thompson told us she has HIV
      BIRTH_DATE | The patient, born 12/4/1949, waits
      BIRTH_DATE | DOB 12-Apr-1949
      BIRTH_DATE | date of birth is April 12, 1949
      CONTACT | call her at 212-555-0147
      CONTACT | you can reach him on 07700 900 123
      CONTACT | patient phone: 555 0147
      CONTACT | daughter's number 07700 900123
      CONTACT | her e-mail: jane_doe@yahoo.com
      MEDICARE_NUMBER | Medicare ID 1EG4-TE5-MK73
      MEDICARE_NUMBER | Medicaid number: 12345678A
      INSURANCE_NUMBER | insurance ID: XYZ123456789
      INSURANCE_NUMBER | Aetna member number W1234 56789
      ADDRESS | Patient lives at 14 High Street
      ADDRESS | She lives at 221B Baker Street
      NAMED_PATIENT | Miss Jones is pregnant
      NAMED_PATIENT | Mr Smith's cancer came back
      NAMED_PATIENT | Mrs Lopez is HIV positive
      SOCIAL_SECURITY_NUMBER | social security number: 219-09-9999
      SOCIAL_SECURITY_NUMBER | SSN#219-09-9999
      RECORD_NUMBER | mrn_12345678_scan.png
      """;

  private static final String FALSE_ALARMS =
      """
      Patients want evening appointments
      a patient in her sixties said the letters come too late
      patient A said no, patient B said yes
      Mrs K wants evenings
      Mrs K has diabetes
      patient P-12 liked it
      Patient 7 and patient 12 in the pilot
      patients in the diabetes group want a later start
      The Patient Advisory Council met on 3 May 2024
      Patient Safety Week starts 16 September 2024
      the Patient Experience team has 12 ideas
      Ask the patient John's Clinic referred
      Patient Zero marketing is a bad idea
      Patient Navigator Training begins next week
      Patient Activation Measure scores went up
      The Patient Protection and Affordable Care Act
      Patient Portal Launch is on Friday
      Patient Partner Maria Lopez chairs the council
      patient representative John Smith spoke first
      the patient Family Advisory Council
      Patient and Family Centered Care
      St John Smith Hospital wants to join
      a patient at St John Smith Hospital
      every patient Kaiser Permanente serves
      patient Mary Seacole Ward sent the form back
      Dr Smith wants the reminder earlier
      Nurse Ann Lee said the huddle is too long
      Dr. John Smith is a patient man
      John Smith is patient with us
      Ann Lee, patient safety lead, agrees
      Ann Lee, Patient Advisory Council
      We told the patient. John Smith will take notes
      The patient grace period ends in June
      patient mark up the form
      HbA1c under 9 for eight in ten
      the budget is 1234567890
      budget number 1234567890
      grant number 9434765919
      9434765919 rows in the warehouse
      our line is 943-476-5910
      call 943-476-5919 to reach the front desk
      Call the clinic on 0117 496 0123
      The helpline is 0800 111 222 3
      patients can call 212-555-0147
      If a patient calls 0117 496 0123 they hear music
      Every patient gets 0117 496 0123 on a card
      the patient helpline is 0800 123 4567
      Ask Dr Lee, her number is 555-0147
      email her at ann.lee@trust.example
      Write to pals@hospital.example with ideas from patients
      We meet on 3 May 2024 at 10:30
      the meeting on 03/05/2024 was moved
      born out of frustration
      The programme was born on 3 May 2021
      babies born on 3 May 2024 got a card
      adults born after 1 January 1960 are eligible
      The date of birth field was added on 3 May 2024
      Her birthday cake was lovely
      ticket 12345678 is still open
      INC-219-09-9999 is still open
      JIRA-48291 and PR 1234
      000-12-3456 is no number
      666-12-3456 is no number
      912-12-3456 is no number
      219-00-9999 is no number
      219-09-0000 is no number
      219099999 records were migrated
      social media reached 219099999 people
      we stopped asking for the SSN in 2023
      a record number of 12000 visitors
      a record number: 45000 people came
      The medical record: no 2019 entries
      MRN clean-up, 2024 plan
      We never write the MRN in Slack
      chart 12 shows 4500 visits
      NHS England 2024 report
      the NHS has 10 priorities
      call hospital number 0117 496 0123
      Medicare 2024 rules
      Medicaid covers 72000000 people
      Medicaid 1115 waiver
      Medicare Advantage plans cost 1,200,000
      policy number 2024-15 on visiting hours
      we have 12,500 members
      Mrs Thompson leads the diabetes group
      Ms Patel has diabetes figures for us
      Ms Patel from the asthma programme
      Mr Becker, our CFO, wants to know what diabetes costs
      Mrs Thompson is the diabetes lead
      Mr Jones is worried about depression among nurses
      Ms Lopez presented her cancer data
      Mr Lee is responsible for diabetes
      Maria Lopez has a diabetes clinic on Mondays
      Miss Lee is positive about the plan
      The clinic at 12 Elm Street is hard to reach by bus
      Every patient is welcome at 12 Elm Street
      patients in LS6 wait longest
      Room 101, 2 pm, bring 30 copies
      12 pt Times New Roman
      2023-2024 and 2024-2025
      10 000 000 pounds
      $1,234,567 over 5 years
      7 of 10 patients, 3 of 12 staff, 2 of 7 doctors
      She is patient and kind
      Please be patient Maria
      the front desk called 15 people on 12 May
      https://example.org/patients/feedback/2024/05/12345678
      client Johnson & Johnson pays for the study
      our client Morgan Stanley
      The patient portal had 943 476 logins
      Patient First is our motto
      patient Spanish Speaking Line
      We asked every patient about Ann Lee's idea
      The patient who wrote to Maria Lopez liked it
      patient Transport Service is late
      Mr Becker wants to know about HIV
      Ms Patel said our diabetes clinic is full
      Mrs Thompson, who runs the diabetes team, has asked for data
      Mr Jones takes the diabetes minutes
      Ms Garcia has a question about insulin prices
      Mr Lee has cancer screening on his list
      Mrs Green is the stroke nurse
      Mrs Patel is our cancer lead
      Dr Maria Lopez has a diabetes clinic
      Maria Lopez has concerns about depression screening
      Ask Mrs Green on 0117 496 0123
      Ask Mr Becker, 0117 496 0123
      His office is at 12 Elm Street
      Her address to the board was 12 minutes
      She lives up to 3 Park Avenue standards
      our CFO Tom Becker, +1 212 555 0147
      please ring the front desk on 0117 496 0123 for their rota
      their phone line 0117 496 0123 is busy
      We need 3 nurses, 2 doctors and 12 volunteers by 3 May 2024
      Since she was born in 1961 things changed
      The clinic was born in May 2019
      Policy no. 12345
      record no 5 on the list
      case number 12345678
      medical assistants 2024
      insurance plans 2024 and 2025
      user id 12345
      Room number 1204
      Chart 4 shows 2019-2023 data: 1200, 1400, 1500
      $943 476 5919
      1 in 3 patients live at or below 200 % of poverty
      meeting id 943 476 5919 zoom
      Zoom: 943 476 5919, passcode 123456
      Meeting ID: 874 1234 5678
      BP clinic for Mrs Green's team has 12 places
      Patient Care Technician John Brown suggested it
      John Brown, patient care technician, suggested it
      The patient, Dr Smith said, is always first
      Ask a patient. Maria Lopez volunteered
      Patients: John Smith's idea for the waiting room
      """;

  static Stream<Arguments> hits() {
    return HITS.lines()
        .map(line -> line.split(" \\| ", 2))
        .map(parts -> Arguments.of(Kind.valueOf(parts[0]), parts[1]));
  }

  static Stream<String> false_alarms() {
    return FALSE_ALARMS.lines();
  }

  @ParameterizedTest
  @MethodSource("hits")
  void a_detail_of_a_patient_is_seen(Kind kind, String text) {
    assertThat(PatientGuard.check(text)).contains(new Finding(kind));
  }

  @ParameterizedTest
  @MethodSource("hits")
  void it_is_seen_in_the_middle_of_talk_as_well(Kind kind, String text) {
    String talk = "We met at ten and went through the list. " + text + "\nThen we had tea.";

    assertThat(PatientGuard.check(talk)).contains(new Finding(kind));
  }

  @ParameterizedTest
  @MethodSource("false_alarms")
  void other_talk_passes(String text) {
    assertThat(PatientGuard.check(text)).isEmpty();
  }

  @Test
  void two_harmless_sentences_make_no_detail_together() {
    String all = String.join(".\n\n", false_alarms().toList());

    assertThat(PatientGuard.check(all)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("hits")
  void a_finding_tells_the_kind_and_nothing_of_the_text(Kind kind, String text) {
    Finding finding = PatientGuard.check(text).orElseThrow();

    assertThat(finding.toString()).isEqualTo("Finding[kind=" + kind + "]");
    assertThat(Finding.class.getRecordComponents()).hasSize(1);
    assertThat(finding.kind().words().toLowerCase(Locale.ROOT)).doesNotContain(text);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_kind_has_a_sentence_for_messages_and_for_fields(Kind kind) {
    Words words = Words.load(PromptFiles.packaged());

    String sentence = words.plain(kind.words());
    assertThat(sentence).contains("not kept").doesNotContain("*", "`", "\n");
    assertThat(words.say(kind.words())).isEqualTo(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "patient ", "1 ", "943 476 ", "1-", "12345678 ", "Mr ", "Mrs A. ", "her ", "her 1 ",
        "dob ", "born on ", "3 May ", "mrn : ", "MRN#", "a.", "a@", "John ", "John Smith ",
        "patient John ", "has ", "Mrs Thompson has ", "Elm Street ", "1 A ", "(", "\n", "'", "%41",
        "\u0301", "\u200b", "\ufdfa", "medicare member ", "1EG4-TE5-MK7", "aB", "+", "-"
      })
  @Timeout(20)
  void the_work_grows_with_the_length_and_not_with_its_square(String once) {
    Pieces half = read(once, 20_000);
    Pieces whole = read(once, 40_000);

    assertThat(whole.looks()).isLessThan(2 * half.looks() + 10_000);
    assertThat(whole.looks()).isLessThan(40_000L * 300);
  }

  private static Pieces read(String once, int length) {
    Pieces pieces = Pieces.of(once.repeat(length / once.length()));
    PatientGuard.check(pieces);
    return pieces;
  }

  @Test
  void nothing_is_found_in_nothing() {
    assertThat(PatientGuard.check("")).isEmpty();
    assertThat(PatientGuard.check(" \n\u200b\ud800")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9434765919", "4010232137", "9876543210"})
  void the_check_digit_of_an_nhs_number_counts(String number) {
    assertThat(NationalNumber.isValidNhs(number)).isTrue();
    for (char last = '0'; last <= '9'; last++) {
      String other = number.substring(0, 9) + last;
      assertThat(NationalNumber.isValidNhs(other)).isEqualTo(other.equals(number));
    }
  }

  @Test
  void what_is_checked_is_read_as_people_see_it() {
    assertThat(PlainText.of("９\u00a0٣\u2011a\u200bB_%20c")).isEqualTo("9 3-a B  c");
  }
}

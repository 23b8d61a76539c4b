package dev.groundswell.privacy;

import java.util.Locale;

/** That a text holds a detail of a patient, and of which kind; never the detail itself. */
public record Finding(Kind kind) {

  /** What was found. */
  public enum Kind {
    NHS_NUMBER,
    SOCIAL_SECURITY_NUMBER,
    RECORD_NUMBER,
    BIRTH_DATE,
    NAMED_PATIENT,
    CONTACT,
    MEDICARE_NUMBER,
    INSURANCE_NUMBER,
    ADDRESS;

    /** Where prompts/messages/privacy.yaml has its sentence. */
    public String words() {
      return "privacy." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

package dev.groundswell.pledge;

import dev.groundswell.knowledge.AudienceWords;
import dev.groundswell.knowledge.AudienceWords.Recognised;
import dev.groundswell.knowledge.BuyIn;
import dev.groundswell.knowledge.BuyIn.Form;
import dev.groundswell.knowledge.TipLibrary;
import java.util.List;
import java.util.Optional;

/** The groups whose buy-in takes a form of its own, with the promises that each can make. */
public final class Groups {
  /** Of them only numbers are kept. */
  public static final String PATIENTS = "patients";

  private final BuyIn buyIn;
  private final AudienceWords words;

  public Groups(TipLibrary library, AudienceWords words) {
    this.buyIn = library.buyIn();
    this.words = words;
  }

  /** Each group with its promises, in the order of the definitions. */
  public List<Form> all() {
    return buyIn.forms();
  }

  public Optional<Form> named(String group) {
    return all().stream().filter(form -> form.group().equals(group)).findFirst();
  }

  /** The group that was chosen, else the one that a name such as "the front desk" belongs to. */
  String of(String chosen, Promiser who) {
    if (who.isPatients()) {
      return PATIENTS;
    }
    if (named(chosen).isPresent()) {
      return chosen;
    }
    if (who.account().isEmpty() && words.read(who.name()) instanceof Recognised recognised) {
      return recognised.audiences().stream()
          .flatMap(audience -> buyIn.forms(audience).stream())
          .map(Form::group)
          .filter(group -> !group.equals(PATIENTS))
          .findFirst()
          .orElse("");
    }
    return "";
  }
}

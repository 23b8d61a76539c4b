package dev.groundswell.knowledge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What buy-in is, why it matters, and the promises by which it can be recognised. */
public record BuyIn(Definition definition, List<Reason> reasons, List<Form> forms) {
  public BuyIn {
    reasons = List.copyOf(reasons);
    forms = List.copyOf(forms);
  }

  /** The forms that buy-in takes with this audience; may be empty. */
  public List<Form> forms(Audience audience) {
    return forms.stream().filter(form -> form.audiences().contains(audience)).toList();
  }

  /** Sentences that define buy-in. */
  public record Definition(
      String brief,
      String is,
      String isNot,
      String hardToSee,
      String when,
      String headStart,
      String endsWhen,
      List<Source> sources) {
    public Definition {
      sources = List.copyOf(sources);
    }
  }

  /** Why the support of one group matters. */
  public record Reason(String group, String reason, List<Source> sources) {
    public Reason {
      sources = List.copyOf(sources);
    }
  }

  /** The promises that a group can make, and the sign by which one sees that they are meant. */
  public record Form(
      String group,
      List<Audience> audiences,
      List<PledgeForm> pledges,
      String sign,
      @Nullable String noteOrNull,
      List<Source> sources) {
    public Form {
      audiences = List.copyOf(audiences);
      pledges = List.copyOf(pledges);
      sources = List.copyOf(sources);
    }

    public Optional<String> note() {
      return Optional.ofNullable(noteOrNull);
    }
  }

  /**
   * One kind of promise; {@code namedInText} is false where it was derived and no document names
   * it.
   */
  public record PledgeForm(String id, String text, boolean namedInText) {}
}

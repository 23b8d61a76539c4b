package dev.groundswell.sandbox.page;

/**
 * Where somebody is in the page, as its address writes it: {@code C…} for a channel, {@code app},
 * {@code home}, {@code mailbox}, {@code mail-3}.
 */
record Place(String name) {
  boolean app() {
    return name.equals("app");
  }

  boolean home() {
    return name.equals("home");
  }

  boolean mailbox() {
    return name.equals("mailbox") || mail() > 0;
  }

  /** The number of the mail one reads; 0 for none. */
  int mail() {
    return name.matches("mail-\\d{1,6}") ? Integer.parseInt(name.substring(5)) : 0;
  }

  boolean conversation() {
    return !home() && !mailbox();
  }
}

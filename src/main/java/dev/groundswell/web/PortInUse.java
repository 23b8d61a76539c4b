package dev.groundswell.web;

/** Another process listens on the port; the message is one sentence for who started this one. */
public final class PortInUse extends RuntimeException {
  PortInUse(int port) {
    super(
        "PORT: another program already listens on "
            + port
            + "; stop it, or set PORT to another number.");
  }
}

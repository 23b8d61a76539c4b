package dev.groundswell.links;

import java.io.IOException;

/** The address is none of the public internet; nothing was sent to it. */
final class NotPublic extends IOException {
  private static final long serialVersionUID = 1;

  NotPublic() {
    super("not an address of the public internet");
  }
}

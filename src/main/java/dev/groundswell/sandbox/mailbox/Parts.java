package dev.groundswell.sandbox.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/** What one reads of a mail: its first plain part and its first HTML part. */
record Parts(String text, String html) {

  static Parts of(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return new Parts(String.valueOf(part.getContent()), "");
    }
    if (part.isMimeType("text/html")) {
      return new Parts("", String.valueOf(part.getContent()));
    }
    Parts found = new Parts("", "");
    if (part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        Parts more = of(several.getBodyPart(i));
        found =
            new Parts(
                found.text.isEmpty() ? more.text : found.text,
                found.html.isEmpty() ? more.html : found.html);
      }
    }
    return found;
  }
}

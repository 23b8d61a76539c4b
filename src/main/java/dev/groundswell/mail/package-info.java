/**
 * Mail, as it leaves the house: a message becomes MIME, goes to one SMTP server, and the end of the
 * attempt is known as exactly as SMTP allows. It knows no feature, no store and no Slack, and it
 * alone knows {@code jakarta.mail}. Start reading at {@link dev.groundswell.mail.MailSender}, then
 * {@code WatchedTransport} and {@code Verdict}, which tell "certainly not sent" from "nobody
 * knows".
 */
@NullMarked
package dev.groundswell.mail;

import org.jspecify.annotations.NullMarked;
